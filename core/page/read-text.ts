import type { Scan } from './thread/cues';

/** Elements whose start and end break the line. */
const BLOCKS = new Set([
  'DIV',
  'P',
  'LI',
  'UL',
  'OL',
  'DL',
  'DT',
  'DD',
  'TABLE',
  'TBODY',
  'TR',
  'BLOCKQUOTE',
  'PRE',
  'SECTION',
  'ARTICLE',
  'ASIDE',
  'HEADER',
  'FOOTER',
  'MAIN',
  'NAV',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'FORM',
  'FIELDSET',
  'FIGURE',
  'FIGCAPTION',
  'HR',
  'ADDRESS',
  'DETAILS',
  'SUMMARY',
  'CENTER',
  'BODY',
]);

/** The words of some text nodes (indexes into `page.nodes`, ascending) as they read: white space collapsed, a line a block. Pre-formatted text keeps its lines. */
export function joinTexts(page: Scan, texts: readonly number[]): string {
  let text = '';
  let lastBlock = -1;
  let last = -1;
  for (const t of texts) {
    let block = page.owner[t]!;
    let pre = false;
    while (block > 0 && !BLOCKS.has(page.tags[block]!)) block = page.parent[block]!;
    pre = page.tags[block] === 'PRE';
    const data = page.nodes[t]!.data;
    const words = pre ? data.replace(/[^\S\n]+/g, ' ') : data.replace(/\s+/g, ' ');
    let broken = last >= 0 && block !== lastBlock;
    if (!broken && last >= 0)
      for (let i = page.at[last]!; i < page.at[t]!; i++) if (page.tags[i] === 'BR' || BLOCKS.has(page.tags[i]!)) broken = true;
    if (broken) text = `${text.trimEnd()}\n${words.trimStart()}`;
    // White space between two inline elements was left out of the survey when it stood alone.
    else if (last >= 0 && t - last > 0 && gapBetween(page, last, t) && !/\s$/.test(text) && !/^\s/.test(words)) text += ` ${words}`;
    else text += words;
    last = t;
    lastBlock = block;
  }
  return text
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/ {2,}/g, ' ')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** Does white space alone stand anywhere between two kept texts? */
function gapBetween(page: Scan, last: number, t: number): boolean {
  for (let n = last + 1; n <= t; n++) if (page.spaced[n]) return true;
  return false;
}
