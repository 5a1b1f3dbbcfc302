/** FNV-1a over UTF-16 code units with a final mix: an unsigned 32-bit integer, the same on every machine and in every version. */
export function hash32(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const plain = (text: string): string => {
  // Plain ASCII without runs of white space is what it normalizes to.
  const folded = (/[^\x20-\x7e]/.test(text) ? text.normalize('NFKC') : text).toLowerCase();
  return (/ {2}|[^\x20-\x7e]/.test(folded) ? folded.replace(/\s+/gu, ' ') : folded).trim();
};

/**
 * Key of a comment whose site shows no id: `f` and 13 base-36 digits or fewer (64 bits) of author, text and date as shown.
 * Case, width and white space make no difference. The same post twice gives the same key: the caller adds an ordinal (`f…-2`).
 */
export function fingerprint(author: string, text: string, dateText: string | null): string {
  const all = `${plain(author)}\u0000${plain(text)}\u0000${plain(dateText ?? '')}`;
  const high = BigInt(hash32(all));
  const low = BigInt(hash32(all, 0x9747b28c));
  return `f${((high << 32n) | low).toString(36)}`;
}
