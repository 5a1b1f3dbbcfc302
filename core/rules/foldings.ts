import { type FoldOptions, fold } from '../text/fold';

/** The foldings by which a piece of text matched, in this order; '' when it stands there literally. */
export type Folding = 'case' | 'hidden' | 'space' | 'width' | 'variant' | 'lookalike' | 'spaced';

const HIDDEN = /[\p{DI}\p{Cc}\ufff9-\ufffb]/gu;
const STEPS: readonly (readonly [Folding, (text: string, options: FoldOptions) => string])[] = [
  ['case', (text) => text.toLowerCase()],
  ['hidden', (text) => text.replace(HIDDEN, (c) => (/\s/.test(c) ? c : ''))],
  ['space', (text) => text.replace(/\s+/gu, ' ')],
  ['width', (text) => fold(text).text],
  ['variant', (text, { variants }) => fold(text, { variants: variants ?? {} }).text],
  ['lookalike', (text, { variants, lookalikes }) => (lookalikes ? fold(text, { variants: variants ?? {}, lookalikes }).text : text)],
];

/** Which foldings made `piece` match `word`, joined by spaces; '' if none was needed. */
export function foldingsOf(piece: string, word: string, options: FoldOptions): string {
  let a = piece;
  let b = word.trim();
  const used: Folding[] = [];
  for (const [name, step] of STEPS) {
    if (a === b) return used.join(' ');
    const next = step(a, options);
    const wanted = step(b, options);
    // A step counts if it brought the two nearer: it changed just one, or changed both to the same.
    if (next !== a || wanted !== b) {
      if (distance(next, wanted) < distance(a, b)) used.push(name);
      a = next;
      b = wanted;
    }
  }
  if (a !== b && options.spaced) used.push('spaced');
  return used.join(' ');
}

/** Units by which two strings differ, roughly: places that differ plus the difference in length. */
function distance(a: string, b: string): number {
  let differing = Math.abs(a.length - b.length);
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) differing++;
  return differing;
}
