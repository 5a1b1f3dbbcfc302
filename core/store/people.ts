import type { Mark } from '../model/mark';
import type { Label, Person, PersonPatch, PersonRef, Source } from '../model/person';
import { type Result, refused } from '../model/result';
import { labelCounts } from './counters';
import type { StoredPerson } from './database';
import { stamped } from './merge';
import { goesBy, nameKey, plainPerson, visibleName, withNameKeys } from './names';
import { cachingOf, type Store } from './store';
import { inOneTransaction, type Named, startWriter, type Writer, write } from './write';

/** Sources kept of a person; the oldest go first. */
const MAX_SOURCES = 200;
const MAX_NAMES = 50;
const lives = (person: Person): boolean => person.deletedAt === null;

/**
 * Chooses among rows of one site the one that a reference means; null if none does. An id is final: another id never matches.
 * A row without id is taken for a reference with one if the name is visibly the same (it then learns the id when it is written).
 * A reference without id takes the row without id, else the only row of that name. Look-alike names never match.
 */
export function choosePerson<T extends Person>(byId: readonly T[], byName: readonly T[], ref: PersonRef): T | null {
  if (ref.id !== null) {
    const known = byId.find((person) => lives(person) && person.id === ref.id);
    if (known) return known;
  }
  const named = byName.filter((person) => lives(person) && goesBy(person, ref.name));
  const nameless = named.filter((person) => person.id === null);
  if (nameless.length > 0) return nameless[0]!;
  return ref.id === null && named.length === 1 ? named[0]! : null;
}

/** The row of the person that a reference means, or null. */
export async function findPerson(store: Store, ref: PersonRef): Promise<StoredPerson | null> {
  const { people } = store.db;
  const byId = ref.id === null ? [] : await people.where('[site+id]').equals([ref.site, ref.id]).toArray();
  const key = nameKey(ref.site, ref.name);
  const byName = key === '' ? [] : await people.where('nameKeys').equals(key).toArray();
  return choosePerson(byId, byName, ref);
}

function withName(names: readonly string[], name: string): readonly string[] {
  if (name === '' || names[0] === name) return names;
  return [name, ...names.filter((known) => known !== name)].slice(0, MAX_NAMES);
}
function withSource(sources: readonly Source[], source: Source | undefined): readonly Source[] {
  if (!source) return sources;
  const others = sources.filter((known) => known.url !== source.url || known.commentKey !== source.commentKey);
  return [...others, source].slice(-MAX_SOURCES);
}
function distinct(labels: readonly Label[]): readonly Label[] {
  return labels.filter((label, i) => labels.findIndex((other) => other.text === label.text) === i);
}

/** The state of a person after a patch: pure. `known` null = a new person, who gets `uuid`. The newest name comes first, a learned id stays. */
export function patchPerson(known: Person | null, ref: PersonRef, patch: PersonPatch, at: number, uuid: string): Person {
  const base: Person = known ?? {
    uuid,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    rev: {},
    site: ref.site,
    id: ref.id,
    names: [ref.name],
    labels: [],
    note: '',
    sources: [],
    action: null,
    firstSeenAt: at,
    lastSeenAt: at,
    group: null,
  };
  const names = patch.names && patch.names.length > 0 ? patch.names : withName(base.names, ref.name);
  return {
    ...base,
    id: base.id ?? ref.id,
    names,
    labels: patch.labels ? distinct(patch.labels) : base.labels,
    note: patch.note ?? base.note,
    action: patch.action === undefined ? base.action : patch.action,
    group: patch.group === undefined ? base.group : patch.group,
    sources: withSource(base.sources, patch.source),
    lastSeenAt: at,
  };
}

/** Changes one person within a running transaction. */
export async function putPerson(writer: Writer, ref: PersonRef, patch: PersonPatch): Promise<StoredPerson> {
  const known = await findPerson(writer.store, ref);
  const next = patchPerson(known, ref, patch, writer.at, known?.uuid ?? writer.store.env.newId());
  return writer.put('people', known, withNameKeys(next));
}

const nameOf = (patch: PersonPatch): string => {
  if (patch.action === 'hide') return 'done.person.hide';
  if (patch.labels) return patch.labels.length > 0 ? 'done.person.label' : 'done.person.unlabel';
  return patch.note === undefined ? 'done.person.change' : 'done.person.note';
};

/** Tags, notes or acts on a person, who is made if unknown. Idempotent by the operation id; can be undone. */
export async function changePerson(store: Store, op: string, ref: PersonRef, patch: PersonPatch): Promise<Result<{ readonly op: string }>> {
  if (ref.id === null && visibleName(ref.name) === '') return refused('fault.person.nameless', ref.site);
  const named: Named = { op, what: nameOf(patch), values: { name: ref.name, label: patch.labels?.at(-1)?.text ?? '' } };
  const done = await write(store, named, async (writer) => (await putPerson(writer, ref, patch)).uuid);
  return done.ok ? { ok: true, value: { op } } : done;
}

/**
 * Notes that known people were met: last seen, an id learned, a new name in front (a rename). People that are unknown stay so.
 * No operation of the person's own, so nothing to undo, and being seen is no change of theirs: `updatedAt` stays unless the name or id is new.
 * Gives how many rows changed.
 */
export async function seePeople(lasting: Store, refs: readonly PersonRef[], quietMs = 3_600_000): Promise<Result<number>> {
  const store = cachingOf(lasting);
  return inOneTransaction(store, 'people.seen', async () => {
    let changed = 0;
    const writer = await startWriter(store);
    for (const ref of refs) {
      const known = await findPerson(store, ref);
      if (!known) continue;
      // A site may show one account under two names, here and there: only one that was never met is a rename.
      const name = known.names.includes(ref.name) ? known.names[0]! : ref.name;
      const next = patchPerson(known, { ...ref, name }, {}, writer.at, known.uuid);
      const learned = next.id !== known.id || next.names !== known.names;
      if (!learned && writer.at - (known.lastSeenAt ?? 0) <= quietMs) continue;
      const row = stamped(known, withNameKeys(next), writer.rev, writer.at);
      await writer.putAsIs('people', known, learned ? row : { ...row, updatedAt: known.updatedAt });
      changed++;
    }
    await writer.finish();
    return changed;
  });
}

/** A person's card: who they are and what is marked of theirs, newest first. */
export async function personCard(
  store: Store,
  ref: PersonRef,
): Promise<{ readonly person: Person | null; readonly marks: readonly Mark[] }> {
  const row = await findPerson(store, ref);
  const { marks } = store.db;
  const id = row?.id ?? ref.id;
  const found = new Map<string, Mark>();
  const keep = (mark: Mark) => {
    if (mark.deletedAt === null) found.set(mark.uuid, mark);
  };
  if (id !== null) (await marks.where('[site+authorId]').equals([ref.site, id]).toArray()).forEach(keep);
  for (const name of row?.names ?? [ref.name]) {
    const byName = await marks.where('[site+author]').equals([ref.site, name]).toArray();
    byName.filter((mark) => mark.authorId === null || id === null || mark.authorId === id).forEach(keep);
  }
  return { person: row && plainPerson(row), marks: [...found.values()].sort((a, b) => b.updatedAt - a.updatedAt) };
}

/** Labels in use with how many people bear each, most used first: for autocomplete. Kept as a counter, so its cost does not grow with the people. */
export async function labelsInUse(store: Store, limit = 100): Promise<readonly (Label & { readonly count: number })[]> {
  return [...(await labelCounts(store)).values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)).slice(0, limit);
}
