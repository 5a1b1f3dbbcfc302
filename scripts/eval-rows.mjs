import { readFileSync } from 'node:fs';
import './load-ts.mjs';

const { guessLanguage } = await import('../core/text/language.ts');

/** The rows of a file of JSON lines. */
export const rowsOf = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** A row of documents `{title, text, lang}` as the article that a page reader would give: a paragraph a line. */
export function articleOf({ title, text, lang }) {
  const blocks = text
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .map((line) => ({ kind: 'paragraph', text: line, level: null }));
  return { url: '', title: title ?? '', byline: null, date: null, dateText: null, site: null, lang: lang ?? guessLanguage(text), blocks };
}
