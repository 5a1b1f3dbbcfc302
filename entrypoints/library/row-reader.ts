/** Rows kept after they left the view; a screen shows a dozen. */
const KEPT = 2000;

/**
 * Reads rows by uuid for a list that scrolls: those asked for in one turn are read at once, and rows near the view are read before they are
 * asked for, so that a fast scroll shows words instead of empty lines.
 */
export class RowReader<T> {
  /** null: not there any more. The longest unused come first. */
  private readonly rows = new Map<string, T | null>();
  private readonly listeners = new Map<string, Set<() => void>>();
  private wanted = new Set<string>();
  /** Counts changes: what was read before one is out of date. */
  private turn = 0;

  constructor(private readonly read: (uuids: readonly string[]) => Promise<readonly (T | undefined)[]>) {}

  /** The row as far as it was read; undefined while it was not. */
  get(uuid: string): T | null | undefined {
    const row = this.rows.get(uuid);
    if (row !== undefined) {
      this.rows.delete(uuid);
      this.rows.set(uuid, row);
    }
    return row;
  }

  /** Calls back whenever a row was read, and reads it if it was not. Gives back how to stop. */
  watch(uuid: string, listener: () => void): () => void {
    const listeners = this.listeners.get(uuid) ?? new Set();
    listeners.add(listener);
    this.listeners.set(uuid, listeners);
    if (!this.rows.has(uuid)) this.want([uuid]);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.listeners.delete(uuid);
    };
  }

  /** Reads what was not read yet. */
  want(uuids: readonly string[]): void {
    const isFirst = this.wanted.size === 0;
    for (const uuid of uuids) if (!this.rows.has(uuid)) this.wanted.add(uuid);
    if (isFirst && this.wanted.size > 0) queueMicrotask(() => void this.bring());
  }

  /** Something was written: what is shown is read again, the rest when it is shown. */
  changed(): void {
    this.turn++;
    for (const uuid of this.rows.keys()) if (!this.listeners.has(uuid)) this.rows.delete(uuid);
    const isFirst = this.wanted.size === 0;
    for (const uuid of this.listeners.keys()) this.wanted.add(uuid);
    if (isFirst && this.wanted.size > 0) queueMicrotask(() => void this.bring());
  }

  private async bring(): Promise<void> {
    const uuids = [...this.wanted];
    const { turn } = this;
    this.wanted = new Set();
    // A database that was closed under the page: the rows stay as they are.
    const rows = await this.read(uuids).catch(() => null);
    if (rows === null || turn !== this.turn) return;
    for (const [i, uuid] of uuids.entries()) {
      this.rows.set(uuid, rows[i] ?? null);
      for (const listener of this.listeners.get(uuid) ?? []) listener();
    }
    for (const uuid of this.rows.keys()) {
      if (this.rows.size <= KEPT) break;
      if (!this.listeners.has(uuid)) this.rows.delete(uuid);
    }
  }
}
