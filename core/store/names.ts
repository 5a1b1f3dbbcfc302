import type { Person } from '../model/person';
import { matchingName } from '../text/fold-names';
import type { StoredPerson } from './database';

/** Index key of a name on a site. '' for a name that nothing is left of (only hidden characters). */
export function nameKey(site: string, name: string): string {
  const matching = matchingName(name);
  return matching === '' ? '' : `${site}\n${matching}`;
}

/**
 * The name as a person sees and a site may compare it: NFC, case and white space aside, hidden and compatibility characters kept.
 * Two names with one matching key but different visible forms (`bob` and `bob` + zero-width space, `ｂｏｂ`) are look-alikes: neither inherits from the other.
 */
export const visibleName = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** True if one of the person's names is this one, look-alikes not counted. */
export function goesBy(person: Pick<Person, 'names'>, name: string): boolean {
  const wanted = visibleName(name);
  return person.names.some((known) => visibleName(known) === wanted);
}

/** The row with its index keys brought in step with its names. */
export function withNameKeys(person: Person): StoredPerson {
  const keys = new Set(person.names.map((name) => nameKey(person.site, name)).filter((key) => key !== ''));
  return { ...person, nameKeys: [...keys].sort() };
}

/** The row without what is derived. */
export function plainPerson(row: StoredPerson): Person {
  const { nameKeys: _, ...person } = row;
  return person;
}
