import type { PackedPerson, SitePack } from '../model/pack';

/** The people of a pack. */
export type PackedPeople = Pick<SitePack, 'ids' | 'names'>;

/**
 * A site's pack as the database keeps it: texts, since a text is taken along unread, and what is read of it is made into objects by JSON.parse,
 * which takes a fraction of what the clone of as many objects does (500 people looked up: 0.57 → 0.35 of a get of their rows).
 */
export interface KeptPack {
  readonly v: 3;
  readonly site: string;
  /** Each person once, and where ids and names lead: `[people, ids, names]`. */
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

type Places = Readonly<Record<string, number>>;

/** People as a text. */
export function keptPeople({ ids, names }: PackedPeople): string {
  const places = new Map<string, number>();
  const people: string[] = [];
  const placed = (all: Readonly<Record<string, PackedPerson>>): Places =>
    Object.fromEntries(
      Object.entries(all).map(([key, person]) => {
        const text = JSON.stringify(person);
        let place = places.get(text);
        if (place === undefined) {
          place = people.push(text) - 1;
          places.set(text, place);
        }
        return [key, place];
      }),
    );
  const [byId, byName] = [placed(ids), placed(names)];
  return `[[${people.join(',')}],${JSON.stringify(byId)},${JSON.stringify(byName)}]`;
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
  const [people, ids, names] = JSON.parse(kept.people) as [readonly PackedPerson[], Places, Places];
  const named = (places: Places) => Object.fromEntries(Object.entries(places).map(([key, place]) => [key, people[place]!]));
  return { ids: named(ids), names: named(names) };
}

/** The pack out of what is kept; a row of version 1 of the database is the pack itself. */
export function packOfRow(value: unknown): SitePack {
  const kept = value as SitePack | KeptPack2 | KeptPack;
  if (kept.v === 1) return kept;
  return { v: 1, site: kept.site, ...peopleOfRow(kept), marks: JSON.parse(kept.marks), seen: JSON.parse(kept.seen) };
}
