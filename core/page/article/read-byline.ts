import type { RawBlock } from './read-blocks';
import { metaOf, type PageMeta } from './read-meta';

/** Words that introduce a name. */
const LEAD = '(?:[Bb]y|BY|[Vv]on|VON|[Pp]or|[Pp]ar|[Dd]oor|[Dd]i|[Aa]v|[Aa]f|[Pp]osted by|[Ww]ritten by|[Aa]ut(?:h)?or(?:a|en|in)?\\s*:)';
/** One name in letters of a case: capitals first, particles between. */
const NAME = "\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:(?:van|von|de|der|den|da|di|del|la|el|al|ter|zu)\\s+)*\\p{Lu}[\\p{L}.'’-]*){0,4}";
const VISIBLE = new RegExp(`(?:^|\\s|[|·•/])${LEAD}\\s+(${NAME}(?:\\s*(?:,|&|and|und|et|y|e|og|och)\\s+${NAME}){0,3})`, 'u');
const VISIBLE_CJK =
  /(?:作者|记者|記者|撰文|文\s*[/|])\s*[:：/]?\s*([\p{sc=Han}·]{2,5}(?:[、\s][\p{sc=Han}·]{2,4})*)|([\p{sc=Han}]{2,4})\s*[/／]\s*[\p{sc=Han}]{2,4}(?:报道|報導)/u;
const LEADING = new RegExp(`^${LEAD}\\s+`, 'u');
/** Names of nobody. */
const NOBODY = /^(?:admin|administrator|editor|editors|staff|webmaster|redaktion|redacción|unknown|none|null|anonymous)$/iu;
const MAX_NAME = 200;
const MAX_LINE = 160;

const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(LEADING, '')
    .replace(/^(?:作者|记者|記者|文)\s*[:：/]\s*/u, '')
    .trim();

/** Who wrote the story: declared by the page, otherwise the line that says so among `near` (the blocks about its start). null if unknown. */
export function readByline(meta: PageMeta, near: readonly RawBlock[]): string | null {
  const named = [...(meta.named.get('author') ?? []), ...(meta.named.get('article:author') ?? [])].filter(
    (name) => !/^https?:|^@|^\d+$/.test(name),
  );
  const declared =
    meta.linked?.author ||
    [...new Set(named)].slice(0, 4).join(', ') ||
    metaOf(meta, 'parsely-author', 'sailthru.author', 'dc.creator', 'byl', 'cxenseparse:author');
  if (declared && declared.length < MAX_NAME && !NOBODY.test(declared)) return tidy(declared) || null;
  for (const { text } of near) {
    if (text.length > MAX_LINE) continue;
    const hit = VISIBLE.exec(text) ?? VISIBLE_CJK.exec(text);
    const name = tidy(hit?.[1] ?? hit?.[2] ?? '');
    if (name.length > 1 && !NOBODY.test(name)) return name;
  }
  return null;
}
