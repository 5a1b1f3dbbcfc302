import type { RawBlock } from './read-blocks';
import { metaOf, type PageMeta } from './read-meta';

const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^(?:by|von|por|par|door|di|posted by|written by|author|作者|记者|記者|文)\s*[:：/]?\s+/iu, '')
    .trim();
const VISIBLE =
  /^(?:by|von|por|par|posted by|written by)\s+(\p{Lu}[\p{L}.'’-]+(?:\s+(?:(?:and|und|et|y|de|van|der)\s+)?\p{Lu}[\p{L}.'’-]+){0,6})|(?:作者|记者|記者|撰文)\s*[:：/]?\s*([\p{sc=Han}]{2,4})/iu;

/** Who wrote the story: declared by the page, otherwise the line that says so near the story's start. null if unknown. */
export function readByline(meta: PageMeta, near: readonly RawBlock[]): string | null {
  const authors = [...(meta.named.get('author') ?? []), ...(meta.named.get('article:author') ?? [])].filter(
    (name) => !/^https?:|^@/.test(name),
  );
  const declared =
    meta.linked?.author ||
    [...new Set(authors)].slice(0, 4).join(', ') ||
    metaOf(meta, 'parsely-author', 'sailthru.author', 'dc.creator', 'byl', 'cxenseparse:author');
  if (declared && declared.length < 200 && !/^(?:admin|editor|staff|webmaster|administrator)$/i.test(declared)) return tidy(declared);
  for (const block of near) {
    if (block.text.length > 160) continue;
    const hit = VISIBLE.exec(block.text);
    const name = hit?.[1] ?? hit?.[2];
    if (name) return tidy(name);
  }
  return null;
}
