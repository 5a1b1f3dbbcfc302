import { findDate, machineDate } from '../dates';
import { attributeOf } from '../safe-dom';
import { firstIn, type Group, nestingOf, ownCounts, type Span } from './groups';
import { HINT } from './hints';
import { countIn, lowerBound, type Scan } from './scan';

/** Names of the features, in the order of `describeGroup`. Each lies in about 0 … 1 or –1 … 1. */
export const FEATURES = [
  'one',
  'two',
  'few',
  'size',
  'date',
  'dateOnce',
  'dateMany',
  'machine',
  'author',
  'authorMany',
  'profile',
  'says',
  'reply',
  'control',
  'serialRoot',
  'serial',
  'schema',
  'classComment',
  'classPost',
  'classList',
  'classChrome',
  'listInside',
  'contextComment',
  'contextList',
  'text',
  'textShort',
  'textSpread',
  'linkShare',
  'titleLink',
  'headingLink',
  'heading',
  'counted',
  'price',
  'more',
  'image',
  'field',
  'share',
  'rest',
  'writeNear',
  'headedNear',
  'dateRising',
  'dateFalling',
  'names',
  'namesRepeat',
  'nested',
  'gaps',
  'uniform',
  'late',
  'dateAuthor',
  'bareText',
  'replyAuthor',
  'commentDate',
  'commentAuthor',
  'allThree',
  'blocks',
  'joined',
  'edited',
  'sameText',
  'tableRow',
  'inline',
  'anchored',
  'stretched',
  'beforeText',
  'onlyLink',
  'lead',
  'floor',
  'dateSame',
  'authorSame',
  'clock',
  'prose',
  'textLong',
  'quoted',
  'dateExact',
  'dateCover',
  'authorExact',
  'authorCover',
  'replyExact',
  'replyCover',
  'avatar',
] as const;
export type Feature = (typeof FEATURES)[number];

const clamp = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value);

/** At most this many records of a group are looked at closely. */
const SAMPLE = 48;

/** Describes a group by numbers that are the same for a thread of any engine. */
export function describeGroup(page: Scan, group: Group): Float64Array {
  const { cues, info, text, link, tags, parent, ids } = page;
  // Of a long thread its beginning and end are looked at; sums are scaled up.
  const many = group.spans.length;
  const spans = many > 2 * SAMPLE ? [...group.spans.slice(0, SAMPLE), ...group.spans.slice(-SAMPLE)] : group.spans;
  const n = spans.length;
  const scale = many / n;
  const above = nestingOf(spans);
  const own = (list: readonly number[]) => ownCounts(spans, above, list);
  const share = (counts: Int32Array, test = (c: number) => c > 0) => counts.reduce((sum, c) => sum + (test(c) ? 1 : 0), 0) / n;
  const f = new Map<Feature, number>();
  const sizes = sizesOf(page, spans, above, text);
  const links = sizesOf(page, spans, above, link);
  let whole = 0;
  let linked = 0;
  for (let k = 0; k < n; k++) {
    whole += sizes[k]!;
    linked += links[k]!;
  }
  whole *= scale;
  linked *= scale;
  const sorted = Array.from(sizes).sort((a, b) => a - b);
  const plain = Array.from(sizes, (size, k) => size - links[k]!).sort((a, b) => a - b);
  f.set('one', n === 1 ? 1 : 0);
  f.set('two', n === 2 ? 1 : 0);
  f.set('few', n >= 3 && n <= 5 ? 1 : 0);
  f.set('size', clamp(Math.log2(many) / 6));
  const date = own(cues.date);
  const author = own(cues.author);
  const reply = own(cues.reply);
  const says = own(cues.says);
  f.set('date', share(date));
  f.set(
    'dateOnce',
    share(date, (c) => c >= 1 && c <= 3),
  );
  f.set(
    'dateMany',
    share(date, (c) => c > 4),
  );
  f.set('machine', share(own(cues.machine)));
  f.set('author', share(author));
  f.set(
    'authorMany',
    share(author, (c) => c > 8),
  );
  f.set('profile', share(own(cues.profile)));
  f.set('says', share(says));
  f.set('reply', share(reply));
  f.set('control', share(own(cues.control)));
  f.set('serial', share(own(cues.serial)));
  f.set('schema', share(own(cues.schema)));
  f.set('listInside', share(own(cues.list)));
  f.set('headingLink', headingLinks(page, spans));
  f.set('heading', share(own(cues.heading)));
  f.set('counted', share(own(cues.counted)));
  f.set('price', share(own(cues.price)));
  f.set('more', share(own(cues.more)));
  f.set('image', share(own(cues.image)));
  f.set('field', share(own(cues.field)));
  f.set('blocks', clamp(own(cues.block).reduce((a, b) => a + b, 0) / n / 4));
  f.set('joined', share(own(cues.joined)));
  f.set('edited', share(own(cues.edited)) > 0 ? 1 : 0);
  let serialRoot = 0;
  let classComment = 0;
  let classPost = 0;
  let classList = 0;
  let classChrome = 0;
  let titleLink = 0;
  let onlyLink = 0;
  const titles = own(cues.title);
  const roots = new Set<string>();
  for (let k = 0; k < n; k++) {
    const i = spans[k]!.start;
    const hints = info[i]!.hints;
    if (ids[i] !== '') {
      serialRoot++;
      roots.add(attributeOf(page.elements[i]!, 'id') ?? '');
    }
    if (hints & HINT.comment) classComment++;
    if (hints & HINT.post) classPost++;
    if (hints & HINT.list) classList++;
    if (hints & HINT.chrome) classChrome++;
    if (titles[k]! > 0 && links[k]! > 0.35 * sizes[k]!) titleLink++;
    if (sizes[k]! - links[k]! < 0.25 * sizes[k]!) onlyLink++;
  }
  f.set('serialRoot', roots.size >= serialRoot * 0.8 ? serialRoot / n : 0);
  f.set('classComment', classComment / n);
  f.set('classPost', classPost / n);
  f.set('classList', classList / n);
  f.set('classChrome', classChrome / n);
  f.set('titleLink', titleLink / n);
  f.set('onlyLink', onlyLink / n);
  let contextComment = 0;
  let contextList = 0;
  const middle = spans[n >> 1]!.start;
  for (let i = parent[middle]!, steps = 0; i > 0 && steps < 7; i = parent[i]!, steps++) {
    if (info[i]!.hints & HINT.comment) contextComment = 1;
    if (info[i]!.hints & (HINT.list | HINT.chrome) && !(info[i]!.hints & HINT.comment)) contextList = 1;
  }
  f.set('contextComment', contextComment);
  f.set('contextList', contextList);
  const typical = plain[n >> 1]!;
  f.set('text', clamp(Math.log2(1 + typical) / 10));
  f.set('textShort', typical < 30 ? 1 : 0);
  f.set('textSpread', spread(plain));
  f.set('linkShare', whole ? clamp(linked / whole) : 1);
  const all = text[0]! - link[0]!;
  f.set('share', all > 0 ? clamp((whole - linked) / all) : 0);
  const lastStop = group.spans.reduce((most, span) => Math.max(most, span.stop), 0);
  const room = lastStop - spans[0]!.start;
  f.set('rest', room > 0 ? clamp((page.to[0]! > 0 ? textBetween(page, spans[0]!.start, lastStop) - whole : 0) / (whole + 1)) : 0);
  f.set('late', clamp(spans[0]!.start / tags.length));
  f.set('beforeText', clamp(Math.log2(1 + textBetween(page, 0, spans[0]!.start)) / 14));
  f.set('writeNear', near(page, page.write, spans[0]!.start, lastStop, 0.25) ? 1 : 0);
  f.set('headedNear', headedBefore(page, spans[0]!.start) ? 1 : 0);
  dateOrder(page, spans, f);
  names(page, spans, f);
  let nested = 0;
  for (let k = 0; k < n; k++) if (above[k]! >= 0) nested++;
  f.set('nested', nested / n);
  let sameParent = 0;
  const parents = new Set<number>();
  for (const span of spans) {
    if (parents.has(parent[span.start]!)) sameParent++;
    parents.add(parent[span.start]!);
  }
  f.set('gaps', n > 1 ? 1 - sameParent / (n - 1) : 0);
  f.set('uniform', uniform(date) * 0.5 + uniform(author) * 0.5);
  const both = date.reduce((sum, c, k) => sum + (c > 0 && author[k]! > 0 ? 1 : 0), 0) / n;
  f.set('dateAuthor', both);
  f.set('bareText', both * clamp(Math.log2(1 + typical) / 8) * (1 - f.get('linkShare')!));
  f.set('replyAuthor', Math.min(f.get('reply')!, f.get('author')!));
  f.set('commentDate', Math.min(Math.max(f.get('classComment')!, 0.7 * contextComment), f.get('date')!));
  f.set('commentAuthor', Math.min(Math.max(f.get('classComment')!, 0.7 * contextComment), Math.max(f.get('author')!, f.get('says')!)));
  f.set('allThree', Math.min(both, Math.max(f.get('reply')!, f.get('serial')!)));
  f.set('sameText', n > 2 && sorted[0] === sorted[n - 1] ? 1 : 0);
  f.set('tableRow', tags[middle] === 'TR' || tags[middle] === 'TD' ? 1 : 0);
  f.set('inline', tags[middle] === 'A' || tags[middle] === 'SPAN' ? 1 : 0);
  f.set('anchored', group.how === 'date' || group.how === 'author' ? 1 : 0);
  f.set('stretched', group.how === 'stretched' ? 1 : 0);
  f.set('lead', leads(page, spans));
  f.set('floor', share(own(cues.floor)));
  f.set('dateSame', sameSig(page, spans, cues.date));
  f.set('authorSame', sameSig(page, spans, cues.author));
  f.set('prose', share(own(cues.prose)));
  const dated = exact(spans, above, page.kinds.date, scale);
  const named = exact(spans, above, page.kinds.author, scale);
  const answered = exact(spans, above, page.kinds.reply, scale);
  f.set('dateExact', dated.once);
  f.set('dateCover', dated.cover);
  f.set('authorExact', named.once);
  f.set('authorCover', named.cover);
  f.set('replyExact', answered.once);
  f.set('replyCover', answered.cover);
  f.set('avatar', share(own(cues.avatar)));
  f.set('quoted', share(own(cues.quoted)) > 0 ? 1 : 0);
  f.set('textLong', typical > 250 ? 1 : 0);
  return Float64Array.from(FEATURES, (name) => f.get(name) ?? 0);
}

/** Own characters per span by `measure` (text or link), nested spans left out. */
function sizesOf(page: Scan, spans: readonly Span[], above: Int32Array, measure: Int32Array): Int32Array {
  const sizes = new Int32Array(spans.length);
  for (let k = 0; k < spans.length; k++) {
    let size = 0;
    for (let i = spans[k]!.start; i < spans[k]!.stop; i = page.end[i]!) size += measure[i]!;
    sizes[k]! += size;
    if (above[k]! >= 0) sizes[above[k]!]! -= size;
  }
  return sizes;
}

const textBetween = (page: Scan, start: number, stop: number): number => page.sums[stop]! - page.sums[start]!;

function spread(sorted: readonly number[]): number {
  if (sorted.length < 2) return 0;
  const low = sorted[Math.floor(sorted.length * 0.1)]!;
  const high = sorted[Math.floor(sorted.length * 0.9)]!;
  return clamp(Math.log2((high + 10) / (low + 10)) / 5);
}

function uniform(counts: Int32Array): number {
  const bag = new Map<number, number>();
  for (const c of counts) bag.set(c, (bag.get(c) ?? 0) + 1);
  return Math.max(...bag.values()) / counts.length;
}

/** Is one of `list` within the group or close to it (by elements, a share of the page)? */
function near(page: Scan, list: readonly number[], start: number, stop: number, part: number): boolean {
  const slack = Math.max(60, page.tags.length * part);
  return countIn(list, start - slack, stop + slack) > 0;
}

function headedBefore(page: Scan, start: number): boolean {
  const at = lowerBound(page.headed, start);
  const before = page.headed[at - 1];
  return before !== undefined && textBetween(page, before + 1, start) < 600 && start - before < 150;
}

function headingLinks(page: Scan, spans: readonly Span[]): number {
  let count = 0;
  for (const span of spans) {
    const h = firstIn(page.cues.heading, span);
    if (h >= 0 && page.link[h]! > 12 && page.link[h]! > 0.7 * page.text[h]!) count++;
    else if (h > 0 && page.tags[page.parent[h]!] === 'A') count++;
  }
  return count / spans.length;
}

function sample<T>(list: readonly T[]): readonly T[] {
  return list.length > SAMPLE ? list.slice(0, SAMPLE) : list;
}

function dateOrder(page: Scan, spans: readonly Span[], f: Map<Feature, number>): void {
  const times: number[] = [];
  let clocks = 0;
  for (const span of sample(spans)) {
    const i = firstIn(page.cues.date, span);
    if (i < 0) continue;
    const element = page.elements[i]!;
    const stamp = attributeOf(element, 'datetime') ?? attributeOf(element, 'title');
    if (/\d[:.h点點時]\d\d/.test(shortText(page, i)) || (stamp && /\d:\d\d/.test(stamp))) clocks++;
    const iso = (stamp && machineDate(stamp)) || findDate(shortText(page, i), { now: 0, order: null })?.iso;
    const time = iso ? Date.parse(iso) : Number.NaN;
    if (!Number.isNaN(time)) times.push(time);
  }
  f.set('clock', clocks / Math.min(spans.length, SAMPLE));
  let up = 0;
  let down = 0;
  for (let k = 1; k < times.length; k++) {
    if (times[k]! > times[k - 1]!) up++;
    else if (times[k]! < times[k - 1]!) down++;
  }
  const steps = Math.max(1, times.length - 1);
  f.set('dateRising', times.length > 2 ? up / steps : 0);
  f.set('dateFalling', times.length > 2 ? down / steps : 0);
}

function shortText(page: Scan, i: number): string {
  let text = '';
  for (let k = page.from[i]!; k < page.to[i]! && text.length < 120; k++) text += page.nodes[k]!.data;
  return text;
}

function names(page: Scan, spans: readonly Span[], f: Map<Feature, number>): void {
  const seen = new Map<string, number>();
  let found = 0;
  for (const span of sample(spans)) {
    const i = firstIn(page.cues.author, span);
    if (i < 0) continue;
    found++;
    const name = shortText(page, i).trim();
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  f.set('names', found > 1 ? seen.size / found : 0);
  f.set('namesRepeat', found > 3 && seen.size > 1 && seen.size < found ? 1 : 0);
}

/** Share of records in which an author or date stands within the first 200 characters. */
function leads(page: Scan, spans: readonly Span[]): number {
  let count = 0;
  for (const span of sample(spans)) {
    let size = 0;
    const a = firstIn(page.cues.author, span);
    const d = firstIn(page.cues.date, span);
    const first = a < 0 ? d : d < 0 ? a : Math.min(a, d);
    if (first < 0) continue;
    size = textBetween(page, span.start, first);
    if (size < 200) count++;
  }
  return count / Math.min(spans.length, SAMPLE);
}

/** Share of records whose first such cue has the signature that most records' first cue has. */
function sameSig(page: Scan, spans: readonly Span[], list: readonly number[]): number {
  const bag = new Map<number, number>();
  for (const span of sample(spans)) {
    const i = firstIn(list, span);
    if (i >= 0) bag.set(page.sig[i]!, (bag.get(page.sig[i]!) ?? 0) + 1);
  }
  return Math.max(0, ...bag.values()) / Math.min(spans.length, SAMPLE);
}

/**
 * Of one kind of cue (say dates), the make that most records hold exactly once: how many do, and which part of the page's cues of that make
 * the group takes in. Right records take in all of them and one each; halves, pairs and mere subsets do not.
 */
function exact(
  spans: readonly Span[],
  above: Int32Array,
  kinds: ReadonlyMap<number, readonly number[]>,
  scale: number,
): { once: number; cover: number } {
  const n = spans.length;
  const makes = new Set<number>();
  for (const k of [0, n >> 1, n - 1]) {
    let here = 0;
    for (const [make, list] of kinds) {
      if (countIn(list, spans[k]!.start, spans[k]!.stop) > 0 && here++ < 6) makes.add(make);
    }
  }
  let best = { once: 0, cover: 0 };
  for (const make of makes) {
    const list = kinds.get(make)!;
    const counts = ownCounts(spans, above, list);
    let ones = 0;
    let all = 0;
    for (const c of counts) {
      if (c === 1) ones++;
      all += c;
    }
    const found = { once: ones / n, cover: clamp((all * scale) / list.length) };
    if (found.once * (0.5 + found.cover) > best.once * (0.5 + best.cover)) best = found;
  }
  return best;
}
