import { FEATURES } from './describe-blocks';
import type { RawBlock } from './read-blocks';

const BOXED = FEATURES.indexOf('path.join');
/** Share of the story within such boxes from which on the box is the story's own (a paywall's class around all of it). */
const OWN = 0.25;

/** A line that sends the reader to another story, in the languages of the corpora. */
const ELSEWHERE =
  /^[\s>›»→▶*•\-–—]*(?:read (?:more|also|next)|see also|also read|related(?: (?:stories|articles?|reading))?|more on this|recommended|lesen sie (?:auch|mehr)|mehr (?:zum thema|dazu)|lire aussi|à lire(?: aussi)?|lea también|leer también|ver también|leia (?:também|mais)|leggi anche|lees ook|czytaj (?:także|też|więcej)|zobacz także|читайте также|延伸[阅閱][读讀]|相关[阅新][读闻]|相關[閱新][讀聞]|推[荐薦][阅閱][读讀]|関連記事|あわせて読みたい)\s*[:：|\-–—]/iu;
/** Its length at most, and the share of it that is the link. */
const MAX_LINE = 200;
const LINKED = 0.4;

/** Takes lines like "Read more: …" out of the story: 95 of 126 are none of it in the corpora. Gives the scores, lowered where a line goes. */
export const dropLinks = (blocks: readonly RawBlock[], scores: readonly number[]): readonly number[] =>
  scores.map((score, k) => {
    const { text, link } = blocks[k]!;
    return score > 0 && text.length <= MAX_LINE && link >= LINKED * text.length && ELSEWHERE.test(text) ? -1 : score;
  });

/**
 * Takes boxes that ask for a subscription, a donation or consent out of the story, by their class names: 2,638 of 2,712 blocks in them are no
 * story in the corpora, but the trees see them too rarely to learn it. Gives the scores, lowered where a block goes.
 */
export function dropBoxes(blocks: readonly RawBlock[], rows: readonly Float32Array[], scores: readonly number[]): readonly number[] {
  let all = 0;
  let boxed = 0;
  scores.forEach((score, k) => {
    if (score <= 0) return;
    all += blocks[k]!.text.length;
    if (rows[k]![BOXED] === 1) boxed += blocks[k]!.text.length;
  });
  if (boxed === 0 || boxed > OWN * all) return scores;
  return scores.map((score, k) => (rows[k]![BOXED] === 1 ? Math.min(score, -1) : score));
}
