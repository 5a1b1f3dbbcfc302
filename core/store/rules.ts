import { type Result, refused } from '../model/result';
import type { Rule, RuleDraft } from '../model/rule';
import type { HitRow } from './database';
import { markDirty, publishDirty } from './mirror';
import { cachingOf, type Store } from './store';
import { inOneTransaction, Refusal, type Writer, write } from './write';

const lives = (rule: Rule): boolean => rule.deletedAt === null;

/** The living rules, highest priority first, then oldest. */
export async function allRules(store: Store): Promise<readonly Rule[]> {
  const rows = await store.db.rules.toArray();
  return rows.filter(lives).sort((a, b) => b.priority - a.priority || a.createdAt - b.createdAt || (a.uuid < b.uuid ? -1 : 1));
}

/** Puts one rule within a running transaction. `uuid` null = a new one. */
export async function setRule(writer: Writer, uuid: string | null, draft: RuleDraft): Promise<Rule> {
  const known = uuid === null ? null : ((await writer.store.db.rules.get(uuid)) ?? null);
  const base = known ?? { uuid: uuid ?? writer.store.env.newId(), createdAt: writer.at, updatedAt: writer.at, rev: {} };
  return writer.put('rules', known, { ...base, deletedAt: null, ...draft });
}

/** Adds a rule (`uuid` null) or changes one. Idempotent by the operation id; can be undone. */
export async function putRule(
  store: Store,
  op: string,
  uuid: string | null,
  draft: RuleDraft,
): Promise<Result<{ readonly op: string; readonly rule: Rule }>> {
  const named = { op, what: uuid === null ? 'done.rule.add' : 'done.rule.change', values: { name: draft.name } };
  const done = await write(store, named, async (writer) => (await setRule(writer, uuid, draft)).uuid);
  if (!done.ok) return done;
  const rule = await store.db.rules.get(done.value.answer ?? '');
  return rule ? { ok: true, value: { op, rule } } : refused('fault.rule.gone', done.value.answer ?? '');
}

/** Adds many rules as one operation, e.g. a pasted list. */
export async function putRules(store: Store, op: string, drafts: readonly RuleDraft[]): Promise<Result<{ readonly op: string }>> {
  const done = await write(store, { op, what: 'done.rule.addMany', values: { count: drafts.length } }, async (writer) => {
    for (const draft of drafts) await setRule(writer, null, draft);
    return null;
  });
  return done.ok ? { ok: true, value: { op } } : done;
}

/** Deletes rules by uuid (tombstones). */
export async function removeRules(store: Store, op: string, uuids: readonly string[]): Promise<Result<{ readonly op: string }>> {
  const done = await write(store, { op, what: 'done.rule.remove', values: { count: uuids.length } }, async (writer) => {
    for (const rule of await store.db.rules.bulkGet([...uuids])) if (rule) await writer.remove('rules', rule);
    return null;
  });
  return done.ok ? { ok: true, value: { op } } : done;
}

/** Adds hits to rules' counts: statistics, not an operation; hits of rules that are gone are dropped. Changes no pack. */
export async function countHits(lasting: Store, hits: Readonly<Record<string, number>>, at: number): Promise<Result<null>> {
  const store = cachingOf(lasting);
  return inOneTransaction(store, 'rule.hits', async () => {
    const uuids = Object.keys(hits);
    if (uuids.length > 20_000) throw new Refusal('fault.tooMany', 'rule.hits');
    const [rules, rows] = [await store.db.rules.bulkGet(uuids), await store.db.hits.bulkGet(uuids)];
    const next = uuids.flatMap((uuid, i): HitRow[] =>
      rules[i] ? [{ uuid, hits: (rows[i]?.hits ?? 0) + (hits[uuid] ?? 0), lastAt: Math.max(at, rows[i]?.lastAt ?? 0) }] : [],
    );
    await store.db.hits.bulkPut(next);
    return null;
  });
}

/** Rings the bell for rules that expired since the pack was built; gives the time of the next expiry, null if none is to come. */
export async function expireRules(store: Store, packedAt: number): Promise<number | null> {
  const ends = (await allRules(store)).flatMap((rule) => (rule.expiresAt !== null && rule.enabled ? [rule.expiresAt] : []));
  const now = store.env.now();
  if (ends.some((end) => end > packedAt && end <= now)) {
    await markDirty(store, ['rules']);
    await publishDirty(store);
  }
  const coming = ends.filter((end) => end > now);
  // Not `Math.min(...coming)`: a list may bring more rules than a call takes arguments.
  return coming.length > 0 ? coming.reduce((a, b) => Math.min(a, b)) : null;
}
