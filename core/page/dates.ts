import type { IsoDate } from '../model/article';
import { dayOf, isoDay, isoInstant } from './dates-calendar';
import { DAY_WORDS, JALALI_MONTHS, JUST_NOW, MONTHS, ONE, UNITS, ZONES } from './dates-words';

/** How a page orders the numbers of "03/04/2020"; null where nothing tells. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd' | null;

export interface DateOptions {
  readonly now: number;
  readonly order: DateOrder;
}

/** A date within a text. `start` and `end` are UTF-16 offsets of the whole expression, its time of day included. */
export interface FoundDate {
  readonly iso: IsoDate;
  readonly start: number;
  readonly end: number;
  /** Counted back from now ("3 hours ago"). */
  readonly relative: boolean;
  /** The three numbers of an all-numeric date, for `orderOf`. */
  readonly numbers: readonly [number, number, number] | null;
}

interface Day {
  readonly day: string;
  readonly start: number;
  readonly end: number;
  readonly numbers: readonly [number, number, number] | null;
}

const YEAR_FIRST = /(?<!\d)((?:19|20|13|14|25)\d\d)\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/;
const CJK = /(?:(\d{4}|\d{2})\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日號号일]?/;
const NUMERIC = /(?<![\d.,:/-])(\d{1,2})([-/.])\s?(\d{1,2})\2\s?'?(\d{4}|\d{2})(?![\d/-])/;
const DAY_NAME_YEAR =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[\s,-]*(?:de\s+|d[’']|of\s+)?(\p{L}[\p{L}\p{M}.]{1,12}?)\.?(?:\s*,|\s+de[l]?)?[\s-]*(?:(['’]\d\d|\d{4}|\d{2})(?![\d:.])|(?=$|[\s,@|·)-]))/u;
const NAME_DAY_YEAR =
  /(?<!\p{L})(\p{L}[\p{L}\p{M}]{2,12})\.?\s+(\d{1,2})(?!\d)(?:st|nd|rd|th)?(?:\s*[,.]|\s+de)?(?:\s+(?:(?:at|um|@)?\s*\d{1,2}:\d\d(?::\d\d)?\s+)?(['’]\d\d|(?:19|20)\d\d|\d{2}(?![\d:.])))?/u;
const NAME_YEAR = /(?<!\p{L})(\p{L}[\p{L}\p{M}]{2,12})\.?,?\s+(?:de\s+)?((?:19|20)\d\d)(?!\d)/u;
const SHORT = /(?<![\d.,:/-])(\d{1,2})([-/.])(\d{1,2})\.?\s*,?\s+(?=\d{1,2}:\d\d)/;
const TIME_AFTER =
  /^[^\p{L}\d]{0,6}(?:(?:at|um|à|às|a las|a la|om|kl\.?|klo|o|alle|ore|в|о|saat|lúc|on|上午|下午|晚上|凌晨|早上|中午|午前|午後|오전|오후|\p{L}{2,9})[^\p{L}\d]{0,4})?(\d{1,2})\s?(?::|h(?=\d)|[.](?=\d\d(?!\d))|[点點时時시]\s?)(\d{2})?(?:\s?[分분])?(?:[:.](\d{2}))?(?:\.\d+)?(?:\s?[秒초])?\s*(a\.?m\b\.?|p\.?m\b\.?|uhr)?\s*(Z\b|(?:UTC|GMT)?\s?[+-]\d{1,2}:?\d{0,2}(?!\d)|\(?[A-Z]{2,4}\)?(?![A-Za-z]))?/iu;
const TIME_BEFORE = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(a\.?m\.?|p\.?m\.?)?[^\p{L}\d]*(?:\p{L}{1,9}[^\p{L}\d]+){0,2}$/iu;
const HALF_DAY = /(下午|晚上|午後|오후)/;

const month = (word: string): number => MONTHS.get((word.endsWith('.') ? word.slice(0, -1) : word).toLowerCase()) ?? 0;
const yearOf = (text: string): number => Number(text.replace(/\D/g, ''));

/** The latest such day that is not after tomorrow. */
function withoutYear(m: number, d: number, now: number): string | null {
  const year = new Date(now).getUTCFullYear();
  const day = isoDay(year, m, d);
  return day !== null && Date.parse(day) > now + 2 * 86_400_000 ? isoDay(year - 1, m, d) : (day ?? isoDay(year - 1, m, d));
}

/** A day of the week behind a date in Chinese or Japanese: "08/06/22(日)". */
const WEEK = '日月火水木金土';
const WEEKDAY = /^\s?[(（]([日月火水木金土])[)）]/;

/** The one order of "08/06/22" in which that day falls on day `weekday` (0 is Sunday), null where none or several do. */
function orderByWeekday([a, b, c]: readonly [number, number, number], weekday: number): Exclude<DateOrder, null> | null {
  const days = { ymd: isoDay(a, b, c), mdy: isoDay(c, a, b), dmy: isoDay(c, b, a) };
  const fit = (['ymd', 'mdy', 'dmy'] as const).filter((order) => days[order] !== null && new Date(days[order]).getUTCDay() === weekday);
  return fit.length === 1 ? fit[0]! : fit.includes('ymd') ? 'ymd' : null;
}

function numericDay(a: number, b: number, c: number, order: DateOrder): string | null {
  if (order === 'ymd') return isoDay(a, b, c);
  if (order === 'mdy') return isoDay(c, a, b) ?? isoDay(c, b, a);
  if (order === 'dmy') return isoDay(c, b, a) ?? isoDay(c, a, b);
  return isoDay(c, b, a) ?? isoDay(c, a, b) ?? isoDay(a, b, c);
}

/** Has a text ASCII digits, the signs that part the numbers of a date, and letters? */
function marksOf(text: string): { readonly digits: boolean; readonly separators: boolean; readonly letters: boolean } {
  let digits = false;
  let separators = false;
  let letters = false;
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n);
    if (code >= 48 && code <= 57) digits = true;
    else if (code >= 45 && code <= 47) separators = true;
    else if (code >= 128 || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) letters = true;
  }
  return { digits, separators, letters };
}

function findDay(text: string, { now, order }: DateOptions): Day | null {
  const at = (match: RegExpExecArray, day: string | null, numbers: Day['numbers'] = null): Day | null =>
    day === null ? null : { day, start: match.index, end: match.index + match[0].length, numbers };
  // What each way of writing needs is looked for first: most texts with a number are no dates, and patterns are dear.
  const { digits, separators, letters } = marksOf(text);
  if (!digits) return null;
  let match = separators ? YEAR_FIRST.exec(text) : null;
  let found: Day | null = match && at(match, isoDay(Number(match[1]), Number(match[3]), Number(match[4])));
  if (found) return found;
  match = text.includes('月') || text.includes('월') ? CJK.exec(text) : null;
  if (match) {
    const [m, d] = [Number(match[2]), Number(match[3])];
    found = at(match, match[1] ? isoDay(Number(match[1]), m, d) : withoutYear(m, d, now));
    if (found) return found;
  }
  match = separators ? NUMERIC.exec(text) : null;
  if (match) {
    const [a, b, c] = [Number(match[1]), Number(match[3]), Number(match[4])] as const;
    const end = match.index + match[0].length;
    const named = WEEKDAY.exec(text.slice(end, end + 4));
    const told = named && orderByWeekday([a, b, c], WEEK.indexOf(named[1]!));
    found = at(match, numericDay(a, b, c, told ?? (c > 99 && order === 'ymd' ? null : order)), [a, b, c]);
    if (found) return named ? { ...found, end: end + named[0].length } : found;
  }
  const named = letters ? DAY_NAME_YEAR.exec(text) : null;
  match = named;
  if (match) {
    const m = month(match[2]!);
    if (m) found = at(match, match[3] ? isoDay(yearOf(match[3]), m, Number(match[1])) : null);
    const jalali = JALALI_MONTHS.get(match[2]!);
    if (jalali && match[3]) found = at(match, isoDay(yearOf(match[3]), jalali, Number(match[1])));
    if (found) return found;
  }
  match = letters ? NAME_DAY_YEAR.exec(text) : null;
  if (match && month(match[1]!)) {
    const m = month(match[1]!);
    found = at(match, match[3] ? isoDay(yearOf(match[3]), m, Number(match[2])) : withoutYear(m, Number(match[2]), now));
    if (found) return found;
  }
  match = named;
  if (match && month(match[2]!) && !match[3]) {
    found = at(match, withoutYear(month(match[2]!), Number(match[1]), now));
    if (found) return found;
  }
  match = letters ? NAME_YEAR.exec(text) : null;
  if (match && month(match[1]!)) return at(match, isoDay(Number(match[2]), month(match[1]!), 1));
  match = separators ? SHORT.exec(text) : null;
  if (match) {
    const [a, b] = [Number(match[1]), Number(match[3])];
    const dayFirst = order === 'dmy' || a > 12 || (order !== 'mdy' && match[2] === '.');
    return at(match, dayFirst ? withoutYear(b, a, now) : withoutYear(a, b, now));
  }
  return null;
}

/** Minutes east of UTC that a zone text names, null for none or an unknown one. */
function offsetOf(zone: string | undefined): number | null {
  if (!zone) return null;
  const number = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (number) return (number[1] === '-' ? -1 : 1) * (Number(number[2]) * 60 + Number(number[3] ?? 0));
  const hours = ZONES.get(zone.replace(/[()]/g, '').toLowerCase());
  return hours === undefined ? null : hours * 60;
}

function withTime(text: string, found: Day): FoundDate {
  const rest = text.slice(found.end, found.end + 48);
  const after = /^T\d/.test(rest) ? TIME_AFTER.exec(rest.slice(1)) : TIME_AFTER.exec(rest);
  const skipped = /^T\d/.test(rest) ? 1 : 0;
  const plain: FoundDate = { iso: found.day, start: found.start, end: found.end, relative: false, numbers: found.numbers };
  if (after && Number(after[1]) < 25 && (after[2] || /[点點时時시]/.test(after[0])) && Number(after[2] ?? 0) < 60) {
    let hour = Number(after[1]) % 24;
    if ((/^p/i.test(after[4] ?? '') || HALF_DAY.test(after[0])) && hour < 12) hour += 12;
    if (/^a/i.test(after[4] ?? '') && hour === 12) hour = 0;
    const zone = offsetOf(after[5]);
    const used = after[5] && zone === null ? after[0].slice(0, after[0].length - after[5].length).trimEnd() : after[0].trimEnd();
    const end = found.end + skipped + used.length;
    return zone === null
      ? { ...plain, end }
      : { ...plain, end, iso: isoInstant(found.day, hour, Number(after[2] ?? 0), Number(after[3] ?? 0), zone) };
  }
  const before = TIME_BEFORE.exec(text.slice(Math.max(0, found.start - 32), found.start));
  return before ? { ...plain, start: found.start - (Math.min(32, found.start) - before.index) } : plain;
}

const AGO =
  /(?<![\p{L}\d.])(?:(?:vor|hace|há|il y a|fa|пре|لـ|قبل|منذ|لפני|לפני|för|for|om|před|acum|πριν|prieš)\s+)?(?:(?:about|over|almost|etwa|environ|ungefähr|около|约|約)\s+)?(\d{1,4}|an?|eine[rmn]?|une?|um|uma|один|半)\s*([\p{L}]+)\.?(?:\s*(?:,|and|und|et|y|e)?\s*\d{1,3}\s*([\p{L}]+))?\s*((?:ago|her|atrás|fa|назад|тому|temu|önce|sitten|sedan|siden|geleden|trước|lalu|yang|前|以前|之前|전|پیش|קודם)(?![\p{L}])|前|以前|之前|전)?/iu;
const AGO_BEFORE = /^(?:vor|hace|há|il y a|пре|قبل|منذ|לפני|för|před|acum|πριν|prieš)\s/i;
/** A relative date without a word for "ago" ("3mo", "2y") counts only when it is the whole text. */
const BARE = /^(\d{1,3})\s?(s|m|min|h|hr|d|w|wk|mo|mon|y|yr|天|日)$/i;

function findRelative(text: string, now: number): FoundDate | null {
  const trimmed = text.trim();
  const make = (ms: number, unit: number, start: number, end: number): FoundDate | null => {
    const day = dayOf(now - ms);
    const iso = day && unit < 86_400_000 ? new Date(now - ms).toISOString().replace(/\.\d+Z$/, 'Z') : day;
    return iso ? { iso, start, end, relative: true, numbers: null } : null;
  };
  if (trimmed.length < 24 && JUST_NOW.test(trimmed)) return make(0, 1, text.indexOf(trimmed), text.indexOf(trimmed) + trimmed.length);
  const bare = BARE.exec(trimmed);
  if (bare) {
    const unit = UNITS.get(bare[2]!.toLowerCase()) ?? 0;
    return make(Number(bare[1]) * unit, unit, text.indexOf(trimmed), text.indexOf(trimmed) + trimmed.length);
  }
  const ago = AGO.exec(text);
  if (ago) {
    let word = ago[2]!.toLowerCase();
    let tail = ago[4] ?? '';
    if (!tail) {
      const glued = /^(.+?)(前|以前|之前|전)$/u.exec(word);
      if (glued) [word, tail] = [glued[1]!, glued[2]!];
    }
    const unit = UNITS.get(word);
    if (unit && (tail || AGO_BEFORE.test(ago[0]))) {
      const count = ONE.test(ago[1]!.toLowerCase()) ? (ago[1] === '半' ? 0.5 : 1) : Number(ago[1]);
      return make(count * unit, unit, ago.index, ago.index + ago[0].trimEnd().length);
    }
  }
  const word = /^[\s\p{P}]*(?:(?:编辑|發佈|发布|发表|發表|更新|回复|评论)[于於]\s*)?([\p{L}’']+)/u.exec(text);
  const back = word && DAY_WORDS.get(word[1]!.toLowerCase());
  if (word && back !== undefined && back !== null && (trimmed.length < 32 || /^.{0,16}\d{1,2}:\d\d/.test(trimmed))) {
    const time = /^[^\d]{0,8}\d{1,2}:\d\d(?:\s*[ap]m)?/i.exec(text.slice(word[0].length));
    if (!time && trimmed.length > word[1]!.length + 2) return null;
    return make(back * 86_400_000, 86_400_000, word[0].length - word[1]!.length, word[0].length + (time?.[0].length ?? 0));
  }
  return null;
}

const WORTH_READING =
  /[\d۰-۹٠-٩０-９]|[今昨前刚剛現现어오방지]|yesterday|today|now|an? |ier|ayer|gest|heute|ontem|hoy|hoje|вчера|сегодня|только|dün|bugün|igår|idag/i;

/** The first date of a text (look at short texts only: prose is full of dates that date nothing). null where there is none. Never throws. */
export function findDate(text: string, options: DateOptions): FoundDate | null {
  if (text.length < 2 || !WORTH_READING.test(text)) return null;
  const ascii = /[۰-۹٠-٩０-９]/.test(text) ? text.replace(/[۰-۹٠-٩０-９]/g, (digit) => String(digitValue(digit))) : text;
  const day = findDay(ascii, options);
  return day ? withTime(ascii, day) : findRelative(ascii, options.now);
}

function digitValue(digit: string): number {
  const code = digit.charCodeAt(0);
  return code >= 0xff10 ? code - 0xff10 : code >= 0x6f0 ? code - 0x6f0 : code - 0x660;
}

/** A date from a machine-readable attribute: ISO 8601, RFC 2822, or an epoch in seconds or milliseconds. null for anything else. */
export function machineDate(value: string): IsoDate | null {
  const text = value.trim();
  if (/^1[0-9]{9}$/.test(text)) return instant(Number(text) * 1000);
  if (/^1[0-9]{12}$/.test(text)) return instant(Number(text));
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?/.exec(text);
  if (iso) {
    const day = isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    const zone = iso[7] === 'Z' ? 0 : offsetOf(iso[7]);
    return day && iso[4] && zone !== null ? isoInstant(day, Number(iso[4]), Number(iso[5]), Number(iso[6] ?? 0), zone) : day;
  }
  return null;
}

function instant(ms: number): IsoDate {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

/**
 * How a page orders its all-numeric dates, from all of them together: a number over 12 or 31 settles it; otherwise the order in which the
 * days run forward most often; otherwise month first for English and day first for others.
 */
export function orderOf(dates: readonly (readonly [number, number, number])[], lang: string): DateOrder {
  if (dates.length === 0) return null;
  const can = (order: DateOrder) => dates.every(([a, b, c]) => strictDay(a, b, c, order) !== null);
  const orders = (['mdy', 'dmy', 'ymd'] as const).filter(can);
  if (orders.length === 1) return orders[0]!;
  const rising = (order: DateOrder) => {
    const days = dates.map(([a, b, c]) => Date.parse(strictDay(a, b, c, order) ?? ''));
    let steps = 0;
    for (let i = 1; i < days.length; i++) steps += Math.abs(days[i]! - days[i - 1]!);
    return steps;
  };
  const english = /^en(?!-(?:gb|au|nz|ie|in|za))/i.test(lang) || lang === '';
  const wanted: DateOrder = /^(?:zh|ja|ko|hu|lt|mn)/i.test(lang) ? 'ymd' : english ? 'mdy' : 'dmy';
  let best = orders.includes(wanted) ? wanted : (orders[0] ?? null);
  if (dates.length < 3 || best === null) return best;
  // The wrong reading scatters a thread over months: the order in which neighbours lie nearest is right.
  for (const order of orders) if (rising(order) < 0.5 * rising(best)) best = order;
  return best;
}

function strictDay(a: number, b: number, c: number, order: DateOrder): string | null {
  return order === 'mdy' ? isoDay(c, a, b) : order === 'dmy' ? isoDay(c, b, a) : a < 100 && c < 32 ? isoDay(a, b, c) : null;
}
