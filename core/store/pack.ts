import type { Mark, MarkKind } from '../model/mark';
import type { PackedMark, PackedPerson, RulePack, SitePack } from '../model/pack';
import { emptySitePack } from '../model/pack';
import type { Person } from '../model/person';
import type { Row } from '../model/row';
import type { Condition, Rule } from '../model/rule';
import type { Visit } from '../model/visit';
import { variantsFor } from '../text/variants';
import type { StoredPerson } from './database';

/** Threads whose seen comments a site's pack carries. */
export const SEEN_THREADS = 50;
const KINDS: Readonly<Record<MarkKind, PackedMark['k']>> = { hide: 'h', allow: 'a', note: 'n', highlight: 'l', bookmark: 'b' };
const lives = (row: Row): boolean => row.deletedAt === null;

/** Rows by the group that was linked by hand. */
export type Kin = ReadonlyMap<string, readonly Person[]>;
const NO_KIN: Kin = new Map();

/** The other living accounts of the same person, oldest first. */
export function kinOf(person: Person, kin: Kin): readonly Person[] {
  if (person.group === null) return [];
  const others = (kin.get(person.group) ?? []).filter((other) => lives(other) && other.uuid !== person.uuid);
  return others.sort((a, b) => a.createdAt - b.createdAt || (a.uuid < b.uuid ? -1 : 1));
}

/**
 * What the pages need of a person; null if there is nothing to show or do. Accounts linked by hand are one person: labels are shown
 * together, a note on any of them counts, and an account without an action of its own has that of the others.
 */
export function packPerson(person: Person, kin: Kin = NO_KIN): PackedPerson | null {
  if (!lives(person)) return null;
  const all = [person, ...kinOf(person, kin)];
  const labels = all.flatMap((one) => one.labels).filter((label, i, list) => list.findIndex(({ text }) => text === label.text) === i);
  const action = all.find((one) => one.action !== null)?.action ?? null;
  const noted = all.some((one) => one.note !== '');
  if (labels.length === 0 && !noted && action === null) return null;
  return {
    u: person.uuid,
    n: person.names[0] ?? '',
    ...(labels.length > 0 ? { l: labels } : {}),
    ...(action === null ? {} : { a: action }),
    ...(noted ? { o: 1 as const } : {}),
  };
}

/** Whether a person's change changes what pages see of them. */
export function changesPack(before: StoredPerson | null, row: StoredPerson | null): boolean {
  if (!before || !row) return true;
  const seen = ({ site, id, names, nameKeys, group, labels, action, note, deletedAt }: StoredPerson) =>
    JSON.stringify([site, id, names[0], nameKeys, group, labels, action, note === '', deletedAt === null]);
  return seen(before) !== seen(row);
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

/** Adds to the list under a key. */
export function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The seen comments of the threads visited last, and of those that are followed, however long ago: pure. */
export function packSeen(visits: readonly Visit[]): SitePack['seen'] {
  const latest = visits
    .filter(lives)
    .sort((a, b) => b.lastSeenAt - a.lastSeenAt || (a.uuid < b.uuid ? 1 : -1))
    .filter((visit, at) => at < SEEN_THREADS || visit.followed);
  return Object.fromEntries(latest.map((visit) => [visit.threadKey, visit.seen]));
}

/** A site's pack from its rows: pure. What the kept pack must always equal. */
export function packSite(
  site: string,
  people: readonly StoredPerson[],
  marks: readonly Mark[],
  visits: readonly Visit[],
  kin: Kin = NO_KIN,
): SitePack {
  const ids = new Map<string, PackedPerson>();
  const byName = new Map<string, StoredPerson[]>();
  // One object a person: stored as one, however many keys lead to it.
  const made = new Map<StoredPerson, PackedPerson | null>();
  for (const person of people) {
    const packed = packPerson(person, kin);
    made.set(person, packed);
    // Two rows of one id (a file made by hand): the first by uuid, as the index gives them.
    if (packed && person.id !== null && !ids.has(`#${person.id}`)) ids.set(`#${person.id}`, packed);
    for (const key of person.nameKeys) push(byName, key, person);
  }
  const names: [string, PackedPerson][] = [];
  for (const [key, owners] of byName) {
    const owner = ownerOf(owners);
    const packed = owner && made.get(owner as StoredPerson);
    if (packed) names.push([key.slice(site.length + 1), packed]);
  }
  const threads = new Map<string, Mark[]>();
  for (const mark of marks) push(threads, mark.threadKey, mark);
  const packed = [...threads].map(([key, rows]) => [key, packMarks(rows)] as const).filter(([, value]) => value !== null);
  return {
    ...emptySitePack(site),
    ids: Object.fromEntries(ids),
    names: Object.fromEntries(names),
    marks: Object.fromEntries(packed) as SitePack['marks'],
    seen: packSeen(visits),
  };
}

/** All words of a condition tree that are matched on folded text. */
export function wordsOf(condition: Condition): readonly string[] {
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
