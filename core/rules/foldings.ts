import type { FoldOptions } from '../text/fold';
import { dropHidden, foldCase, foldLookalikes, foldVariants } from '../text/fold-chars';

/** The foldings by which a piece of text matched, in this order. */
export type Folding = 'hidden' | 'width' | 'case' | 'space' | 'variant' | 'lookalike' | 'spaced';

const STEPS: readonly (readonly [Folding, (text: string, options: FoldOptions) => string])[] = [
  ['hidden', dropHidden],
  ['width', (text) => text.normalize('NFKC')],
  ['case', foldCase],
  ['space', (text) => text.replace(/\s+/gu, ' ')],
  ['variant', (text, { variants }) => (variants ? foldVariants(text, variants) : text)],
  ['lookalike', (text, { lookalikes }) => (lookalikes ? foldLookalikes(text) : text)],
  ['spaced', (text, { spaced }) => (spaced ? text.replace(/\s+/gu, '') : text)],
];

/** Which foldings made `piece` match `word`, joined by spaces: those without which the two would differ. '' if it stands there literally. */
export function foldingsOf(piece: string, word: string, options: FoldOptions): string {
  const without = (left: Folding, text: string): string =>
    STEPS.reduce((now, [name, step]) => (name === left ? now : step(now, options)), text);
  const wanted = word.trim();
  if (piece === wanted) return '';
  return STEPS.filter(([name]) => without(name, piece) !== without(name, wanted))
    .map(([name]) => name)
    .join(' ');
}
