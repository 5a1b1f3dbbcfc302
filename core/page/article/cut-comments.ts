import type { RawBlock } from './read-blocks';

/** A line that opens the comments. */
const OPENS =
  /^(?:(?:your|readers?['’]?s?|user|all|latest|recent|view|read|show|hide|post(?:ed)?|visitor)\s+)*(?:comments?|responses|reactions?)(?:\s*[\d:(（].{0,25}|\s+(?:on|to|about|from|for)\b.{0,60}|\s*section)?$|^\d+\s+(?:comments?|responses?|replies|thoughts?|reactions?|kommentare?|comentarios?|commentaires?)(?:\s+(?:on|to|so far|auf|zu)\b.{0,90})?\s*:?$|^(?:leave|add|post|write|submit|make)\s+(?:a|your|an?other)?\s*(?:comment|reply|response)|^(?:have your say|join the (?:discussion|conversation|debate)|what do you think|discussion)\b.{0,20}$|^comments? (?:are|have been|is|were) (?:now )?(?:closed|disabled|off)\b.{0,50}|^to have your say on .{0,80}|^thank(?:s| you) for your comments?\b.{0,60}|^posted by:? .{2,60} on .{0,14}\d.{0,40}$|^(?:网友|網友|读者|讀者|最新|全部|精彩|热门|用户|查看|我要)?(?:评论|評論|留言|回复|回應|跟帖)(?:\s*[（(\d:：].{0,12})?$|^发表评论|^我来说两句|^(?:Kommentare?|Leserkommentare|Comentarios|Commentaires|Commenti|Comentários|Reacties|Комментарии|コメント|댓글)(?:\s*[（(\d:].{0,12})?$/iu;
const MAX_LINE = 110;
/** Share of the story's text that must stand before such a line: counters near the title say "12 comments" too. */
const BEFORE = 0.4;
/** Characters of story before it at least. */
const MIN_BEFORE = 200;

/** Ends the story at the line that opens the comments, for comments that nobody recognised one by one. Gives the scores, lowered behind it. */
export function cutComments(blocks: readonly RawBlock[], scores: readonly number[]): readonly number[] {
  const sizes = scores.map((score, k) => (score > 0 ? blocks[k]!.text.length : 0));
  const all = sizes.reduce((a, b) => a + b, 0);
  let before = 0;
  for (let k = 0; k < blocks.length && before < all; k++) {
    const { text } = blocks[k]!;
    if (text.length <= MAX_LINE && before >= MIN_BEFORE && before >= BEFORE * all && OPENS.test(text))
      return scores.map((score, n) => (n >= k ? Math.min(score, -1) : score));
    before += sizes[k]!;
  }
  return scores;
}
