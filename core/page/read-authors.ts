import { linkReader } from './author-link';
import { cleanName } from './clean-name';
import { collapse } from './collapse';
import { likeName } from './like-name';
import { joinTexts } from './read-text';
import { attributeOf } from './safe-dom';
import type { Steps } from './steps';
import { lowerBound } from './thread/ascending';
import type { Layout } from './thread/layout';
import { isControl, isReply } from './thread/words';
import { HEADER_CHARACTERS, LONGEST_MARKED_NAME, LONGEST_NAME, nameless, says } from './told-name';

export interface RecordAuthor {
  readonly name: string;
  readonly id: string | null;
  readonly url: string | null;
  /** Element that shows the name, -1 for none. */
  readonly element: number;
  /** Text node that names the writer where no element does, -1 for none. */
  readonly node: number;
}

const INLINE = new Set([
  'A',
  'B',
  'STRONG',
  'SPAN',
  'CITE',
  'EM',
  'I',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'DIV',
  'P',
  'DT',
  'TD',
  'FONT',
  'LI',
  'U',
  'BDI',
  'ADDRESS',
  'LABEL',
  'HEADER',
  'DD',
  'TH',
  'SMALL',
]);

/** What a place must be worth to be a name's. */
const LEAST = 0.38;

/** Reads who wrote each record: the place whose texts are most like names over all records together. */
export function* readAuthors(layout: Layout, url: string): Steps<RecordAuthor[]> {
  const { page, spans, place } = layout;
  const cued = new Set(page.cues.author);
  const profiles = new Set(page.cues.profile);
  interface Place {
    records: number;
    worth: number;
    readonly names: Map<string, number>;
  }
  const places = new Map<number, Place>();
  const candidates: { element: number; place: number; name: string }[][] = [];
  for (let k = 0; k < spans.length; k++) {
    const list: { element: number; place: number; name: string }[] = [];
    candidates.push(list);
    if (!layout.close[k]) continue;
    yield;
    let before = 0;
    const pictured = picturedNames(layout, k);
    const seen = new Set<number>();
    for (const i of layout.elements[k]!) {
      const at = place[i]!;
      const size = page.text[i]!;
      if (size > 0 && size < 140 && (cued.has(i) || (before < HEADER_CHARACTERS && INLINE.has(page.tags[i]!))) && !seen.has(at)) {
        const name = nameIn(layout, k, i);
        if (
          name !== '' &&
          name.length <= LONGEST_NAME &&
          !isReply(name) &&
          !isControl(name) &&
          (/\p{L}/u.test(name) || (profiles.has(i) && !/^#|[.)]$/.test(name)))
        ) {
          seen.add(at);
          list.push({ element: i, place: at, name });
          let entry = places.get(at);
          if (!entry) {
            entry = { records: 0, worth: 0, names: new Map() };
            places.set(at, entry);
          }
          entry.records++;
          entry.names.set(name, (entry.names.get(name) ?? 0) + 1);
          entry.worth +=
            likeName(layout, k, { element: i, name, before, cued: cued.has(i), profile: profiles.has(i) }) +
            (pictured.some((alt) => alt.includes(name.toLowerCase())) ? 0.5 : 0);
        }
      }
      before += page.own[i]!;
    }
  }
  const looked = layout.close.reduce((sum, c) => sum + c, 0);
  const value = (at: number, share = looked): number => {
    const entry = places.get(at)!;
    const coverage = Math.min(1, entry.records / share);
    const most = Math.max(...entry.names.values());
    // One text in most records is a label or a rank ("Reply", "Member"), unless there are few records.
    const distinct = entry.names.size / entry.records;
    const same =
      entry.records >= 4 && most > 0.9 * entry.records
        ? 0.15
        : entry.records >= 6
          ? 0.5 + 0.5 * Math.min(1, 4 * distinct)
          : entry.records >= 2 && entry.names.size === 1
            ? 0.8
            : 1;
    const mean = entry.worth / entry.records;
    return mean <= 0 ? mean : mean * (0.35 + 0.65 * coverage) * same;
  };
  const values = new Float64Array(layout.places);
  for (const at of places.keys()) values[at] = value(at);
  const links = linkReader(layout, url);
  const nobody = { name: '', node: -1 };
  const said = spans.map((_, k) => (layout.close[k] ? says(layout, k) : nobody));
  const mostSaid = said.filter((words) => words.name !== '').length >= 0.6 * looked;
  const authorOf = (list: { element: number; place: number; name: string }[], k: number): RecordAuthor => {
    // Where lines like "by Jane on March 3rd" name most writers, only a clear name beats them.
    const floor = mostSaid && (!layout.close[k] || said[k]!.name !== '') ? 0.95 : LEAST;
    const close = layout.close[k] ? bestOf(list, values, floor) : null;
    // A name longer than any that is looked for is read where the other names stand.
    const found = close ?? knownName(layout, k, values, floor, layout.close[k] ? LONGEST_NAME + 1 : 1);
    if (!found) {
      const told = layout.close[k] ? said[k]! : says(layout, k);
      const { name, node } = told.name === '' ? nameless(layout, k) : told;
      return { name, id: null, url: null, element: -1, node };
    }
    const link = links(found.element);
    return { name: found.name, id: link.id, url: link.url, element: found.element, node: -1 };
  };
  const authors: RecordAuthor[] = [];
  for (let k = 0; k < spans.length; k++) {
    if (layout.turns[k]) yield;
    authors.push(authorOf(candidates[k]!, k));
  }
  return authors;
}

/** The candidate whose place is worth most, and more than `floor`. */
function bestOf<T extends { readonly place: number }>(list: readonly T[], values: Float64Array, floor: number): T | null {
  let best: T | null = null;
  let bestValue = floor;
  for (const candidate of list) {
    const v = values[candidate.place]!;
    if (v > bestValue + 1e-9) {
      bestValue = v;
      best = candidate;
    }
  }
  return best;
}

/** The name of at least `least` characters at the best place that a record has, by what other records taught. */
function knownName(
  layout: Layout,
  record: number,
  values: Float64Array,
  floor: number,
  least: number,
): { name: string; element: number } | null {
  const list: { element: number; place: number }[] = [];
  for (const i of layout.elements[record]!) {
    if (values[layout.place[i]!]! > floor && layout.page.text[i]! > 0 && layout.page.text[i]! < 140)
      list.push({ element: i, place: layout.place[i]! });
  }
  while (list.length > 0) {
    const best = bestOf(list, values, floor)!;
    const name = nameIn(layout, record, best.element);
    if (name.length >= least && name.length <= LONGEST_MARKED_NAME && /[\p{L}\d]/u.test(name)) return { name, element: best.element };
    list.splice(list.indexOf(best), 1);
  }
  return null;
}

/** The name in an element: its first line, since ranks and labels follow on lines of their own. */
function nameIn(layout: Layout, record: number, i: number): string {
  const { page } = layout;
  const texts: number[] = [];
  const own = layout.texts[record]!;
  for (let n = lowerBound(own, page.from[i]!); n < own.length && own[n]! < page.to[i]!; n++) texts.push(own[n]!);
  if (texts.length === 1) return cleanName(collapse(page.words[texts[0]!]!));
  for (const line of joinTexts(page, texts).split('\n')) {
    const name = cleanName(line);
    if (name !== '') return name;
  }
  return '';
}

/** What the pictures of a record are called: an avatar mostly bears the name. */
function picturedNames(layout: Layout, record: number): string[] {
  const { page, spans } = layout;
  const names: string[] = [];
  for (let c = lowerBound(page.cues.image, spans[record]!.start); c < page.cues.image.length && names.length < 3; c++) {
    const i = page.cues.image[c]!;
    if (i >= spans[record]!.stop) break;
    const alt = attributeOf(page.elements[i]!, 'alt');
    if (alt && alt.length > 1 && alt.length < 80) names.push(alt.toLowerCase());
  }
  return names;
}
