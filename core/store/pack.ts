import type { Mark, MarkKind } from '../model/mark';
import type { PackedMark, PackedPerson, RulePack, SitePack } from '../model/pack';
import { emptySitePack } from '../model/pack';
import type { Person } from '../model/person';
import type { Row } from '../model/row';
import type { Condition, Rule } from '../model/rule';
import type { Visit } from '../model/visit';
import { variantsFor } from '../text/variants';
import type { StoredPerson, TableName } from './database';
import type { Store } from './store';

/** Threads whose seen comments a site's pack carries. */
const SEEN_THREADS = 50;
/** More changed entries of one site than these cost more one by one than building its pack anew. */
const MAX_STEPS = 200;
const KINDS: Readonly<Record<MarkKind, PackedMark['k']>> = { hide: 'h', allow: 'a', note: 'n', highlight: 'l', bookmark: 'b' };
const lives = (row: Row): boolean => row.deletedAt === null;

/** What the pages need of a person; null if there is nothing to show or do. */
export function packPerson(person: Person): PackedPerson | null {
  if (!lives(person) || (person.labels.length === 0 && person.note === '' && person.action === null)) return null;
  return {
    u: person.uuid,
    n: person.names[0] ?? '',
    ...(person.labels.length > 0 ? { l: person.labels } : {}),
    ...(person.action === null ? {} : { a: person.action }),
    ...(person.note === '' ? {} : { o: 1 as const }),
  };
}

/**
 * Who stands for a name where the page shows no id: the one person without id, else the one person with an id.
 * Several of a kind: nobody, since the page could not tell them apart.
 */
export function ownerOf(people: readonly Person[]): Person | null {
  const living = people.filter(lives);
  const nameless = living.filter((person) => person.id === null);
  const candidates = nameless.length > 0 ? nameless : living;
  return candidates.length === 1 ? candidates[0]! : null;
}

/** A thread's marks by comment key ('' = the article), oldest first; null if none lives. */
export function packMarks(marks: readonly Mark[]): SitePack['marks'][string] | null {
  const out: Record<string, PackedMark[]> = Object.create(null);
  const living = marks.filter(lives).sort((a, b) => a.createdAt - b.createdAt || (a.uuid < b.uuid ? -1 : 1));
  for (const mark of living) {
    const key = mark.commentKey ?? '';
    out[key] = [...(out[key] ?? []), { u: mark.uuid, k: KINDS[mark.kind] }];
  }
  return living.length > 0 ? { ...out } : null;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** An object with the key set, or taken out for null. */
function withKey<T>(from: Readonly<Record<string, T>>, key: string, value: T | null): Record<string, T> {
  const out = { ...from };
  // Defined, not assigned: a key `__proto__` stays a key.
  if (value === null) delete out[key];
  else Object.defineProperty(out, key, { value, enumerable: true, configurable: true, writable: true });
  return out;
}

async function seenOf(store: Store, site: string): Promise<SitePack['seen']> {
  const visits = await store.db.visits
    .where('[site+lastSeenAt]')
    .between([site, 0], [site, Number.MAX_SAFE_INTEGER])
    .reverse()
    .filter((visit) => lives(visit))
    .limit(SEEN_THREADS)
    .toArray();
  return Object.fromEntries(visits.map((visit) => [visit.threadKey, visit.seen]));
}

/** Builds a site's pack from its rows alone: what the kept one must always equal. */
export async function buildSitePack(store: Store, site: string): Promise<SitePack> {
  const { db } = store;
  const [people, marks] = [await db.people.where('site').equals(site).toArray(), await marksOfSite(store, site)];
  const ids: Record<string, PackedPerson> = Object.create(null);
  const byName = new Map<string, StoredPerson[]>();
  for (const person of people) {
    const packed = packPerson(person);
    if (packed && person.id !== null) ids[`#${person.id}`] = packed;
    for (const key of person.nameKeys) push(byName, key, person);
  }
  const names: [string, PackedPerson][] = [];
  for (const [key, owners] of byName) {
    const owner = ownerOf(owners);
    const packed = owner && packPerson(owner);
    if (packed) names.push([key.slice(site.length + 1), packed]);
  }
  const threads = new Map<string, Mark[]>();
  for (const mark of marks) push(threads, mark.threadKey, mark);
  const packed = [...threads].map(([key, rows]) => [key, packMarks(rows)] as const).filter(([, value]) => value !== null);
  return {
    ...emptySitePack(site),
    ids: { ...ids },
    names: Object.fromEntries(names),
    marks: Object.fromEntries(packed) as SitePack['marks'],
    seen: await seenOf(store, site),
  };
}

async function marksOfSite(store: Store, site: string): Promise<readonly Mark[]> {
  return store.db.marks.where('[site+threadKey]').between([site, ''], [site, '\uffff'], true, true).toArray();
}

/** Collects what a transaction changed and brings the packs in step at its end, touching only the entries concerned. */
export class PackKeeper {
  private readonly people = new Map<string, { ids: Set<string>; keys: Set<string> }>();
  private readonly threads = new Map<string, Set<string>>();
  private readonly visited = new Set<string>();
  private rules = false;

  constructor(private readonly store: Store) {}

  /** Notes that a row changed from `before` (null = new) to `row` (null = gone). */
  changed(name: TableName, before: Row | null, row: Row | null): void {
    for (const state of [before, row]) {
      if (state === null) continue;
      if (name === 'people') this.person(state as StoredPerson);
      else if (name === 'marks') addTo(this.threads, (state as Mark).site, (state as Mark).threadKey);
      else if (name === 'visits') this.visited.add((state as Visit).site);
      else this.rules = true;
    }
  }

  private person(person: StoredPerson): void {
    const noted = this.people.get(person.site) ?? { ids: new Set(), keys: new Set() };
    if (person.id !== null) noted.ids.add(person.id);
    for (const key of person.nameKeys) noted.keys.add(key);
    this.people.set(person.site, noted);
  }

  /** Writes the packs concerned, dirty. Inside the transaction. */
  async finish(): Promise<void> {
    for (const site of new Set([...this.people.keys(), ...this.threads.keys(), ...this.visited])) {
      const row = await this.store.db.packs.get(`pack:${site}`);
      const pack =
        row && this.changes(site) <= MAX_STEPS ? await this.step(row.value as SitePack, site) : await buildSitePack(this.store, site);
      await this.store.db.packs.put({ key: `pack:${site}`, value: pack, dirty: 1, n: (row?.n ?? 0) + 1 });
    }
    if (this.rules) {
      const row = await this.store.db.packs.get('rules');
      await this.store.db.packs.put({ key: 'rules', value: null, dirty: 1, n: (row?.n ?? 0) + 1 });
    }
  }

  private changes(site: string): number {
    const people = this.people.get(site);
    return (people ? people.ids.size + people.keys.size : 0) + (this.threads.get(site)?.size ?? 0);
  }

  private async step(pack: SitePack, site: string): Promise<SitePack> {
    const { db } = this.store;
    let { ids, names, marks, seen } = pack;
    const noted = this.people.get(site);
    for (const id of noted?.ids ?? []) {
      const people = await db.people.where('[site+id]').equals([site, id]).toArray();
      const person = people.find(lives);
      ids = withKey(ids, `#${id}`, person ? packPerson(person) : null);
    }
    for (const key of noted?.keys ?? []) {
      const owner = ownerOf(await db.people.where('nameKeys').equals(key).toArray());
      names = withKey(names, key.slice(site.length + 1), owner && packPerson(owner));
    }
    for (const threadKey of this.threads.get(site) ?? []) {
      marks = withKey(marks, threadKey, packMarks(await db.marks.where('[site+threadKey]').equals([site, threadKey]).toArray()));
    }
    if (this.visited.has(site)) seen = await seenOf(this.store, site);
    return { v: 1, site, ids, names, marks, seen };
  }
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

/** All words of a condition tree that are matched on folded text. */
function wordsOf(condition: Condition): readonly string[] {
  if (condition.kind === 'words') return condition.words;
  if (condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'none') return condition.of.flatMap(wordsOf);
  return [];
}

/** The enabled, living, unexpired rules with the character variants their words need. Highest priority first, then oldest. */
export function buildRulePack(rules: readonly Rule[], n: number, now: number): RulePack {
  const live = rules
    .filter((rule) => lives(rule) && rule.enabled && (rule.expiresAt === null || rule.expiresAt > now))
    .sort((a, b) => b.priority - a.priority || a.createdAt - b.createdAt || (a.uuid < b.uuid ? -1 : 1));
  return { v: 1, n, rules: live, variants: variantsFor(live.flatMap((rule) => wordsOf(rule.when))) };
}
