import { collapse } from './collapse';
import type { RecordBody } from './read-bodies';
import { BY_NAME, IN_REPLY, mayAnswer, NAME_FIRST, QUOTE_BY, TO_FLOOR, TO_NUMBER } from './read-pointer-words';
import type { ShortTexts } from './read-shorts';
import { attributeOf } from './safe-dom';
import type { Steps } from './steps';
import { lowerBound } from './thread/ascending';
import { HINT } from './thread/hints';
import type { Layout } from './thread/layout';

/** What other readers found out about each record. */
export interface KnownFields {
  readonly ids: readonly (string | null)[];
  readonly floors: readonly (string | null)[];
  readonly names: readonly string[];
  readonly bodies: readonly RecordBody[];
}

export interface Pointer {
  /** Index of the record that is answered. */
  readonly to: number;
  /** `id`: a link, attribute or number; `name`: only the person; `quote`: words of it are repeated. */
  readonly by: 'id' | 'name' | 'quote';
}

const fold = (name: string): string => collapse((/[^\0-\x7f]/.test(name) ? name.normalize('NFKC') : name).toLowerCase()).trim();
const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Reads what each record says it answers: an attribute, a link, a number, a name, a quotation. null where it says nothing. */
export function* readPointers(layout: Layout, known: KnownFields, shorts: ShortTexts): Steps<(Pointer | null)[]> {
  const { ids, floors, names, bodies } = known;
  const anchors = new Map<string, number>();
  const byId = new Map<string, number>();
  const byFloor = new Map<string, number>();
  const spoken = new Map<string, number[]>();
  const folded = names.map(fold);
  for (let k = 0; k < layout.spans.length; k++) {
    if (layout.turns[k]) yield;
    anchorsOf(layout, k, anchors);
    if (ids[k] !== null) byId.set(ids[k]!, k);
    if (floors[k] !== null) byFloor.set(floors[k]!, k);
    const name = folded[k]!;
    const before = spoken.get(name);
    if (before) before.push(k);
    else if (name !== '') spoken.set(name, [k]);
  }
  const attributed = yield* byAttribute(layout, (value) => anchors.get(value) ?? byId.get(/(\d+)\D*$/.exec(value)?.[1] ?? value));
  const latest = (name: string, k: number): number | null => {
    const said = fold(name.replace(/^@|[\s:：,，]+$/gu, ''));
    if (said === '' || said === folded[k]) return null;
    const list = spoken.get(said);
    return list?.findLast((j) => j < k) ?? null;
  };
  const page = { layout, shorts, anchors, byId, byFloor, latest, spoken };
  const letters = bodies.map(() => '');
  const pointerOf = (k: number): Pointer | null => {
    if (attributed && attributed[k] !== null) return { to: attributed[k]!, by: 'id' };
    const linked = byLink(page, k);
    if (linked !== null) return linked;
    const numbered = byNumber(page, k, bodies[k]!);
    if (numbered !== null) return { to: numbered, by: 'id' };
    const named = byName(page, k, bodies[k]!);
    if (named !== null) return { to: named, by: 'name' };
    const quoted = byQuote(k, bodies, names, spoken, latest, letters);
    return quoted === null ? null : { to: quoted, by: 'quote' };
  };
  const pointers: (Pointer | null)[] = [];
  for (let k = 0; k < layout.spans.length; k++) {
    if (layout.turns[k]) yield;
    pointers.push(pointerOf(k));
  }
  return pointers;
}

interface Page {
  readonly layout: Layout;
  readonly shorts: ShortTexts;
  readonly anchors: ReadonlyMap<string, number>;
  readonly byId: ReadonlyMap<string, number>;
  readonly byFloor: ReadonlyMap<string, number>;
  readonly spoken: ReadonlyMap<string, readonly number[]>;
  latest(name: string, k: number): number | null;
}

/** Ids and names of a record's elements, which links can lead to. */
function anchorsOf({ page, spans }: Layout, k: number, anchors: Map<string, number>): void {
  const { serial } = page.cues;
  for (let c = lowerBound(serial, spans[k]!.start); c < serial.length && serial[c]! < spans[k]!.stop; c++) {
    const element = page.elements[serial[c]!]!;
    for (const name of ['id', 'name', 'data-id', 'data-comment-id']) {
      const value = attributeOf(element, name);
      // A record within another one comes later and takes its own anchors back.
      if (value !== null && value !== '') anchors.set(value, k);
    }
  }
}

const PARENT_ATTRIBUTE =
  /^(?:data-)?(?:[\w-]*parent[\w-]*|in-?reply-?to[\w-]*|reply-?to[\w-]*|reply-?id|answer-?to|replied-?to[\w-]*|to-?(?:comment-?)?id|pid)$/i;
const NEAR_ROOT = 6;

/** An attribute that names another record's id, in most records where it names anything. One that names the record itself belongs to its reply button. */
function* byAttribute(layout: Layout, find: (value: string) => number | undefined): Steps<(number | null)[] | null> {
  const { page, spans } = layout;
  const near = (k: number) => layout.elements[k]!.slice(0, NEAR_ROOT);
  const tried = new Set<string>();
  for (let k = 0; k < spans.length && k < 12; k++)
    for (const i of near(k))
      for (const { name } of Array.from(page.elements[i]!.attributes)) if (PARENT_ATTRIBUTE.test(name)) tried.add(name);
  for (const name of tried) {
    let self = 0;
    let told = 0;
    const found: (number | null)[] = [];
    for (let k = 0; k < spans.length; k++) {
      if (layout.turns[k]) yield;
      let to: number | null = null;
      for (const i of near(k)) {
        const value = attributeOf(page.elements[i]!, name);
        const target = !value || value === '0' ? undefined : find(value);
        if (target === undefined) continue;
        if (target !== k) {
          told++;
          to = target;
          break;
        }
        self++;
      }
      found.push(to);
    }
    if (told > 0 && self <= 0.2 * told) return found;
  }
  return null;
}

/** A link to another record that stands in a quotation or says that it leads to what is answered. */
function byLink({ layout, shorts, anchors, byId, spoken }: Page, k: number): Pointer | null {
  const { page } = layout;
  for (const i of layout.elements[k]!) {
    if (page.tags[i] !== 'A') continue;
    const href = attributeOf(page.elements[i]!, 'href') ?? '';
    const hash = href.lastIndexOf('#');
    const anchor = hash < 0 ? '' : href.slice(hash + 1);
    const digits =
      /(\d{2,})\D*$/.exec(anchor)?.[1] ?? /(?:[?&;](?:pid|cid|p|post|comment)=|\/(?:comments?|posts?)\/)(\d{2,})(?:\D|$)/.exec(href)?.[1];
    const target =
      anchors.get(anchor) ?? (digits === undefined ? undefined : byId.get(digits)) ?? (anchor === '' ? undefined : byId.get(anchor));
    if (target === undefined || target === k) continue;
    if (inQuote(layout, k, i)) return { to: target, by: 'quote' };
    const text = shorts(k, i) ?? '';
    if (/^\s*(?:>>|@|#|↑|↩|⤴|回复|re:)/iu.test(text) || spoken.get(fold(text))?.includes(target)) return { to: target, by: 'id' };
    const up = page.parent[i]!;
    const around = (up >= layout.spans[k]!.start ? shorts(k, up) : null) ?? text;
    const words = [
      around,
      attributeOf(page.elements[i]!, 'title'),
      attributeOf(page.elements[i]!, 'class'),
      attributeOf(page.elements[i]!, 'rel'),
    ];
    if (up >= 0) words.push(attributeOf(page.elements[up]!, 'class'));
    if (IN_REPLY.test(words.join(' '))) return { to: target, by: 'id' };
  }
  return null;
}

function inQuote({ page, spans }: Layout, k: number, i: number): boolean {
  for (let j = i, steps = 0; steps < 6 && j >= spans[k]!.start; j = page.parent[j]!, steps++)
    if (page.tags[j] === 'BLOCKQUOTE' || page.info[j]!.hints & HINT.quote) return true;
  return false;
}

const ALONE = /^\s*[#№@第]?\s*\d[\d.]*\s*\D{0,2}$/;

/** "回复 3楼", "Antwort auf #1", "@12楼", ">>123456": in the header, in a control, or at the very start of the words. */
function byNumber({ layout, shorts, byFloor, byId }: Page, k: number, body: RecordBody): number | null {
  const { page } = layout;
  const find = (match: RegExpExecArray | null): number | null => {
    const number = match?.[1] ?? match?.[2];
    const target = number === undefined ? undefined : (byFloor.get(number) ?? (number.length > 3 ? byId.get(number) : undefined));
    return target === undefined || target === k ? null : target;
  };
  const first = body.elements[0];
  let started = false;
  for (const t of layout.texts[k]!) {
    const data = page.words[t]!;
    const words = first !== undefined && t >= page.from[first]! && t < page.to[first]!;
    if (words ? started : data.length > 80) continue;
    if (words) started = true;
    if (!/\d/.test(data)) continue;
    const at = find((mayAnswer(data) ? TO_NUMBER.exec(data) : null) ?? (words ? TO_FLOOR.exec(data) : null));
    if (at !== null) return at;
    // "Antwort auf <b>#1</b> von Jane": the number is a text of its own.
    const up = words || !ALONE.test(data) ? null : shorts(k, page.parent[page.owner[t]!]!);
    const wide = up === null ? null : find(TO_NUMBER.exec(up));
    if (wide !== null) return wide;
  }
  return null;
}

/** "In reply to Jane", "回复 @张三：", "Jane さんへの返信": the latest earlier comment of that person. */
function byName({ layout, latest }: Page, k: number, body: RecordBody): number | null {
  const { page } = layout;
  const first = body.elements[0];
  const texts = layout.texts[k]!;
  let letters = 0;
  for (let n = 0; n < texts.length; n++) {
    const t = texts[n]!;
    const words = first !== undefined && t >= page.from[first]! && t < page.to[first]!;
    if (words && letters > 0) continue;
    const raw = page.words[t]!.trim();
    if (!words && raw.length > MOST_RAW) continue;
    const data = collapse(raw.slice(0, MOST_RAW));
    if (!words && data.length > 80) continue;
    if (data.length < 2) continue;
    const head = data.slice(0, 90);
    const told =
      (mayAnswer(head) ? BY_NAME.exec(head) : null) ??
      (words && head.startsWith('@') ? /^@\s?(.+)$/u.exec(head) : null) ??
      (head.includes('返信') || head.includes('님에게') ? NAME_FIRST.exec(head) : null);
    const next = texts[n + 1];
    const behind = next === undefined ? '' : page.words[next]!.slice(0, 80);
    const at = told ? (told[1] ? openingName(told[1], k, latest) : latest(behind, k)) : null;
    if (at !== null) return at;
    if (words) letters += data.length;
  }
  return null;
}

/** Characters looked at for what a text opens with. */
const MOST_RAW = 400;

/** The name that a text opens with: up to a mark, else its first words, the most first. */
function openingName(text: string, k: number, latest: (name: string, k: number) => number | null): number | null {
  const whole = text.split(/[:：,，。!！?？\n]/u)[0]!;
  const parts = whole.split(' ');
  for (let n = Math.min(4, parts.length); n > 0; n--) {
    const at = latest(parts.slice(0, n).join(' '), k);
    if (at !== null) return at;
  }
  return null;
}

/** Letters of a quotation that must be found again in what it quotes. */
const LEAST_QUOTED = 16;
const MOST_QUOTED = 48;
/** Records back that are searched for quoted words, and characters of each: long threads must not cost their square. */
const FARTHEST = 100;
const MOST_SEARCHED = 1500;

/** The record whose words are quoted, else the latest of the person whose words they are said to be. */
function byQuote(
  k: number,
  bodies: readonly RecordBody[],
  names: readonly string[],
  spoken: ReadonlyMap<string, readonly number[]>,
  latest: (name: string, k: number) => number | null,
  letters: string[],
): number | null {
  const quote = bodies[k]!.quotes[0];
  if (quote === undefined) return null;
  const lines = quote.split('\n');
  const by = QUOTE_BY.exec(lines[0]!) ?? QUOTE_BY.exec(lines.slice(0, 2).join(' '));
  const name = by ? (by[1] ?? by[2] ?? '') : '';
  const said = lettersOf(lines.at(-1)!).slice(0, MOST_QUOTED);
  const whole = lettersOf(quote);
  const enough = said.length >= LEAST_QUOTED / (/\p{sc=Han}/u.test(said) ? 2 : 1);
  const byWriter = name === '' ? undefined : spoken.get(fold(name));
  const earlier =
    byWriter?.filter((j) => j < k).slice(-FARTHEST) ??
    Array.from({ length: Math.min(k, FARTHEST) }, (_, n) => k - Math.min(k, FARTHEST) + n);
  for (const j of enough ? earlier.reverse() : []) {
    letters[j] ||= lettersOf(bodies[j]!.text.slice(0, MOST_SEARCHED));
    if (letters[j]!.includes(said) || (letters[j]!.length >= LEAST_QUOTED && whole.includes(letters[j]!))) return j;
  }
  if (name !== '') return latest(name, k);
  // The bare name of the person may be all that heads a quotation.
  const head = lines[0]!;
  return lines.length > 1 && head.length < 60 && names.includes(head.replace(/[:：]\s*$/u, '').trim()) ? latest(head, k) : null;
}
