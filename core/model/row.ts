/** Milliseconds since the epoch. Always an argument, never read inside pure code. */
export type Millis = number;

/** A hybrid-logical-clock stamp, comparable as a string: 12 hex digits of milliseconds, 4 of a counter, then `-` and the node's id. */
export type Rev = string;

/** What every stored row carries, so that copies from several machines can be merged field by field without loss. */
export interface Row {
  readonly uuid: string;
  readonly createdAt: Millis;
  readonly updatedAt: Millis;
  /** Set: the row is a tombstone. */
  readonly deletedAt: Millis | null;
  /** The clock of the last change of each field. */
  readonly rev: Readonly<Record<string, Rev>>;
}
