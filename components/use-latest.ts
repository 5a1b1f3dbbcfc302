import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** Starts watching for changes of what was read last (null: not read yet) and gives back how to stop. */
export type Watch<T> = (last: T | null, again: () => void) => () => void;

/**
 * The latest answer of `read`, read at once and again whenever `watch` says so; null while it is first read. An answer that is overtaken by a
 * later reading is dropped. `read` and `watch` must keep their identity; watching starts anew when `about(answer)` changes.
 */
export function useLatest<T>(
  read: () => Promise<T>,
  watch: Watch<T>,
  about: (last: T | null) => string,
): { readonly value: T | null; readonly again: () => Promise<void> } {
  const [value, setValue] = useState<T | null>(null);
  const turn = useRef(0);
  const again = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const next = await read();
    if (mine === turn.current) setValue(next);
  }, [read]);
  useEffect(() => void again(), [again]);
  const subject = about(value);
  useEffect(() => watch(value, () => void again()), [watch, again, subject]);
  return { value, again };
}
