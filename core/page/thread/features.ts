import { attributeOf } from '../safe-dom';
import type { Scan } from './cues';
import { FEATURES, type Feature } from './feature-names';
import { type Group, nestingOf } from './groups';
import { HINT } from './hints';
import { clamp, exact, headedBefore, headingLinks, near, sizesOf, spread, textBetween, uniform } from './measures';
import { CUE, ownCues } from './own-cues';
import { dateOrder, leads, names, SAMPLE, sameSig } from './sampled';
import { surroundings } from './surroundings';

/** Describes a group by numbers that are the same for a thread of any engine. */
export function describeGroup(page: Scan, group: Group): Float64Array {
  const { cues, info, text, link, tags, parent, ids } = page;
  // Of a long thread its beginning and end are looked at; sums are scaled up.
  const many = group.spans.length;
  const spans = many > 2 * SAMPLE ? [...group.spans.slice(0, SAMPLE), ...group.spans.slice(-SAMPLE)] : group.spans;
  const n = spans.length;
  const scale = many / n;
  const above = nestingOf(spans);
  const { bits, date, author, blocks } = ownCues(page, spans, above);
  const has = (kind: number) => {
    let count = 0;
    for (let k = 0; k < n; k++) if (bits[k]! & kind) count++;
    return count / n;
  };
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
  f.set('date', share(date));
  f.set(
    'dateOnce',
    share(date, (c) => c >= 1 && c <= 3),
  );
  f.set(
    'dateMany',
    share(date, (c) => c > 4),
  );
  f.set('machine', has(CUE.machine));
  f.set('author', share(author));
  f.set(
    'authorMany',
    share(author, (c) => c > 8),
  );
  f.set('profile', has(CUE.profile));
  f.set('says', has(CUE.says));
  f.set('reply', has(CUE.reply));
  f.set('control', has(CUE.control));
  f.set('serial', has(CUE.serial));
  f.set('schema', has(CUE.schema));
  f.set('listInside', has(CUE.list));
  f.set('headingLink', headingLinks(page, spans));
  f.set('heading', has(CUE.heading));
  f.set('counted', has(CUE.counted));
  f.set('price', has(CUE.price));
  f.set('more', has(CUE.more));
  f.set('image', has(CUE.image));
  f.set('field', has(CUE.field));
  f.set('blocks', clamp(blocks / n / 4));
  f.set('joined', has(CUE.joined));
  f.set('edited', has(CUE.edited) > 0 ? 1 : 0);
  let serialRoot = 0;
  let classComment = 0;
  let classPost = 0;
  let classList = 0;
  let classChrome = 0;
  let titleLink = 0;
  let onlyLink = 0;
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
    if (bits[k]! & CUE.title && links[k]! > 0.35 * sizes[k]!) titleLink++;
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
  f.set('floor', has(CUE.floor));
  f.set('dateSame', sameSig(page, spans, cues.date));
  f.set('authorSame', sameSig(page, spans, cues.author));
  f.set('prose', has(CUE.prose));
  const dated = exact(spans, above, page.kinds.date, scale);
  const named = exact(spans, above, page.kinds.author, scale);
  const answered = exact(spans, above, page.kinds.reply, scale);
  f.set('dateExact', dated.once);
  f.set('dateCover', dated.cover);
  f.set('authorExact', named.once);
  f.set('authorCover', named.cover);
  f.set('replyExact', answered.once);
  f.set('replyCover', answered.cover);
  f.set('avatar', has(CUE.avatar));
  f.set('quoted', has(CUE.quoted) > 0 ? 1 : 0);
  surroundings(page, spans, many, { date, author, bits }, f);
  f.set('textLong', typical > 250 ? 1 : 0);
  return Float64Array.from(FEATURES, (name) => f.get(name) ?? 0);
}
