import { type Result, refused } from '../model/result';
import { MAX_RULES, type Rule, type RuleDraft } from '../model/rule';
import { canonical } from './canonical';
import type { ListRow } from './database';
import { setRule } from './rules';
import type { Store } from './store';
import { inOneTransaction, Refusal, startWriter, write } from './write';

const MAX_ADDRESS_CHARS = 4096;
const lives = (row: { readonly deletedAt: number | null }): boolean => row.deletedAt === null;
/** What makes two rules the same, wherever they come from. */
const keyOf = ({ when, action, scope, replies, priority, name, expiresAt }: RuleDraft): string =>
  canonical({ when, action, scope, replies, priority, name, expiresAt });

/** The address of a list, if it may be asked for one: https, without a name and password in it. Null for any other. */
export function listAddress(url: string): URL | null {
  if (!/^https:\/\/[^\s/\\]+\/\S*$/i.test(url) || url.length > MAX_ADDRESS_CHARS || !URL.canParse(url)) return null;
  const address = new URL(url);
  return address.username === '' && address.password === '' ? address : null;
}

/** What a new copy of a list would change. */
export interface ListDiff {
  readonly add: readonly RuleDraft[];
  readonly remove: readonly Rule[];
  readonly same: number;
}

/** Compares a list's rules with a new copy's: pure. Rules that stay keep their row, so that one switched off stays off. */
export function diffList(rules: readonly Rule[], drafts: readonly RuleDraft[]): ListDiff {
  const wanted = new Map(drafts.map((draft) => [keyOf(draft), draft]));
  const known = new Set(rules.map(keyOf));
  const remove = rules.filter((rule) => !wanted.has(keyOf(rule)));
  return { add: [...wanted].filter(([key]) => !known.has(key)).map(([, draft]) => draft), remove, same: rules.length - remove.length };
}

/** The living lists, by address. */
export async function allLists(store: Store): Promise<readonly ListRow[]> {
  return (await store.db.lists.toArray()).filter(lives).sort((a, b) => (a.url < b.url ? -1 : 1));
}
/** A list's living rules. */
export async function rulesOfList(store: Store, list: string): Promise<readonly Rule[]> {
  return store.db.rules.filter((rule) => lives(rule) && rule.origin.kind === 'list' && rule.origin.list === list).toArray();
}

/** Subscribes to a list of rules at an https address. It brings nothing until a copy was fetched, looked at and applied. Subscribing twice gives the first. */
export async function subscribe(
  store: Store,
  op: string,
  url: string,
  title: string,
): Promise<Result<{ readonly op: string; readonly uuid: string }>> {
  if (listAddress(url) === null) return refused('fault.list.address', url.slice(0, 200));
  const done = await write(store, { op, what: 'done.list.add', values: { title: title || url } }, async (writer) => {
    const known = (await store.db.lists.filter((list) => list.url === url && lives(list)).first()) ?? null;
    if (known) return known.uuid;
    const row: ListRow = {
      uuid: store.env.newId(),
      createdAt: writer.at,
      updatedAt: writer.at,
      deletedAt: null,
      rev: {},
      url,
      title,
      etag: null,
      fetchedAt: null,
      enabled: true,
      text: '',
      pending: null,
    };
    return (await writer.put('lists', null, row)).uuid;
  });
  return done.ok ? { ok: true, value: { op, uuid: done.value.answer ?? '' } } : done;
}

/** Leaves a list; its rules go with it, and both come back by undo. */
export async function unsubscribe(store: Store, op: string, uuid: string): Promise<Result<{ readonly op: string }>> {
  const done = await write(store, { op, what: 'done.list.remove' }, async (writer) => {
    const list = await store.db.lists.get(uuid);
    if (list) await writer.remove('lists', list);
    for (const rule of await rulesOfList(store, uuid)) await writer.remove('rules', rule);
    return null;
  });
  return done.ok ? { ok: true, value: { op } } : done;
}

/** Notes what a fetch brought: a new copy waits in `pending` until the person applies it; `text` null = nothing new. Changes no rule. */
export async function receiveList(
  store: Store,
  uuid: string,
  text: string | null,
  etag: string | null,
): Promise<Result<{ readonly changed: boolean }>> {
  return inOneTransaction(store, 'list.receive', async () => {
    const list = await store.db.lists.get(uuid);
    if (!list || !lives(list)) throw new Refusal('fault.list.gone', uuid);
    const writer = await startWriter(store);
    const isNew = text !== null && text !== list.text;
    const pending = text === null ? list.pending : isNew ? text : null;
    await writer.put('lists', list, { ...list, pending, etag: text === null ? list.etag : etag, fetchedAt: writer.at });
    await writer.finish();
    return { changed: isNew };
  });
}

/** Applies a copy of a list that was looked at: its rules become those of `drafts`, as one operation. Rules that stay keep their switches. */
export async function applyList(
  store: Store,
  op: string,
  uuid: string,
  text: string,
  drafts: readonly RuleDraft[],
): Promise<Result<{ readonly op: string }>> {
  if (drafts.length > MAX_RULES) return refused('fault.tooMany', `${drafts.length} > ${MAX_RULES}`);
  const done = await write(store, { op, what: 'done.list.apply', values: { count: drafts.length } }, async (writer) => {
    const list = await store.db.lists.get(uuid);
    if (!list || !lives(list)) throw new Refusal('fault.list.gone', uuid);
    // A copy that came while this one was looked at has not been seen: it waits, and this one is not applied in its place.
    if (list.pending !== null && list.pending !== text) throw new Refusal('fault.list.newer', list.url);
    const { add, remove } = diffList(await rulesOfList(store, uuid), drafts);
    const others = await store.db.rules.filter((rule) => lives(rule) && rule.origin.kind === 'list' && rule.origin.list !== uuid).count();
    if (others + drafts.length > MAX_RULES) throw new Refusal('fault.list.full', `${others + drafts.length} > ${MAX_RULES}`);
    for (const rule of remove) await writer.remove('rules', rule);
    for (const draft of add) await setRule(writer, null, { ...draft, origin: { kind: 'list', list: uuid } });
    await writer.put('lists', list, { ...list, text, pending: null });
    return null;
  });
  return done.ok ? { ok: true, value: { op } } : done;
}
