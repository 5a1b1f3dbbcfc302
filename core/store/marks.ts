import type { Mark, MarkKind, Selectors } from '../model/mark';
import type { Colour } from '../model/person';
import type { Result } from '../model/result';
import { stamped } from './merge';
import type { Store } from './store';
import { Refusal, type Writer, write } from './write';

/** What a mark is put on. The same shape as the protocol's CommentRef. */
export type MarkTarget = Pick<Mark, 'site' | 'threadKey' | 'commentKey' | 'url' | 'title' | 'author' | 'authorId' | 'text'>;
export interface MarkAsk {
  readonly kind: MarkKind;
  readonly on: MarkTarget;
  readonly note?: string;
  readonly colour?: Colour | null;
  readonly selectors?: Selectors | null;
  /** Of the mark to change; without it a note or highlight is a new one. */
  readonly uuid?: string;
}

/** There is one of these per target; a second put finds the first. */
const SINGLE: ReadonlySet<MarkKind> = new Set<MarkKind>(['hide', 'allow', 'bookmark']);
/** "Hide this" and "never hide this" cannot both hold. */
const OPPOSITE: Partial<Record<MarkKind, MarkKind>> = { hide: 'allow', allow: 'hide' };
const lives = (mark: Mark): boolean => mark.deletedAt === null;

/** The living marks of a thread, oldest first. */
export async function marksOfThread(store: Store, site: string, threadKey: string): Promise<readonly Mark[]> {
  const rows = await store.db.marks.where('[site+threadKey]').equals([site, threadKey]).toArray();
  return rows.filter(lives).sort((a, b) => a.createdAt - b.createdAt || (a.uuid < b.uuid ? -1 : 1));
}

/** The state of a mark after an ask: pure. `known` null = a new one, which gets `uuid`. The kept text is the first one: an edit of the comment is told by comparing. */
export function patchMark(known: Mark | null, ask: MarkAsk, at: number, uuid: string): Mark {
  const base: Mark = known ?? {
    uuid,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    rev: {},
    kind: ask.kind,
    ...ask.on,
    note: '',
    colour: null,
    selectors: null,
  };
  return {
    ...base,
    note: ask.note ?? base.note,
    colour: ask.colour === undefined ? base.colour : ask.colour,
    selectors: ask.selectors === undefined ? base.selectors : ask.selectors,
  };
}

/** Puts one mark within a running transaction. Refuses to move a mark to another target or kind. */
export async function setMark(writer: Writer, ask: MarkAsk): Promise<Mark> {
  const { store } = writer;
  const onTarget = (await marksOfThread(store, ask.on.site, ask.on.threadKey)).filter((mark) => mark.commentKey === ask.on.commentKey);
  let known: Mark | null = null;
  if (ask.uuid !== undefined) {
    known = (await store.db.marks.get(ask.uuid)) ?? null;
    if (known && (known.kind !== ask.kind || known.site !== ask.on.site)) throw new Refusal('fault.mark.other', ask.uuid);
    if (known && !lives(known)) known = { ...known, deletedAt: null };
  } else if (SINGLE.has(ask.kind)) {
    known = onTarget.find((mark) => mark.kind === ask.kind) ?? null;
  }
  for (const mark of onTarget) if (mark.kind === OPPOSITE[ask.kind]) await writer.remove('marks', mark);
  const stored = known === null ? null : ((await store.db.marks.get(known.uuid)) ?? null);
  return writer.put('marks', stored, patchMark(known, ask, writer.at, ask.uuid ?? known?.uuid ?? store.env.newId()));
}

/** Hides, allows, notes, highlights or bookmarks a comment or article. Idempotent by the operation id; can be undone. Gives the mark's uuid. */
export async function putMark(store: Store, op: string, ask: MarkAsk): Promise<Result<{ readonly op: string; readonly uuid: string }>> {
  const named = { op, what: `done.mark.${ask.kind}`, values: { name: ask.on.author } };
  const done = await write(store, named, async (writer) => (await setMark(writer, ask)).uuid);
  return done.ok ? { ok: true, value: { op, uuid: done.value.answer ?? '' } } : done;
}

/** Deletes marks by uuid (tombstones). `only` limits it to marks of one site: what a page may do. */
export async function removeMarks(
  store: Store,
  op: string,
  uuids: readonly string[],
  only: string | null = null,
): Promise<Result<{ readonly op: string }>> {
  const done = await write(store, { op, what: 'done.mark.remove', values: { count: uuids.length } }, async (writer) => {
    const living = (await store.db.marks.bulkGet([...new Set(uuids)])).flatMap((mark) => (mark && lives(mark) ? [mark] : []));
    const foreign = only === null ? undefined : living.find((mark) => mark.site !== only);
    if (foreign) throw new Refusal('fault.notAllowed', foreign.uuid);
    const gone = living.map((before) => ({ before, row: stamped(before, { ...before, deletedAt: writer.at }, writer.rev, writer.at) }));
    await writer.putMany('marks', gone);
    return null;
  });
  return done.ok ? { ok: true, value: { op } } : done;
}
