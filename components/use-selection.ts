import { useMemo, useRef, useState } from 'preact/hooks';

/** Chosen items of a list. */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  /** Chooses an item or lets it go; with `extend` everything from the last one chosen to this one is chosen. */
  toggle(index: number, extend: boolean): void;
  /** Chooses from one item to another; where nothing was chosen before, later clicks with Shift go from the first. */
  extend(from: number, to: number): void;
  all(): void;
  clear(): void;
}

const NONE: ReadonlySet<string> = new Set();

/** Keys from one index to another, in either direction. */
export const keysBetween = (keys: readonly string[], from: number, to: number): readonly string[] =>
  keys.slice(Math.min(from, to), Math.max(from, to) + 1);

/** Choosing many items of a list, by their keys. What leaves the list (deleted, filtered away) is no longer chosen. */
export function useSelection(keys: readonly string[]): Selection {
  const [picked, setPicked] = useState(NONE);
  const anchor = useRef<string | null>(null);
  const chosen = useMemo(() => {
    if (picked.size === 0) return NONE;
    const left = keys.filter((key) => picked.has(key));
    return left.length === picked.size ? picked : new Set(left);
  }, [keys, picked]);
  return {
    chosen,
    toggle(index, extend) {
      const key = keys[index];
      if (key === undefined) return;
      const from = anchor.current === null ? -1 : keys.indexOf(anchor.current);
      const next = new Set(chosen);
      if (extend && from >= 0) for (const one of keysBetween(keys, from, index)) next.add(one);
      else {
        if (!next.delete(key)) next.add(key);
        anchor.current = key;
      }
      setPicked(next);
    },
    extend(from, to) {
      if (chosen.size === 0) anchor.current = keys[from] ?? null;
      setPicked(new Set([...chosen, ...keysBetween(keys, from, to)]));
    },
    all: () => setPicked(new Set(keys)),
    clear() {
      anchor.current = null;
      setPicked(NONE);
    },
  };
}
