import type { Mark } from '../../core/model/mark';
import { COLOURS } from '../../core/model/person';
import { resolve } from '../../core/page/anchor';
import { setHighlight } from '../../core/page/highlight';
import { rangeOfText } from '../../core/page/quote-range';
import type { Session } from './shared';

/** The article's text as marks refer to it: a block a line. */
export const articleText = (blocks: readonly { readonly text: string }[]): string => blocks.map(({ text }) => text).join('\n');

/** Where a mark stands on the page now; null: it is an orphan here, or on the comment as a whole. */
export function rangeOfMark({ found }: Pick<Session, 'found'>, mark: Mark): Range | null {
  if (!mark.selectors) return null;
  const { article, blockElements, thread, comments } = found();
  if (mark.commentKey === null) {
    if (!article) return null;
    const text = articleText(article.blocks);
    const place = resolve(text, mark.selectors);
    return place && rangeOfText(blockElements, text, place.start, place.end);
  }
  const comment = thread?.comments.find(({ key }) => key === mark.commentKey);
  const elements = comments.get(mark.commentKey);
  if (!comment || !elements) return null;
  const place = resolve(comment.text, mark.selectors);
  return place && rangeOfText(elements.body, comment.text, place.start, place.end);
}

/** Paints the reader's highlights, and nothing where there are none. */
export function showMarks(session: Session): void {
  const byColour = new Map<string, Range[]>();
  for (const mark of session.marks()) {
    if (mark.kind !== 'highlight' || !mark.selectors) continue;
    const range = rangeOfMark(session, mark);
    if (!range) continue;
    const colour = mark.colour ?? 'yellow';
    byColour.set(colour, [...(byColour.get(colour) ?? []), range]);
  }
  for (const colour of COLOURS) setHighlight(session.document, `postil-${colour}`, byColour.get(colour) ?? []);
}
