import { SAYS } from './thread/words';

/** What may open a line that names a writer: "Posted by Jane". */
export const BEFORE_NAME =
  /^(?:(?:posted|written|comment(?:ed)?|submitted|reply|answer|answered|asked|geschrieben|verfasst|publié|enviado|escrito)\s+(?:by|von|par|por)|by|von|par|por|от)\s+(?=\S)/iu;
const LABEL_BEFORE_NAME = /^(?:作者|发信人|發信人|投稿者|名前|글쓴이|작성자|author|name|user(?:name)?|autor|nick|from)\s*[:：]\s*(?=\S)/iu;

/** A name without "by", "says:" and the like. */
export function cleanName(text: string): string {
  let name = known.get(text);
  if (name === undefined) {
    name = clean(text);
    if (known.size >= MOST_KNOWN) known.clear();
    if (text.length <= LONGEST_KNOWN) known.set(text, name);
  }
  return name;
}

/** Names remembered, and their characters at most: who writes much is named often. */
const MOST_KNOWN = 1000;
const LONGEST_KNOWN = 64;
const known = new Map<string, string>();

function clean(text: string): string {
  let name = text
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .trim();
  name = name.replace(SAYS, '').trim();
  name = name.replace(BEFORE_NAME, '').replace(LABEL_BEFORE_NAME, '');
  name = name.replace(/^[\s,:;|·•»«>\-–—~]+|[\s,:;|·•»«>–—：，、]+$/gu, '').trim();
  name = name.replace(/\s-$/, '').trim();
  return name;
}
