import type { Mark } from '../model/mark';
import type { SitePack } from '../model/pack';
import type { Row } from '../model/row';
import type { Visit } from '../model/visit';
import { followedThreads } from './counters';
import type { PackRow, StoredPerson, TableName } from './database';
import { kinIn, kinOfSite } from './kin';
import { changesPack, type Kin, ownerOf, packMarks, packPerson, packSeen, packSite, push, SEEN_THREADS } from './pack';
import { type KeptPack, keptPack, keptPeople, peopleOfRow } from './pack-row';
import type { Store } from './store';

/** More changed entries of one site than these cost more one by one than building its pack anew. */
const MAX_STEPS = 200;
/** More sites than these are built from one reading of all rows: an index look-up for each of 200 sites took 40 % of an import. */
const MAX_SINGLE = 10;
const lives = (row: Row): boolean => row.deletedAt === null;

/** An object with the key set, or taken out for null. */
function withKey<T>(from: Readonly<Record<string, T>>, key: string, value: T | null): Record<string, T> {
  const out = { ...from };
  // Defined, not assigned: a key `__proto__` stays a key.
  if (value === null) delete out[key];
  else Object.defineProperty(out, key, { value, enumerable: true, configurable: true, writable: true });
  return out;
}

async function seenOf(store: Store, site: string): Promise<SitePack['seen']> {
  const index = store.db.visits.where('[site+lastSeenAt]').between([site, 0], [site, Number.MAX_SAFE_INTEGER]);
  const latest = await index
    .reverse()
    .filter((visit) => lives(visit))
    .limit(SEEN_THREADS)
    .toArray();
  const known = new Set(latest.map(({ uuid }) => uuid));
  const older = (await followedThreads(store)).filter((uuid) => !known.has(uuid));
  const followed = (await store.db.visits.bulkGet([...older])).flatMap((visit) => (visit?.site === site && visit.followed ? [visit] : []));
  return packSeen([...latest, ...followed]);
}

/** Builds a site's pack from the database. */
export async function buildSitePack(store: Store, site: string): Promise<SitePack> {
  const { people, marks, visits } = store.db;
  const own = await people.where('site').equals(site).toArray();
  return packSite(
    site,
    own,
    await marks.where('[site+threadKey]').between([site, ''], [site, '\uffff'], true, true).toArray(),
    await visits.where('[site+lastSeenAt]').between([site, 0], [site, Number.MAX_SAFE_INTEGER]).toArray(),
    await kinOfSite(store, own),
  );
}

function bySite<T extends { readonly site: string }>(rows: readonly T[]): Map<string, T[]> {
  const out = new Map<string, T[]>();
  for (const row of rows) push(out, row.site, row);
  return out;
}

/** Builds many sites' packs, reading each table once. */
async function buildSitePacks(store: Store, sites: readonly string[]): Promise<readonly SitePack[]> {
  const all = await store.db.people.toArray();
  const kin = kinIn(all);
  const people = bySite(all);
  const marks = bySite(await store.db.marks.toArray());
  const visits = bySite(await store.db.visits.toArray());
  return sites.map((site) => packSite(site, people.get(site) ?? [], marks.get(site) ?? [], visits.get(site) ?? [], kin));
}

/** Collects what a transaction changed and brings the packs in step at its end, touching only the entries concerned. */
export class PackKeeper {
  private readonly people = new Map<string, { ids: Set<string>; keys: Set<string> }>();
  private readonly groups = new Set<string>();
  private readonly threads = new Map<string, Set<string>>();
  private readonly visited = new Set<string>();
  private rules = false;

  constructor(private readonly store: Store) {}

  /** Notes that a row changed from `before` (null = new) to `row` (null = gone). */
  changed(name: TableName, before: Row | null, row: Row | null): void {
    if (name === 'people' && !changesPack(before as StoredPerson | null, row as StoredPerson | null)) return;
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
    if (person.group !== null) this.groups.add(person.group);
  }

  /** What is known of one account is shown at those linked with it, on whatever site. */
  private async spread(): Promise<void> {
    if (this.groups.size === 0) return;
    for (const person of await this.store.db.people
      .where('group')
      .anyOf([...this.groups])
      .toArray())
      this.person(person);
  }

  /** Writes the packs concerned, dirty. Inside the transaction. */
  async finish(): Promise<void> {
    const { packs } = this.store.db;
    await this.spread();
    const sites = [...new Set([...this.people.keys(), ...this.threads.keys(), ...this.visited])];
    const rows = await packs.bulkGet(sites.map((site) => `pack:${site}`));
    const anew = sites.filter((site, i) => !rows[i] || this.changes(site) > MAX_STEPS);
    const built =
      anew.length > MAX_SINGLE
        ? await buildSitePacks(this.store, anew)
        : await Promise.all(anew.map((site) => buildSitePack(this.store, site)));
    const ready = new Map(built.map((pack) => [pack.site, pack]));
    const next: PackRow[] = [];
    for (const [i, site] of sites.entries()) {
      const built = ready.get(site);
      const value = built ? keptPack(built) : await this.step(rows[i]!.value, site);
      next.push({ key: `pack:${site}`, value, dirty: 1, n: (rows[i]?.n ?? 0) + 1 });
    }
    await packs.bulkPut(next);
    if (this.rules) {
      const row = await packs.get('rules');
      // Pages keep compiled rules as long as `n` is the same: a database made anew must not count the same numbers again.
      await packs.put({ key: 'rules', value: null, dirty: 1, n: (row?.n ?? this.store.env.now()) + 1 });
    }
  }

  private changes(site: string): number {
    const people = this.people.get(site);
    return (people ? people.ids.size + people.keys.size : 0) + (this.threads.get(site)?.size ?? 0);
  }

  private async step(row: unknown, site: string): Promise<KeptPack> {
    const { db } = this.store;
    // What was kept as texts stays so but for what changes.
    const old = row as Pick<SitePack, 'marks' | 'seen'> | Pick<KeptPack, 'marks' | 'seen'>;
    let marks = typeof old.marks === 'string' ? old.marks : JSON.stringify(old.marks);
    let seen = typeof old.seen === 'string' ? old.seen : JSON.stringify(old.seen);
    const noted = this.people.get(site);
    const before = (row as Partial<KeptPack>).people;
    let { ids, names } = noted || before === undefined ? peopleOfRow(row) : { ids: {}, names: {} };
    for (const id of noted?.ids ?? []) {
      const people = await db.people.where('[site+id]').equals([site, id]).toArray();
      const kin = await kinOfSite(this.store, people);
      ids = withKey(ids, `#${id}`, people.map((person) => packPerson(person, kin)).find((packed) => packed !== null) ?? null);
    }
    for (const key of noted?.keys ?? []) {
      const owner = ownerOf(await db.people.where('nameKeys').equals(key).toArray());
      const kin: Kin = owner ? await kinOfSite(this.store, [owner]) : new Map();
      names = withKey(names, key.slice(site.length + 1), owner && packPerson(owner, kin));
    }
    let threads: SitePack['marks'] | null = null;
    for (const threadKey of this.threads.get(site) ?? []) {
      threads ??= JSON.parse(marks) as SitePack['marks'];
      threads = withKey(threads, threadKey, packMarks(await db.marks.where('[site+threadKey]').equals([site, threadKey]).toArray()));
    }
    if (threads) marks = JSON.stringify(threads);
    if (this.visited.has(site)) seen = JSON.stringify(await seenOf(this.store, site));
    const people = noted || before === undefined ? keptPeople({ ids, names }) : before;
    return { v: 3, site, people, marks, seen };
  }
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
