import { collapse } from './collapse';
import { joinTexts } from './read-text';
import { lowerBound } from './thread/ascending';
import type { Layout } from './thread/layout';

/** Longer texts name no floor and count no votes. */
const LONGEST = 64;
/** Raw characters, indents of the markup included, above which a text is not looked at. */
const LONGEST_RAW = 400;
const MOST_NODES = 12;

/** The text of an element of a record, nested records left out and white space collapsed; null where it is long. */
export type ShortTexts = (record: number, i: number) => string | null;

/** Reads short texts once each: floors, scores and parents ask for the same ones. */
export function shortTexts(layout: Layout): ShortTexts {
  const { page } = layout;
  const known = new Map<number, string | null>();
  return (record, i) => {
    const before = known.get(i);
    if (before !== undefined) return before;
    const made = read(record, i);
    known.set(i, made);
    return made;
  };
  function read(record: number, i: number): string | null {
    if (page.text[i]! > LONGEST_RAW) return null;
    const own = layout.texts[record]!;
    const texts: number[] = [];
    for (let n = lowerBound(own, page.from[i]!); n < own.length && own[n]! < page.to[i]!; n++) {
      if (texts.length === MOST_NODES) return null;
      texts.push(own[n]!);
    }
    const text = texts.length === 1 ? collapse(page.words[texts[0]!]!).trim() : collapse(joinTexts(page, texts));
    return text.length > LONGEST ? null : text;
  }
}
