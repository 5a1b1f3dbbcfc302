import { browser } from 'wxt/browser';

/** True in a content script of a private window: nothing that is done there may reach the disk. */
export function isPrivate(): boolean {
  try {
    return browser.extension?.inIncognitoContext === true;
  } catch {
    return false; // An orphaned script.
  }
}

/** Commands after which a private page must decide again; their effect lies in the background's memory, where no storage event tells of it. */
export const CHANGES: ReadonlySet<string> = new Set(['person.change', 'mark.put', 'mark.remove', 'operation.undo']);
const listeners = new Set<() => void>();

/** Rings the private bell if the command changed something and we are private. */
export function ringPrivate(command: string): void {
  if (CHANGES.has(command) && isPrivate()) for (const listener of [...listeners]) listener();
}

/** Hears the private bell until the signal. Never rings in ordinary windows. */
export function hearPrivate(listener: () => void, signal: AbortSignal): void {
  listeners.add(listener);
  signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
}
