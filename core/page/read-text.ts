import { collapse } from './collapse';
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
export function joinTexts(page: Scan, texts: ArrayLike<number>): string {
  if (texts.length === 1 && blockOf(page, texts[0]!) >= 0) return collapse(page.words[texts[0]!]!).trim();
  const lines: string[] = [];
  let line = '';
  let lastBlock = -1;
  let last = -1;
  const end = () => {
    const tidy = (line.includes('  ') ? line.replace(/ {2,}/g, ' ') : line).trim();
    if (tidy !== '') lines.push(tidy);
    line = '';
  };
  for (let n = 0; n < texts.length; n++) {
    const t = texts[n]!;
    const block = blockOf(page, t);
    const at = block < 0 ? ~block : block;
    const data = page.words[t]!;
    if (last >= 0 && (at !== lastBlock || breaks(page, last, t))) end();
    // White space between two inline elements was left out of the survey when it stood alone.
    else if (last >= 0 && gapBetween(page, last, t) && !/\s$/.test(line) && !/^\s/.test(data)) line += ' ';
    if (block >= 0) line += collapse(data);
    else {
      const rows = data.replace(/[^\S\n]+/g, ' ').split('\n');
      for (let r = 0; r < rows.length; r++) {
        if (r > 0) end();
        line += rows[r]!;
      }
    }
    last = t;
    lastBlock = at;
  }
  end();
  return lines.join('\n');
}

/** The block around a text: its index, or the complement of it for pre-formatted text. */
function blockOf(page: Scan, t: number): number {
  let block = page.owner[t]!;
  while (block > 0 && !BLOCKS.has(page.tags[block]!)) block = page.parent[block]!;
  return page.tags[block] === 'PRE' ? ~block : block;
}

/** Does a block or a line break open between two texts? */
function breaks(page: Scan, last: number, t: number): boolean {
  for (let i = page.at[last]!; i < page.at[t]!; i++) if (page.tags[i] === 'BR' || BLOCKS.has(page.tags[i]!)) return true;
  return false;
}

/** Does white space alone stand anywhere between two kept texts? */
function gapBetween(page: Scan, last: number, t: number): boolean {
  for (let n = last + 1; n <= t; n++) if (page.spaced[n]) return true;
  return false;
}
