import type { PackedPerson, SitePack } from '../model/pack';
import type { Author } from '../model/thread';
import { disguises, matchingName } from '../text/fold';

/** Own property of a record that came from stored data: `constructor` and `__proto__` are names like any other. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const known = new WeakMap<SitePack, Set<string>>();

/**
 * The person a comment's author is in the pack. The id wins: an author whose id is unknown to us is found by name only if the person of
 * that name has no id of their own. Names are compared exactly in matching form; a name that hides something which the kept one does not
 * (characters that do not show, turned direction, mixed scripts) is somebody else's: look-alikes inherit nothing.
 */
export function personOf(author: Author, pack: SitePack): PackedPerson | null {
  if (author.id !== null) {
    const byId = own(pack.ids, `#${author.id}`);
    if (byId) return byId;
  }
  if (author.name === '') return null;
  const found = own(pack.names, matchingName(author.name));
  const byName = found && sameGuise(author.name, found.n) ? found : undefined;
  if (!byName || author.id === null) return byName ?? null;
  let uuids = known.get(pack);
  if (!uuids) {
    uuids = new Set(Object.values(pack.ids).map((one) => one.u));
    known.set(pack, uuids);
  }
  return uuids.has(byName.u) ? null : byName;
}

/** Width is a matter of typing, the rest of what a name can hide is not. */
const guise = (name: string): string => String(disguises(name).filter((one) => one !== 'width'));
const sameGuise = (name: string, kept: string): boolean => name.trim() === kept.trim() || guise(name) === guise(kept);

/** Whether the reader wrote it: the id, or the name letter by letter (a name made to look alike must not be protected). */
export function isReader(author: Author, reader: string | null): boolean {
  return reader !== null && reader !== '' && (author.id === reader || author.name.trim() === reader.trim());
}
