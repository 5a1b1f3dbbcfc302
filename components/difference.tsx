import { useMemo } from 'preact/hooks';
import { diffText } from '../core/text/text-diff';

/** A text with what was taken out and put in since, word by word. */
export function Difference({ before, after }: { readonly before: string; readonly after: string }) {
  const parts = useMemo(() => diffText(before, after), [before, after]);
  return (
    <>
      {parts.map(({ kind, text }, at) => {
        if (kind === 'out') return <del key={at}>{text}</del>;
        return kind === 'in' ? <ins key={at}>{text}</ins> : text;
      })}
    </>
  );
}
