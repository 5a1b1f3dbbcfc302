interface Range {
  readonly start: number;
  readonly end: number;
}
interface Piece extends Range {
  readonly marked: boolean;
}

/** Cuts `length` characters into marked and unmarked pieces. Ranges may overlap or lie outside; they are joined and clipped. */
export function piecesOf(length: number, ranges: readonly Range[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const from = Math.max(at, start);
    const to = Math.min(length, end);
    if (from >= to) continue;
    if (from > at) pieces.push({ start: at, end: from, marked: false });
    pieces.push({ start: from, end: to, marked: true });
    at = to;
  }
  if (at < length) pieces.push({ start: at, end: length, marked: false });
  return pieces;
}

/** A text with ranges of it marked. Offsets are UTF-16. */
export function Spans({ text, ranges }: { readonly text: string; readonly ranges: readonly Range[] }) {
  return (
    <>
      {piecesOf(text.length, ranges).map(({ start, end, marked }) =>
        marked ? <mark key={start}>{text.slice(start, end)}</mark> : text.slice(start, end),
      )}
    </>
  );
}
