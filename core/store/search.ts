import type { Mark } from '../model/mark';
import type { Person } from '../model/person';
import type { Row } from '../model/row';
import type { Condition, Rule } from '../model/rule';
import type { Visit } from '../model/visit';
import { matchingForm } from '../text/variants';
import type { Rows, TableName } from './database';
import type { Store } from './store';
import { tableOf } from './write';

/** Tables that are searched. */
export type SearchKind = Exclude<TableName, 'lists'>;
const KINDS: readonly SearchKind[] = ['people', 'marks', 'rules', 'visits'];

export interface Hit {
  readonly kind: SearchKind;
  readonly uuid: string;
  /** 2: a word stands in the name or title; 1: elsewhere. */
  readonly score: number;
}
export interface Found {
  readonly total: number;
  readonly hits: readonly Hit[];
}

const HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
let hanForms: Uint16Array | null = null;

/** Each UTF-16 unit → the unit it is matched as: traditional and variant ideographs to one form. Built once, about 3 ms. */
function forms(): Uint16Array {
  if (hanForms) return hanForms;
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    const char = String.fromCharCode(unit);
    const form = HAN.test(char) ? matchingForm(char) : char;
    table[unit] = form.length === 1 ? form.charCodeAt(0) : unit;
  }
  hanForms = table;
  return table;
}
const decoder = new TextDecoder('utf-16le');

/** The text in the form that is searched: NFKC, hidden characters out, lower case, white space single, simplified = traditional. */
export function searchForm(text: string): string {
  const folded = text
    .normalize('NFKC')
    .replace(/\p{DI}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ');
  if (!HAN.test(folded)) return folded;
  const table = forms();
  const units = new Uint16Array(folded.length);
  for (let i = 0; i < folded.length; i++) units[i] = table[folded.charCodeAt(i)]!;
  return decoder.decode(units);
}

/** The words of a query in searched form; what stands in quotes is one. */
export function wordsOfQuery(query: string): readonly string[] {
  const words = searchForm(query.slice(0, 500)).match(/"[^"]+"?|[^\s"]+/g) ?? [];
  return [...new Set(words.map((word) => word.replaceAll('"', '').trim()).filter((word) => word !== ''))];
}

function wordsOfRule(condition: Condition): readonly string[] {
  if (condition.kind === 'words') return condition.words;
  if (condition.kind === 'regex' || condition.kind === 'authorMatches') return [condition.source];
  if (condition.kind === 'author') return condition.names;
  if (condition.kind === 'label') return [condition.text];
  return condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'none' ? condition.of.flatMap(wordsOfRule) : [];
}

/** What of a row is searched: its name or title, and the rest. */
function textsOf(kind: SearchKind, row: Row): readonly [string, string] {
  if (kind === 'people') {
    const person = row as Person;
    return [person.names.join(' '), [person.site, person.id ?? '', ...person.labels.map((label) => label.text), person.note].join('\n')];
  }
  if (kind === 'marks') {
    const mark = row as Mark;
    return [`${mark.author} ${mark.title}`, [mark.site, mark.note, mark.selectors?.exact ?? '', mark.text].join('\n')];
  }
  if (kind === 'rules') return [(row as Rule).name, wordsOfRule((row as Rule).when).join('\n')];
  return [(row as Visit).title, (row as Visit).url];
}

/** Number of the form that `searchForm` and `textsOf` give: an index that was put away in another form is not taken up. */
export const SEARCH_FORM = 1;
/** Slots of one block: what one change writes again when the index is put away. */
export const BLOCK_SLOTS = 2000;

/** A stretch of slots as plain data. An empty slot has the kind null. */
export interface SearchBlock {
  readonly kinds: readonly (SearchKind | null)[];
  readonly uuids: readonly string[];
  readonly texts: readonly string[];
  readonly heads: readonly number[];
  readonly times: readonly number[];
}

/**
 * Full-text search over everything, in memory: every record's folded text, looked through at each search. Any part of a word is found in any
 * script, so no cutting into words or bigrams can miss; looking through 100,000 records costs some ten milliseconds (`npm run bench`).
 * Blocks of slots can be taken out and put in again, so that an index need not be made anew from the rows.
 */
export class SearchIndex {
  private readonly slots = new Map<string, number>();
  private readonly kinds: (SearchKind | null)[] = [];
  private readonly uuids: string[] = [];
  private readonly texts: string[] = [];
  private readonly heads: number[] = [];
  private readonly times: number[] = [];
  private readonly free: number[] = [];

  /** Records in the index. */
  get size(): number {
    return this.slots.size;
  }

  /** Takes a row in, or its new state; a tombstone goes out. */
  put(kind: SearchKind, row: Row): void {
    if (row.deletedAt !== null) {
      this.remove(kind, row.uuid);
      return;
    }
    const key = `${kind} ${row.uuid}`;
    const slot = this.slots.get(key) ?? this.free.pop() ?? this.texts.length;
    const [head, body] = textsOf(kind, row);
    const folded = searchForm(head);
    this.slots.set(key, slot);
    this.kinds[slot] = kind;
    this.uuids[slot] = row.uuid;
    this.heads[slot] = folded.length;
    this.texts[slot] = `${folded}\n${searchForm(body)}`;
    this.times[slot] = row.updatedAt;
  }

  /** The slot of a record, -1 if it is not in. */
  slotOf(kind: SearchKind, uuid: string): number {
    return this.slots.get(`${kind} ${uuid}`) ?? -1;
  }

  /** Slots in use or free; a block starts at each multiple of `BLOCK_SLOTS`. */
  get length(): number {
    return this.texts.length;
  }

  /** Takes all records out. */
  clear(): void {
    this.slots.clear();
    for (const list of [this.kinds, this.uuids, this.texts, this.heads, this.times, this.free]) list.length = 0;
  }

  /** The block with this number. */
  block(number: number): SearchBlock {
    const [from, to] = [number * BLOCK_SLOTS, (number + 1) * BLOCK_SLOTS];
    const { kinds, uuids, texts, heads, times } = this;
    return {
      kinds: kinds.slice(from, to),
      uuids: uuids.slice(from, to),
      texts: texts.slice(from, to),
      heads: heads.slice(from, to),
      times: times.slice(from, to),
    };
  }

  /** Puts a block behind what is there; blocks come in order, each of them full but the last. */
  append({ kinds, uuids, texts, heads, times }: SearchBlock): void {
    for (let i = 0; i < kinds.length; i++) {
      const slot = this.texts.length;
      const kind = kinds[i] ?? null;
      this.kinds.push(kind);
      this.uuids.push(uuids[i] ?? '');
      this.texts.push(texts[i] ?? '');
      this.heads.push(heads[i] ?? 0);
      this.times.push(times[i] ?? 0);
      if (kind === null) this.free.push(slot);
      else this.slots.set(`${kind} ${uuids[i]}`, slot);
    }
  }

  remove(kind: SearchKind, uuid: string): void {
    const key = `${kind} ${uuid}`;
    const slot = this.slots.get(key);
    if (slot === undefined) return;
    this.slots.delete(key);
    this.kinds[slot] = null;
    this.texts[slot] = '';
    this.free.push(slot);
  }

  /** Records that hold every word of the query, names and titles first, then newest first. An empty query finds nothing. */
  find(query: string, { kinds = KINDS, limit = 200 }: { readonly kinds?: readonly SearchKind[]; readonly limit?: number } = {}): Found {
    const words = wordsOfQuery(query);
    if (words.length === 0) return { total: 0, hits: [] };
    const wanted = new Set<SearchKind | null>(kinds);
    // The longest word is the rarest, as a rule: the others are looked for in what it leaves.
    const [first = '', ...others] = [...words].sort((a, b) => b.length - a.length);
    const found: number[] = [];
    const scores: number[] = [];
    for (let slot = 0; slot < this.texts.length; slot++) {
      const text = this.texts[slot]!;
      const at = text.indexOf(first);
      if (at < 0 || !wanted.has(this.kinds[slot]!) || !others.every((word) => text.includes(word))) continue;
      found.push(slot);
      scores[slot] = at < this.heads[slot]! || others.some((word) => text.indexOf(word) < this.heads[slot]!) ? 2 : 1;
    }
    const best = found.sort((a, b) => scores[b]! - scores[a]! || this.times[b]! - this.times[a]! || a - b).slice(0, limit);
    return { total: found.length, hits: best.map((slot) => ({ kind: this.kinds[slot]!, uuid: this.uuids[slot]!, score: scores[slot]! })) };
  }
}

/** Rows read and folded between two breaths of the page: about 15 ms. */
const BATCH = 1000;

/** Fills an index with the rows of one kind, in slices, so that the page stays alive. Stops quietly with the signal. */
export async function fillKind<N extends SearchKind>(store: Store, index: SearchIndex, kind: N, signal: AbortSignal): Promise<void> {
  let last = '';
  while (!signal.aborted) {
    const rows: readonly Rows[N][] = await tableOf(store, kind).where('uuid').above(last).limit(BATCH).toArray();
    for (const row of rows) index.put(kind, row);
    if (rows.length < BATCH) return;
    last = rows.at(-1)!.uuid;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
