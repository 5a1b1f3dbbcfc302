import type { Handlers, Sender } from '../../core/bus/answer';
import { inTurns } from '../../core/bus/turns';
import type { Mark } from '../../core/model/mark';
import { emptySitePack, type SitePack } from '../../core/model/pack';
import type { Person, PersonRef } from '../../core/model/person';
import { ok, type Result, refused } from '../../core/model/result';
import { kinOfSite } from '../../core/store/kin';
import { type MarkAsk, marksOfThread, patchMark } from '../../core/store/marks';
import { nameKey, plainPerson } from '../../core/store/names';
import { type Kin, ownerOf, packMarks, packPerson } from '../../core/store/pack';
import { packOfRow } from '../../core/store/pack-row';
import { choosePerson, findPerson, patchPerson } from '../../core/store/people';
import type { Store } from '../../core/store/store';
import { siteRefusal } from './allowed';
import { fullCard } from './full-card';

/** What was done in private windows: rows that lie over those of the database. In memory only; gone with the last private window. */
export interface Private {
  readonly people: readonly Person[];
  readonly marks: readonly Mark[];
  /** How the rows concerned were before each of the latest operations, and the site it was done on. Not whole states: session storage ends at 10 MB. */
  readonly before: readonly {
    readonly op: string;
    readonly site: string;
    readonly people: readonly Image<Person>[];
    readonly marks: readonly Image<Mark>[];
  }[];
}
/** A row as it was; null: it was not there. */
interface Image<T> {
  readonly uuid: string;
  readonly row: T | null;
}
export const NOTHING_PRIVATE: Private = { people: [], marks: [], before: [] };

/** Where the state lies between two wakings of the worker (storage.session: memory, never disk). */
export interface HeldState {
  read(): Promise<Private>;
  write(state: Private): Promise<void>;
}
/** Operations that can be undone in a private window. */
const MAX_BEFORE = 20;
const OPPOSITE: Partial<Record<Mark['kind'], Mark['kind']>> = { hide: 'allow', allow: 'hide' };

type Command = 'person.change' | 'person.get' | 'mark.put' | 'mark.remove' | 'marks.ofThread' | 'operation.undo' | 'private.pack';
export type PrivateHandlers = Pick<Handlers, Command>;

const put = <T extends { readonly uuid: string }>(rows: readonly T[], row: T): readonly T[] => [
  ...rows.filter((old) => old.uuid !== row.uuid),
  row,
];

/** What has to be kept of `rows` to come back to them from `next`. */
function imagesOf<T extends { readonly uuid: string }>(rows: readonly T[], next: readonly T[]): readonly Image<T>[] {
  const same = new Set(rows);
  const old = new Map(rows.map((row) => [row.uuid, row]));
  return next.filter((row) => !same.has(row)).map(({ uuid }) => ({ uuid, row: old.get(uuid) ?? null }));
}
function takenBack<T extends { readonly uuid: string }>(rows: readonly T[], images: readonly Image<T>[]): readonly T[] {
  const gone = new Set(images.map(({ uuid }) => uuid));
  return [...rows.filter(({ uuid }) => !gone.has(uuid)), ...images.flatMap(({ row }) => row ?? [])];
}

/** The site's pack with the private rows laid over it: pure. */
export function laidOver(base: SitePack, state: Pick<Private, 'people' | 'marks'>, kin: Kin = new Map()): SitePack {
  const people = state.people.filter((person) => person.site === base.site);
  const ids = Object.entries(base.ids).filter(([key]) => !people.some((person) => `#${person.id}` === key));
  const names = new Map(Object.entries(base.names));
  for (const person of people) {
    const packed = packPerson(person, kin);
    if (person.id !== null && packed) ids.push([`#${person.id}`, packed]);
    for (const name of person.names) {
      const key = nameKey(person.site, name).slice(person.site.length + 1);
      const owner = ownerOf(people.filter((other) => other.names.includes(name)));
      if (packed && owner === person) names.set(key, packed);
      else if (names.get(key)?.u === person.uuid) names.delete(key);
    }
  }
  const marks = new Map(Object.entries(base.marks));
  const mine = state.marks.filter((mark) => mark.site === base.site);
  for (const threadKey of new Set(mine.map((mark) => mark.threadKey))) {
    const over = mine.filter((mark) => mark.threadKey === threadKey);
    const gone = new Set(over.map((mark) => mark.uuid));
    const under = Object.entries(base.marks[threadKey] ?? {}).map(
      ([key, list]) => [key, list.filter((mark) => !gone.has(mark.u))] as const,
    );
    const added = Object.entries(packMarks(over) ?? {});
    const keys = new Set([...under, ...added].map(([key]) => key));
    const both = [...keys].map((key) => [key, [...under, ...added].flatMap(([k, list]) => (k === key ? list : []))] as const);
    marks.set(threadKey, Object.fromEntries(both.filter(([, list]) => list.length > 0)));
  }
  return { ...base, ids: Object.fromEntries(ids), names: Object.fromEntries(names), marks: Object.fromEntries(marks) };
}

/** Handlers for private windows: they read the database and write memory. */
export function privateHandlers(open: () => Promise<Result<Store>>, held: HeldState): PrivateHandlers {
  // The state is read, changed and written as a whole: two at once would lose one.
  const inTurn = inTurns();
  const remember = (
    op: string,
    site: string,
    change: (state: Private) => Promise<Partial<Pick<Private, 'people' | 'marks'>>>,
  ): Promise<void> =>
    inTurn(async () => {
      const state = await held.read();
      if (state.before.some((entry) => entry.op === op)) return;
      const next = { people: state.people, marks: state.marks, ...(await change(state)) };
      const entry = { op, site, people: imagesOf(state.people, next.people), marks: imagesOf(state.marks, next.marks) };
      await held.write({ ...next, before: [...state.before, entry].slice(-MAX_BEFORE) });
    });
  const onStore = async <T>(sender: Sender, site: string, body: (store: Store) => Promise<Result<T>>): Promise<Result<T>> => {
    const refusal = siteRefusal(sender, site);
    if (refusal) return refusal;
    const store = await open();
    return store.ok ? body(store.value) : store;
  };
  const known = async (store: Store, state: Private, ref: PersonRef): Promise<Person | null> => {
    const here = state.people.filter((person) => person.site === ref.site);
    const row = choosePerson(here, here, ref) ?? (await findPerson(store, ref));
    return row && (state.people.find((person) => person.uuid === row.uuid) ?? row);
  };
  const threadMarks = async (store: Store, state: Private, site: string, threadKey: string): Promise<readonly Mark[]> => {
    const over = state.marks.filter((mark) => mark.site === site && mark.threadKey === threadKey);
    const gone = new Set(over.map((mark) => mark.uuid));
    const under = (await marksOfThread(store, site, threadKey)).filter((mark) => !gone.has(mark.uuid));
    return [...under, ...over.filter((mark) => mark.deletedAt === null)];
  };
  const markOf = async (store: Store, state: Private, uuid: string | undefined): Promise<Mark | null> =>
    uuid === undefined ? null : (state.marks.find((mark) => mark.uuid === uuid) ?? (await store.db.marks.get(uuid)) ?? null);
  const putOne = (
    marks: readonly Mark[],
    all: readonly Mark[],
    ask: MarkAsk,
    named: Mark | null,
    at: number,
    newId: string,
  ): readonly Mark[] => {
    const target = marks.filter((mark) => mark.commentKey === ask.on.commentKey);
    const single = ask.kind !== 'note' && ask.kind !== 'highlight';
    const old =
      ask.uuid === undefined ? (target.find((mark) => single && mark.kind === ask.kind) ?? null) : named && { ...named, deletedAt: null };
    const opposite = target.filter((mark) => mark.kind === OPPOSITE[ask.kind]).map((mark) => ({ ...mark, deletedAt: at }));
    return [...opposite, patchMark(old, ask, at, ask.uuid ?? newId)].reduce<readonly Mark[]>(put, all);
  };

  return {
    'person.change': (ask, sender) =>
      onStore(sender, ask.person.site, async (store) => {
        await remember(ask.op, ask.person.site, async (state) => {
          const before = await known(store, state, ask.person);
          const next = patchPerson(before && plain(before), ask.person, ask.patch, store.env.now(), before?.uuid ?? store.env.newId());
          return { people: put(state.people, next) };
        });
        return ok({ op: ask.op });
      }),
    'person.get': (ask, sender) =>
      onStore(sender, ask.person.site, async (store) => {
        const person = await known(store, await held.read(), ask.person);
        return ok({ ...(await fullCard(store, ask.person)), person: person && plain(person) });
      }),
    'mark.put': (ask, sender) =>
      onStore(sender, ask.on.site, async (store) => {
        const named = await markOf(store, await held.read(), ask.uuid);
        if (named && (named.kind !== ask.kind || named.site !== ask.on.site)) return refused('fault.mark.other', named.uuid);
        await remember(ask.op, ask.on.site, async (state) => ({
          marks: putOne(
            await threadMarks(store, state, ask.on.site, ask.on.threadKey),
            state.marks,
            ask,
            named,
            store.env.now(),
            store.env.newId(),
          ),
        }));
        return ok({ op: ask.op });
      }),
    'mark.remove': async (ask, sender) => {
      const store = await open();
      if (!store.ok) return store;
      const state = await held.read();
      const stored = (await store.value.db.marks.bulkGet([...ask.uuids])).flatMap((mark) => mark ?? []);
      const rows = [
        ...stored.filter((mark) => !state.marks.some((own) => own.uuid === mark.uuid)),
        ...state.marks.filter((mark) => ask.uuids.includes(mark.uuid)),
      ];
      const refusal = rows.map((mark) => siteRefusal(sender, mark.site)).find((found) => found !== null);
      if (refusal) return refusal;
      const at = store.value.env.now();
      await remember(ask.op, rows[0]?.site ?? '', async (now) => ({
        marks: rows.map((mark) => ({ ...mark, deletedAt: at })).reduce<readonly Mark[]>(put, now.marks),
      }));
      return ok({ op: ask.op });
    },
    'marks.ofThread': (ask, sender) =>
      onStore(sender, ask.site, async (store) => ok({ marks: await threadMarks(store, await held.read(), ask.site, ask.threadKey) })),
    'operation.undo': (ask, sender) =>
      inTurn(async () => {
        const state = await held.read();
        const entry = state.before.find((one) => one.op === ask.op);
        if (!entry) return ok({ undone: false });
        const refusal = siteRefusal(sender, entry.site);
        if (refusal) return refusal;
        // Later operations may have changed the same rows, so only the latest can be undone.
        if (state.before.at(-1) !== entry) return refused('fault.private', 'operation.undo');
        await held.write({
          people: takenBack(state.people, entry.people),
          marks: takenBack(state.marks, entry.marks),
          before: state.before.slice(0, -1),
        });
        return ok({ undone: true });
      }),
    'private.pack': (ask, sender) =>
      onStore<{ pack: SitePack | null }>(sender, ask.site, async (store) => {
        const state = await held.read();
        if (![...state.people, ...state.marks].some((row) => row.site === ask.site)) return ok({ pack: null });
        const row = await store.db.packs.get(`pack:${ask.site}`);
        const kin = await kinOfSite(store, state.people);
        return ok({ pack: laidOver(row ? packOfRow(row.value) : emptySitePack(ask.site), state, kin) });
      }),
  };
}

const plain = (person: Person): Person => ('nameKeys' in person ? plainPerson(person as Person & { nameKeys: readonly string[] }) : person);
