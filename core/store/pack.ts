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

/** Adds to the list under a key. */
export function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The seen comments of the threads visited last: pure. */
export function packSeen(visits: readonly Visit[]): SitePack['seen'] {
  const latest = visits
    .filter(lives)
    .sort((a, b) => b.lastSeenAt - a.lastSeenAt || (a.uuid < b.uuid ? 1 : -1))
    .slice(0, SEEN_THREADS);
  return Object.fromEntries(latest.map((visit) => [visit.threadKey, visit.seen]));
}

/** A site's pack from its rows: pure. What the kept pack must always equal. */
export function packSite(site: string, people: readonly StoredPerson[], marks: readonly Mark[], visits: readonly Visit[]): SitePack {
  const ids = new Map<string, PackedPerson>();
  const byName = new Map<string, StoredPerson[]>();
  for (const person of people) {
    const packed = packPerson(person);
    // Two rows of one id (a file made by hand): the first by uuid, as the index gives them.
    if (packed && person.id !== null && !ids.has(`#${person.id}`)) ids.set(`#${person.id}`, packed);
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
    ids: Object.fromEntries(ids),
    names: Object.fromEntries(names),
    marks: Object.fromEntries(packed) as SitePack['marks'],
    seen: packSeen(visits),
  };
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
