import type { Person } from '../model/person';
import type { StoredPerson } from './database';
import { kinOf, push } from './pack';
import type { Store } from './store';

/** The people of a list who are linked, by group. */
export function kinIn<T extends Person>(people: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const kin = new Map<string, T[]>();
  for (const person of people) if (person.group !== null) push(kin, person.group, person);
  return kin;
}

/** All accounts linked with any of these, by group. */
export async function kinOfSite(store: Store, people: readonly Person[]): Promise<ReadonlyMap<string, readonly StoredPerson[]>> {
  const groups = [...kinIn(people).keys()];
  return groups.length === 0 ? new Map() : kinIn(await store.db.people.where('group').anyOf(groups).toArray());
}

/** The other accounts that were linked with this one by hand, oldest first. */
export async function linkedWith(store: Store, person: Person): Promise<readonly Person[]> {
  return kinOf(person, await kinOfSite(store, [person]));
}
