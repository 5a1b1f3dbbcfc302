import { MAYBE, NUMBERED, ORDINAL_STOP, STARTERS, TITLES } from './abbreviations';

/** A range of a text in UTF-16 offsets, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

// Sentence ends of every script that has them, quotes that may hold several, and line breaks.
const MARK = /[\p{Sentence_Terminal}…;\n“”„«»「」『』"]/gu;
const CLOSER = /["'”’“‘»«›‹」』）)\]】》〉›〗〕]/;
const CJK_STOP = /[。！？｡．︒]/;
const CJK = /[\u2e80-\u2fff\u3005-\u30ff\u3105-\u312f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;
const CLOSE_OF: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '「': '」', '『': '』', '«': '»', '»': '«', '"': '"', '”': '”' };
/** A quotation is kept whole up to this many code units; in CJK a unit says about three times as much. */
const QUOTE_UNITS = 320;
const QUOTE_UNITS_CJK = 130;
/** Scripts without sentence ends are broken at a space once a piece has this many code units. */
const SPACE_BREAK_UNITS = 90;
// Right behind a closing quote these go on with the sentence: 「行く。」と言った, “…。”的说法.
const GOES_ON = /[とがをはにでもの、，；：的和与與及或是等]/;
const NO_STOPS = /[\u0e00-\u0eff]/;
// 赵萍表示。 / 该工作人员说道。: the tag of the quotation before it.
const TAG =
  /^[^，,。！？]{1,24}(?:说|說|称|稱|道|表示|指出|认为|認為|介绍|介紹|坦言|透露|强调|強調|回应|回應|と話す|と述べた|と語った)[。！]?$/;

/** Where the quotation opened at `open` closes, -1 if it is not closed within the limit. Nested quotes of the same kind count. */
function closingAt(text: string, open: number, limit: number): number {
  const opener = text[open]!;
  const closers = CLOSE_OF[opener]!;
  let depth = 0;
  const last = Math.min(text.length, open + limit);
  for (let i = open + 1; i < last; i++) {
    const char = text[i]!;
    if (char === '\n') return -1;
    if (closers.includes(char)) {
      if (depth === 0) return i;
      depth--;
    } else if (char === opener) depth++;
  }
  return -1;
}

function isAbbreviation(text: string, start: number, dot: number, lang: string, next: string): boolean {
  let from = dot;
  while (from > start && !/[\s(（“"'’‘«„\u4e00-\u9fff]/.test(text[from - 1]!)) from--;
  const word = text.slice(from, dot).toLowerCase();
  if (word === '') return false;
  if (TITLES.has(word)) return true;
  if (NUMBERED.has(word)) return /^[\dIVX]/.test(next);
  const starter = STARTERS.has((/^[\p{L}]+/u.exec(next)?.[0] ?? '').toLowerCase());
  if (MAYBE.has(word)) return !starter && !/^[“"«„]/.test(next);
  // Initials and dotted capitals: "J. K. Rowling", "U.S.A. officials".
  if (/^(?:\p{L}\.)*\p{L}$/u.test(word) && /\p{Lu}/u.test(text[from]!)) return !starter || word === 'j';
  // "1. First", and "3. Mai" where ordinals are written so.
  if (/^\d{1,3}$/.test(word)) return from === start || (dot - from < 3 && ORDINAL_STOP.has(lang));
  return false;
}

/** Does the mark at [from, to) end a sentence, `after` being the first unit behind its closing quotes and brackets? */
function endsSentence(text: string, start: number, from: number, to: number, after: number, lang: string): boolean {
  const marks = text.slice(from, to);
  if (after >= text.length) return true;
  const next = text[after]!;
  if (CJK_STOP.test(marks)) return !(after > to && GOES_ON.test(next));
  const cjkBefore = CJK.test(text[from - 1] ?? '');
  if (marks[0] === '…' && (cjkBefore || CJK.test(next))) return after > to && cjkBefore && CJK.test(next);
  if (marks === ';') return lang === 'el' && /\s/.test(next);
  if (!/\s/.test(next)) {
    // Without a space behind it a western mark ends a sentence of CJK text only: 3.5, example.com, "?)" go on.
    return cjkBefore && CJK.test(next) && !/[，、：；,)）]/.test(next);
  }
  let at = after;
  while (at < text.length && /\s/.test(text[at]!)) at++;
  const rest = text.slice(at, at + 24);
  const head = /^["'“‘‚«„»‹›(¿¡[*—–-]*\s?(.)/su.exec(rest)?.[1] ?? '';
  if (/\p{Ll}/u.test(head)) return false;
  if (/^[—–-]/.test(rest) && after > to) return false;
  if (marks === '.' || marks === '．') return !isAbbreviation(text, start, from, lang, rest);
  return true;
}

function trimmed(text: string, start: number, end: number): Range | null {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return end > start ? { start, end } : null;
}

function breakAtSpaces(text: string, range: Range, out: Range[]): void {
  let start = range.start;
  for (let i = range.start; i < range.end; i++) {
    if (text[i] !== ' ' || i - start < SPACE_BREAK_UNITS || range.end - i < SPACE_BREAK_UNITS / 3) continue;
    const piece = trimmed(text, start, i);
    if (piece) out.push(piece);
    start = i;
  }
  const piece = trimmed(text, start, range.end);
  if (piece) out.push(piece);
}

/**
 * The sentences of a text in order, as ranges without surrounding space; every letter lies in exactly one range. Line breaks
 * end sentences. A quotation is not cut inside unless it is very long, closing quotes stay with their sentence, abbreviations,
 * initials, ordinals, decimals and addresses do not end one, and "he said" goes with its quotation. Thai and Lao, which
 * have no full stop, are cut at spaces. `lang` is a BCP 47 tag or null. Never throws. Written as a scan because Intl.Segmenter breaks at
 * all of these (merging its pieces again needs the same tests) and differs between browsers; a quarter of a word pass in cost.
 */
export function segmentSentences(text: string, lang: string | null): Range[] {
  const primary = (lang ?? '').split('-')[0]!.toLowerCase();
  const out: Range[] = [];
  let start = 0;
  let quotedUntil = -1;
  const push = (end: number) => {
    const range = trimmed(text, start, end);
    start = end;
    if (!range) return;
    const last = out[out.length - 1];
    const glue = last && range.end - range.start <= 30 && range.start - last.end <= 1 && /[”」』"]/.test(text[last.end - 1]!);
    if (glue && TAG.test(text.slice(range.start, range.end))) out[out.length - 1] = { start: last.start, end: range.end };
    else if (range.end - range.start > 2 * SPACE_BREAK_UNITS && NO_STOPS.test(text.slice(range.start, range.start + 40)))
      breakAtSpaces(text, range, out);
    else out.push(range);
  };
  MARK.lastIndex = 0;
  for (let match = MARK.exec(text); match; match = MARK.exec(text)) {
    const mark = match[0];
    const from = match.index;
    if (mark === '\n') {
      quotedUntil = -1;
      push(from);
      continue;
    }
    if (CLOSE_OF[mark] !== undefined && from > quotedUntil) {
      const cjk = CJK.test(text[from + 1] ?? '') || CJK.test(text[from - 1] ?? '');
      const close = closingAt(text, from, cjk ? QUOTE_UNITS_CJK : QUOTE_UNITS);
      if (close > 0) quotedUntil = close;
      continue;
    }
    if (from < quotedUntil) {
      // Only the marks right before the closing quote can end the sentence: “…。” and then what follows.
      let to = from + 1;
      while (to < quotedUntil && /[\p{Sentence_Terminal}…]/u.test(text[to]!)) to++;
      if (to < quotedUntil) continue;
    } else if (CLOSE_OF[mark] !== undefined || '”»」』'.includes(mark)) continue;
    let to = from + mark.length;
    while (to < text.length && /[\p{Sentence_Terminal}…]/u.test(text[to]!)) to++;
    let after = to;
    while (after < text.length && CLOSER.test(text[after]!) && !(after > quotedUntil && opensHere(text, after))) after++;
    MARK.lastIndex = Math.max(after, from + mark.length);
    if (endsSentence(text, start, from, to, after, primary)) {
      quotedUntil = Math.min(quotedUntil, after);
      push(after);
    }
  }
  push(text.length);
  return out;
}

/** Is the quote mark at `at` an opening one, though it may close as well? A mark glued to the next word with space before it, or “ before CJK. */
function opensHere(text: string, at: number): boolean {
  const char = text[at]!;
  const next = text[at + 1] ?? ' ';
  if (char === '“' || char === '«' || char === '‘' || char === '‹' || char === '›') return !/[\s.,]/.test(next);
  return false;
}

const WORD_SEGMENTERS = new Map<string, Intl.Segmenter>();

function segmenterFor(lang: string | null): Intl.Segmenter {
  const key = lang ?? '';
  let segmenter = WORD_SEGMENTERS.get(key);
  if (!segmenter) {
    let locale: string | undefined;
    try {
      locale = lang ? Intl.getCanonicalLocales(lang)[0] : undefined;
    } catch {
      locale = undefined;
    }
    segmenter = new Intl.Segmenter(locale ?? 'en', { granularity: 'word' });
    WORD_SEGMENTERS.set(key, segmenter);
  }
  return segmenter;
}

/** The pieces of a text between word boundaries with where they start; `isWordLike` tells words and numbers from the rest. A tag that Intl does not know falls back to the root rules. */
export function wordSegments(text: string, lang: string | null): Iterable<Intl.SegmentData> {
  return segmenterFor(lang).segment(text);
}

/** The words of a text in order: numbers and CJK words included, punctuation not. */
export function words(text: string, lang: string | null): string[] {
  const out: string[] = [];
  for (const { segment, isWordLike } of wordSegments(text, lang)) if (isWordLike) out.push(segment);
  return out;
}
