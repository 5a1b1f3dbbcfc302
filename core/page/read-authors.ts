import { findDate } from './dates';
import { joinTexts } from './read-text';
import { attributeOf } from './safe-dom';
import type { Steps } from './steps';
import { HINT } from './thread/hints';
import { type Layout, textOf } from './thread/layout';
import { lowerBound } from './thread/scan';
import { CONTROL, EDITED, PROFILE_LABEL, REPLY, SAYS } from './thread/words';

export interface RecordAuthor {
  readonly name: string;
  readonly id: string | null;
  readonly url: string | null;
  /** Element that shows the name, -1 for none. */
  readonly element: number;
  /** Text node that names the writer where no element does, -1 for none. */
  readonly node: number;
}

const LONGEST_NAME = 64;
/** Only what stands this early can be a name where no class or link says so. */
const HEADER_CHARACTERS = 260;
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
          !REPLY.test(name) &&
          !CONTROL.test(name) &&
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
            likeName(layout, k, i, name, before, cued.has(i), profiles.has(i)) +
            (pictured.some((alt) => alt.includes(name.toLowerCase())) ? 0.5 : 0);
        }
      }
      before += page.own[i]!;
    }
  }
  const looked = layout.close.reduce((sum, c) => sum + c, 0);
  const value = (at: number): number => {
    const entry = places.get(at)!;
    const coverage = entry.records / looked;
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
  const values = new Map([...places.keys()].map((at) => [at, value(at)]));
  const nobody = { name: '', node: -1 };
  const said = spans.map((_, k) => (layout.close[k] ? says(layout, k) : nobody));
  const mostSaid = said.filter((words) => words.name !== '').length >= 0.6 * looked;
  const authorOf = (list: { element: number; place: number; name: string }[], k: number): RecordAuthor => {
    // Where lines like "by Jane on March 3rd" name most writers, only a clear name beats them.
    const floor = mostSaid && (!layout.close[k] || said[k]!.name !== '') ? 0.95 : 0.38;
    const found = layout.close[k] ? bestOf(list, values, floor) : knownName(layout, k, values, floor);
    if (!found) {
      const told = layout.close[k] ? said[k]! : says(layout, k);
      const { name, node } = told.name === '' ? nameless(layout, k) : told;
      return { name, id: null, url: null, element: -1, node };
    }
    const link = linkOf(layout, found.element, url);
    return { name: found.name, id: link && idOf(layout, found.element, link), url: link, element: found.element, node: -1 };
  };
  const authors: RecordAuthor[] = [];
  for (let k = 0; k < spans.length; k++) {
    if (layout.turns[k]) yield;
    authors.push(authorOf(candidates[k]!, k));
  }
  return authors;
}

/** The candidate whose place is worth most, and more than `floor`. */
function bestOf<T extends { readonly place: number }>(list: readonly T[], values: ReadonlyMap<number, number>, floor: number): T | null {
  let best: T | null = null;
  let bestValue = floor;
  for (const candidate of list) {
    const v = values.get(candidate.place) ?? 0;
    if (v > bestValue + 1e-9) {
      bestValue = v;
      best = candidate;
    }
  }
  return best;
}

/** The name at the best place that a record has, by what other records taught. */
function knownName(
  layout: Layout,
  record: number,
  values: ReadonlyMap<number, number>,
  floor: number,
): { name: string; element: number } | null {
  const list: { element: number; place: number }[] = [];
  for (const i of layout.elements[record]!) {
    const v = values.get(layout.place[i]!);
    if (v !== undefined && v > floor && layout.page.text[i]! > 0 && layout.page.text[i]! < 140)
      list.push({ element: i, place: layout.place[i]! });
  }
  while (list.length > 0) {
    const best = bestOf(list, values, floor)!;
    const name = nameIn(layout, record, best.element);
    if (name !== '' && name.length <= LONGEST_NAME && /[\p{L}\d]/u.test(name)) return { name, element: best.element };
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
  if (texts.length === 1) return cleanName(page.nodes[texts[0]!]!.data.replace(/\s+/g, ' '));
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

/** "Jane says:" or "by Jane on March 3rd" as bare text without an element of its own. */
function says(layout: Layout, record: number): { name: string; node: number } {
  let size = 0;
  for (const t of layout.texts[record]!) {
    const data = layout.page.nodes[t]!.data.replace(/\s+/g, ' ').trim();
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
  return { name: '', node: -1 };
}

const NAMELESS =
  /^[\s\p{P}]*(anon(?:ymous(?: user| coward)?|yme)?|anónimo|anônimo|anonim[oe]?|anonym|аноним|guest|gast|invité|invitado|visitante|visitor|гость|匿名(?:用户|用戶|网友|網友|者)?|游客|遊客|访客|訪客|路人|名無し(?:さん)?|ゲスト|익명|손님|deleted user|\[deleted\]|\[removed\])[\s\p{P}]*$/iu;

/** Who has no account has no link and often no element: the word for a guest, alone in a text node of the header. */
function nameless(layout: Layout, record: number): { name: string; node: number } {
  let size = 0;
  for (const t of layout.texts[record]!) {
    const data = layout.page.nodes[t]!.data.trim();
    const name = data.length < 40 ? NAMELESS.exec(data)?.[1] : undefined;
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

/** Ranks and counts beside a name are told by their class … */
const TITLE = /title|rank|group|status|level|badge|stats?\b|count|fans|karma|location|grade/i;
/** … unless the class says name as well. */
const NAME = /name|author|nick|member-?link/i;

function likeName(layout: Layout, record: number, i: number, name: string, before: number, cued: boolean, profile: boolean): number {
  const { page } = layout;
  const raw = textOf(layout, record, i, 140);
  const hints = page.info[i]!.hints;
  let value = 0.45;
  if (REPLY.test(name) || CONTROL.test(name) || EDITED.test(name) || PROFILE_LABEL.test(raw)) return -1;
  if (/^[#\d\s.,:/()-]+$/.test(name)) return cued ? 0.1 : -1;
  if (findDate(raw, { now: 0, order: null })) return profile ? 0.3 : -0.6;
  if (hints & HINT.author) value += 0.5;
  if (profile) value += 0.5;
  else if (cued) value += 0.35;
  const prop = attributeOf(page.elements[i]!, 'itemprop');
  if (prop === 'author' || prop === 'name' || prop === 'creator') value += 0.5;
  const up = page.parent[i]!;
  if (up >= layout.spans[record]!.start) {
    if (page.info[up]!.hints & HINT.author) value += 0.25;
    const upProp = attributeOf(page.elements[up]!, 'itemprop');
    if (upProp === 'author' || upProp === 'creator') value += 0.3;
  }
  if (page.tags[i] === 'A' || page.tags[i] === 'CITE') value += 0.15;
  else if (/^(?:B|STRONG|H\d)$/.test(page.tags[i]!)) value += 0.08;
  if (hints & (HINT.date | HINT.control | HINT.score | HINT.floor) && !(hints & HINT.author)) value -= 0.35;
  if (hints & (HINT.quote | HINT.signature) || page.tags[i] === 'BLOCKQUOTE') value -= 0.6;
  if (hints & HINT.body && !(hints & HINT.author)) value -= 0.3;
  for (let j = up, steps = 0; j >= layout.spans[record]!.start && steps < 5; j = page.parent[j]!, steps++) {
    const h = page.info[j]!.hints;
    if (steps > 0 && steps < 3 && h & HINT.author && page.text[j]! < 120) value += 0.12;
    if (h & (HINT.quote | HINT.signature) || page.tags[j] === 'BLOCKQUOTE') value -= 0.6;
    if (h & HINT.control && !(h & HINT.author)) value -= 0.1;
    if (steps < 3 && page.tags[j] === 'P' && before > 120) value -= 0.15;
  }
  const pieces = page.to[i]! - page.from[i]!;
  if (pieces > 1) value -= 0.12 * Math.min(4, pieces - 1);
  if (/^\d[\d.,]*\s/.test(name)) value -= 1;
  const className =
    attributeOf(page.elements[i]!, 'class') ?? (page.parent[i]! >= 0 ? (attributeOf(page.elements[page.parent[i]!]!, 'class') ?? '') : '');
  if (TITLE.test(className) && !NAME.test(className)) value -= 0.85;
  if (/^\p{Script=Han}|^\p{Script=Hangul}|^\p{Script=Hiragana}|^\p{Script=Katakana}/u.test(name) && name.length > 12) value -= 0.4;
  const words = name.split(' ').length;
  if (words > 4) value -= 0.12 * (words - 4);
  if (/[.!?。！？]$/.test(raw) && words > 3) value -= 0.3;
  if (raw.length > name.length + 2) value -= 0.06;
  if (raw.length > name.length + 30) value -= 0.2;
  value -= Math.min(0.2, before / 1500);
  return value;
}

const BEFORE_NAME =
  /^(?:(?:posted|written|comment(?:ed)?|submitted|reply|answer|answered|asked|geschrieben|verfasst|publié|enviado|escrito)\s+(?:by|von|par|por)|by|von|par|por|от)\s+(?=\S)/iu;
const LABEL_BEFORE_NAME = /^(?:作者|发信人|發信人|投稿者|名前|글쓴이|작성자|author|name|user(?:name)?|autor|nick|from)\s*[:：]\s*(?=\S)/iu;

/** A name without "by", "says:" and the like. */
export function cleanName(text: string): string {
  let name = text
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .trim();
  name = name.replace(SAYS, '').trim();
  name = name.replace(BEFORE_NAME, '').replace(LABEL_BEFORE_NAME, '');
  name = name.replace(/^[\s,:;|·•»«>\-–—~]+|[\s,:;|·•»«>–—：，、]+$/gu, '').trim();
  name = name.replace(/\s-$/, '').trim();
  return name;
}

function linkOf(layout: Layout, i: number, base: string): string | null {
  const { page } = layout;
  let holder = -1;
  for (let j = i, steps = 0; j >= 0 && steps < 3; j = page.parent[j]!, steps++) if (page.tags[j] === 'A') holder = j;
  if (holder < 0) for (let j = i + 1; j < page.end[i]!; j++) if (page.tags[j] === 'A') holder = holder < 0 ? j : holder;
  if (holder < 0) return null;
  const href = attributeOf(page.elements[holder]!, 'href');
  if (!href || /^(?:#|javascript:|mailto:)/i.test(href.trim())) return null;
  try {
    const url = new URL(href, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

const USER_ID = ['data-user-id', 'data-userid', 'data-uid', 'data-author-id', 'data-user', 'data-author'];

function idOf(layout: Layout, i: number, url: string): string | null {
  const element = layout.page.elements[i]!;
  for (const name of USER_ID) {
    const value = attributeOf(element, name);
    if (value) return value;
  }
  const query = /[?&;](?:u|uid|user|userid|user_id|showuser|id|mid|member)=([\w.-]+)/i.exec(url);
  if (query) return query[1]!;
  const path =
    /\/(?:u|user|users|member|members|profile|profiles|people|author|space|home|id|channel)\/(?:[\w%-]*?[.-])?(\w[\w%.~-]*)\/?(?:$|[?#])/i.exec(
      url,
    );
  if (path) return path[1]!;
  const at = /\/[@~]([\w.-]+)\/?$/.exec(url) ?? /space-uid-(\d+)/.exec(url) ?? /\.(\d+)\/?$/.exec(url);
  return at ? at[1]! : null;
}
