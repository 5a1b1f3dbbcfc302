import { BEFORE_NAME, cleanName } from './clean-name';
import { collapse } from './collapse';
import { findDate } from './dates';
import { HINT } from './thread/hints';
import type { Layout } from './thread/layout';
import { GUEST, SAYS } from './thread/words';

/** A name that stands in bare text, without an element of its own. */
export interface ToldName {
  /** '' for none. */
  readonly name: string;
  /** The text node that tells it, -1 for none. */
  readonly node: number;
}

/** Only what stands this early can be a name where no class or link says so. */
export const HEADER_CHARACTERS = 260;
/** Only what stands this late can sign a comment. */
const FOOTER_CHARACTERS = 120;
/** Longest name that is believed. */
export const LONGEST_NAME = 64;
/** Longest name that is believed where other names stand at the same place. */
export const LONGEST_MARKED_NAME = 120;

/** "Jane says:" or "by Jane on March 3rd" as bare text without an element of its own. */
export function says(layout: Layout, record: number): ToldName {
  let size = 0;
  for (const t of layout.texts[record]!) {
    const data = collapse(layout.page.words[t]!).trim();
    if (quoted(layout, record, layout.page.owner[t]!)) continue;
    if (data.length < LONGEST_NAME + 12 && (SAYS.test(data) || (BEFORE_NAME.test(data) && data.length < 40))) {
      const name = cleanName(data);
      if (name !== '') return { name, node: t };
    }
    const name = data.length < 120 ? besideDate(data) : '';
    if (name !== '') return { name, node: t };
    size += data.length;
    if (size > HEADER_CHARACTERS) break;
  }
  return signed(layout, record);
}

/** "Posted by Jane on March 3rd" below the words: one of the last texts, where it names a person and a day. */
function signed(layout: Layout, record: number): ToldName {
  const texts = layout.texts[record]!;
  for (let n = texts.length - 1, size = 0; n > 0 && size < FOOTER_CHARACTERS; n--) {
    const words = layout.page.words[texts[n]!]!;
    const name = words.length < 120 ? besideDate(collapse(words).trim()) : '';
    if (name !== '') return { name, node: texts[n]! };
    size += words.length;
  }
  return { name: '', node: -1 };
}

/** Who has no account has no link and often no element: the word for a guest, alone in a text node of the header. */
export function nameless(layout: Layout, record: number): ToldName {
  let size = 0;
  for (const t of layout.texts[record]!) {
    const data = layout.page.words[t]!.trim();
    const name = data.length < 40 ? GUEST.exec(data)?.[1] : undefined;
    if (name !== undefined && !quoted(layout, record, layout.page.owner[t]!)) return { name, node: t };
    size += data.length;
    if (size > 120) break;
  }
  return { name: '', node: -1 };
}

/** Within a quotation, whose "Jane wrote:" names somebody else. */
function quoted(layout: Layout, record: number, i: number): boolean {
  const { page } = layout;
  for (let j = i, steps = 0; j >= layout.spans[record]!.start && steps < 6; j = page.parent[j]!, steps++)
    if (page.tags[j] === 'BLOCKQUOTE' || page.info[j]!.hints & HINT.quote) return true;
  return false;
}

/** "by Jane on March 3rd, 2011", "Le 12 mars 2021, par Jeanne": the name in a line that dates a comment. */
function besideDate(line: string): string {
  const date = findDate(line, { now: 0, order: null });
  if (!date) return '';
  const before = line.slice(0, date.start).replace(/[\s,–—|-]*(?:on|am|at|le|el|em|op|il|den|dne|the|at|@|,|vor)?\s*$/iu, '');
  if (BEFORE_NAME.test(before) && before.length < LONGEST_NAME) return cleanName(before);
  const after = line.slice(date.end).replace(/^[\s,–—|-]+(?:uhr[\s,]*)?/iu, '');
  return BEFORE_NAME.test(after) && after.length < LONGEST_NAME ? cleanName(after) : '';
}
