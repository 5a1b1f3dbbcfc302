import type { PackedPerson, SitePack } from '../model/pack';

/** The people of a pack. */
export type PackedPeople = Pick<SitePack, 'ids' | 'names'>;

/**
 * A site's pack as the database keeps it: texts, since a text is taken along unread, and what is read of it is made into objects by JSON.parse,
 * which takes a fraction of what the clone of as many objects does (500 people looked up: 0.57 → under 0.5 of a get of their rows).
 */
export interface KeptPack {
  readonly v: 3;
  readonly site: string;
  /** `[ids, names]`, a person who has an id once. */
  readonly people: string;
  readonly marks: string;
  readonly seen: string;
}
/** As version 2 of the rows kept it: people as they are. */
interface KeptPack2 extends PackedPeople {
  readonly v: 2;
  readonly site: string;
  readonly marks: string;
  readonly seen: string;
}

/** By name: the key of the same person among the ids, or the person. */
type Named = Readonly<Record<string, string | PackedPerson>>;

/** People as a text. */
export function keptPeople({ ids, names }: PackedPeople): string {
  const byText = new Map(Object.entries(ids).map(([key, person]) => [JSON.stringify(person), key]));
  const named: Named = Object.fromEntries(
    Object.entries(names).map(([name, person]) => [name, byText.get(JSON.stringify(person)) ?? person]),
  );
  return JSON.stringify([ids, named]);
}

/** A pack as it is kept. */
export const keptPack = ({ site, ids, names, marks, seen }: SitePack): KeptPack => ({
  v: 3,
  site,
  people: keptPeople({ ids, names }),
  marks: JSON.stringify(marks),
  seen: JSON.stringify(seen),
});

/** The people out of what is kept, the rest left unread. Rows of older versions are read too. */
export function peopleOfRow(value: unknown): PackedPeople {
  const kept = value as SitePack | KeptPack2 | KeptPack;
  if (kept.v !== 3) return { ids: kept.ids, names: kept.names };
  const [ids, named] = JSON.parse(kept.people) as [PackedPeople['ids'], Named];
  return {
    ids,
    // Made when it is asked for: most lookups are by id.
    get names() {
      return Object.fromEntries(Object.entries(named).map(([name, to]) => [name, typeof to === 'string' ? ids[to]! : to]));
    },
  };
}

/** The pack out of what is kept; a row of version 1 of the database is the pack itself. */
export function packOfRow(value: unknown): SitePack {
  const kept = value as SitePack | KeptPack2 | KeptPack;
  if (kept.v === 1) return kept;
  return { v: 1, site: kept.site, ...peopleOfRow(kept), marks: JSON.parse(kept.marks), seen: JSON.parse(kept.seen) };
}
