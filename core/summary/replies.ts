import type { Digest } from '../model/summary';
import type { Comment } from '../model/thread';

const DISAGREES =
  /(?:\b(?:no|nope|wrong|disagree|nonsense|false|actually|but|however|really\?|not true|that's not|you're not|nein|falsch|quatsch|non|faux|no es|falso|nie)\b|нет|неправ|不对|不對|不是|不同意|反对|反對|错了|錯了|胡说|胡說|但是|可是|并非|並非|哪里|难道|難道|未必|恰恰|違う|ちが|아니)/iu;
const MIN_UNITS = 6;

/**
 * Replies that seem to disagree with what they answer, the likeliest first. A guess from the words and the votes, to be labelled so:
 * a pair is only given when both comments are present, by different people, and the answer says more than a word.
 */
export function findReplyPairs(comments: readonly Comment[], limit: number): Digest['replyPairs'] {
  const byKey = new Map(comments.map((comment) => [comment.key, comment]));
  const pairs: { key: string; parentKey: string; weight: number; at: number }[] = [];
  for (const [at, reply] of comments.entries()) {
    const parent = reply.parentKey === null ? undefined : byKey.get(reply.parentKey);
    if (!parent || reply.text.length < MIN_UNITS || parent.text.length < MIN_UNITS) continue;
    const same =
      reply.author.id !== null
        ? reply.author.id === parent.author.id
        : reply.author.name !== '' && reply.author.name === parent.author.name;
    if (same || !DISAGREES.test(reply.text.slice(0, 80))) continue;
    const votes = Math.max(0, reply.score ?? 0) + Math.max(0, parent.score ?? 0);
    // Someone who is answered in turn is in an argument.
    const back = parent.parentKey !== null ? 1 : 0;
    pairs.push({ key: reply.key, parentKey: parent.key, weight: 1 + back + Math.log2(1 + votes), at });
  }
  return pairs
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .slice(0, limit)
    .map(({ key, parentKey }) => ({ key, parentKey }));
}
