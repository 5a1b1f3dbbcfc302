import type { Steps } from '../steps';
import type { Scan } from './cues';
import type { ClassInfo } from './hints';

/** Elements of one tag that share something: supposed records of one kind. */
export interface Alike {
  /** What they share: a class token, an id pattern, a place (tag within a parent's signature), or what they open with. */
  readonly how: 'class' | 'id' | 'place' | 'shape';
  readonly key: string;
  /** Ascending element indexes. */
  readonly list: number[];
}

/** Only these can hold a comment. */
const ROOTS = new Set([
  'DIV',
  'LI',
  'ARTICLE',
  'TABLE',
  'TBODY',
  'TR',
  'TD',
  'SECTION',
  'DL',
  'DT',
  'DD',
  'UL',
  'OL',
  'P',
  'BLOCKQUOTE',
  'ASIDE',
  'FIELDSET',
  'DETAILS',
  'FORM',
  'CENTER',
  'A',
  'SPAN',
]);
/** Elements sorted in one step. */
const STEP = 1000;
/** More signatures than a page can have elements. */
const MOST_SIGNATURES = 2 ** 26;

/** The value of a key, made when it is first asked for. */
function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** Sorts the elements of a page by what they share, in the order in which each kind first comes. Keys are numbers where they can be: a page has tens of thousands of them. */
export function* listAlike(page: Scan): Steps<readonly Alike[]> {
  const lists: Alike[] = [];
  const open = (how: Alike['how'], key: string): number[] => {
    const list: number[] = [];
    lists.push({ how, key, list });
    return list;
  };
  const byToken = new Map<string, number[]>();
  const byClass = new Map<ClassInfo, Map<string, readonly number[][]>>();
  const byId = new Map<string, Map<string, number[]>>();
  const byPlace = new Map<string, Map<number, number[]>>();
  const byShape = new Map<string, Map<number, number[]>>();
  const { tags, text, info, ids, parent, sig, end } = page;
  const custom = /-/;
  for (let i = 1; i < tags.length; i++) {
    if (i % STEP === 0) yield;
    const tag = tags[i]!;
    if (text[i]! === 0 || !(ROOTS.has(tag) || custom.test(tag))) continue;
    if (tag === 'A' || tag === 'SPAN') {
      if (end[i]! - i < 4) continue;
    }
    const { tokens } = info[i]!;
    if (tokens.length > 0) {
      const ofClass = within(byClass, info[i]!, () => new Map<string, readonly number[][]>());
      const own = within(ofClass, tag, () =>
        tokens.map((token) => within(byToken, `${tag} ${token}`, () => open('class', `c ${tag} ${token}`))),
      );
      for (const list of own) list.push(i);
    }
    if (ids[i] !== '') {
      const ofTag = within(byId, tag, () => new Map<string, number[]>());
      within(ofTag, ids[i]!, () => open('id', `i ${tag} ${ids[i]}`)).push(i);
    }
    const p = parent[i]!;
    if (p >= 0) {
      const ofTag = within(byPlace, tag, () => new Map<number, number[]>());
      const named = tokens.length === 0 ? '-' : '+';
      within(ofTag, 2 * sig[p]! + (named === '-' ? 0 : 1), () => open('place', `p ${tag} ${sig[p]!} ${named}`)).push(i);
    }
    // Replies often have another class and another parent than what they answer, but open with the same two children.
    const second = i + 1 < end[i]! ? end[i + 1]! : end[i]!;
    if (second < end[i]! && info[i + 1]!.tokens.length + info[second]!.tokens.length > 0) {
      const ofTag = within(byShape, tag, () => new Map<number, number[]>());
      const [a, b] = [sig[i + 1]!, sig[second]!];
      within(ofTag, a * MOST_SIGNATURES + b, () => open('shape', `s ${tag} ${a} ${b}`)).push(i);
    }
  }
  return lists;
}
