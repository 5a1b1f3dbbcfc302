import type { PackedPerson, SitePack } from '../model/pack';

/**
 * A site's pack as the database keeps it: people as they are, the rest as JSON text. Most writes concern people, and a text is taken along
 * unread, where thousands of marks and seen comments would be made into objects and back (500 people looked up: 0.65 → under 0.5 of a get of
 * their rows). Equal labels are one object, which a structured clone keeps as one.
 */
export interface KeptPack {
  readonly v: 2;
  readonly site: string;
  readonly ids: Readonly<Record<string, PackedPerson>>;
  readonly names: Readonly<Record<string, PackedPerson>>;
  readonly marks: string;
  readonly seen: string;
}

/** The people of a pack with equal ones, and equal labels of different ones, made one. */
export function withSharedParts({ ids, names }: Pick<SitePack, 'ids' | 'names'>): Pick<SitePack, 'ids' | 'names'> {
  const made = new Map<string, unknown>();
  const one = <T>(value: T): T => {
    const key = JSON.stringify(value);
    const known = made.get(key);
    if (known === undefined) made.set(key, value);
    return (known ?? value) as T;
  };
  const shared = (person: PackedPerson): PackedPerson => one(person.l ? { ...person, l: one(person.l) } : person);
  const all = (people: Readonly<Record<string, PackedPerson>>) =>
    Object.fromEntries(Object.entries(people).map(([key, person]) => [key, shared(person)]));
  return { ids: all(ids), names: all(names) };
}

/** A pack as it is kept. */
export const keptPack = ({ site, ids, names, marks, seen }: SitePack): KeptPack => ({
  v: 2,
  site,
  ...withSharedParts({ ids, names }),
  marks: JSON.stringify(marks),
  seen: JSON.stringify(seen),
});

/** The pack out of what is kept; a row of version 1 of the database is the pack itself. */
export function packOfRow(value: unknown): SitePack {
  const kept = value as SitePack | KeptPack;
  if (kept.v === 1) return kept;
  return { v: 1, site: kept.site, ids: kept.ids, names: kept.names, marks: JSON.parse(kept.marks), seen: JSON.parse(kept.seen) };
}
