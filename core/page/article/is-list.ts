import type { StoryBlock } from './finish-blocks';
import type { RawBlock } from './read-blocks';

/** Linked headings within a page's text from which on it may be a front, and their number per running block. */
const MIN_TEASERS = 3;
const TEASERS = 0.5;
/** Characters of text per linked heading up to which it is a teaser: a story whose sections are links has more. */
const TEASER_TEXT = 300;
/**
 * Score that the blocks of a story have on average, weighed by length; a notice found on a page without a story stays below. Less is asked of a
 * page that says by its metadata that it is a story, or shows its title as a heading.
 */
const SURE = { declared: 0.1, named: 0.35, none: 0.7 } as const;
/** Average and length from which on the text of a page that calls itself a story is one, whatever headings link from it. */
const GOOD = 1.5;
const ENOUGH = 400;
/** Length from which on a text is a story whatever its blocks' scores. */
const LONG = 3000;

/** Is what was found no story but the teasers of a front page, or a notice? */
export function isList(
  blocks: readonly RawBlock[],
  scores: readonly number[],
  story: readonly StoryBlock[],
  trust: keyof typeof SURE,
): boolean {
  const [first, last] = [story[0]?.index ?? 0, story.at(-1)?.index ?? 0];
  let teasers = 0;
  let length = 0;
  let sum = 0;
  let running = 0;
  for (let k = Math.max(0, first - 2); k <= last; k++) {
    const { kind, link, text } = blocks[k]!;
    if (kind === 'heading' && link > 0.8 * text.length) teasers++;
  }
  for (const { index, kind } of story) {
    if (kind === 'heading' || kind === 'caption' || kind === 'credit') continue;
    const size = blocks[index]!.text.length;
    running++;
    length += size;
    sum += size * scores[index]!;
  }
  const good = trust === 'declared' && length >= ENOUGH && sum >= GOOD * length;
  if (!good && teasers >= MIN_TEASERS && teasers >= TEASERS * running && length < TEASER_TEXT * teasers) return true;
  return length < LONG && sum < SURE[trust] * length;
}
