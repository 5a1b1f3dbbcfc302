import type { Sender } from '../../core/bus/answer';
import type { Adapter } from '../../core/model/adapter';
import { siteOf } from '../../core/model/address';
import { type Result, refused } from '../../core/model/result';
import type { Rule, RuleDraft } from '../../core/model/rule';
import { same } from '../../core/store/canonical';
import type { Store } from '../../core/store/store';
import { NOT_ALLOWED, siteOfScope, siteRefusal } from './allowed';

/** A page may make rules for its own site, and switch any rule off; everything else about rules is for the extension's own pages. */
export async function ruleRefusal(store: Store, sender: Sender, uuid: string | null, draft: RuleDraft): Promise<Result<never> | null> {
  if (sender.own) return null;
  const site = siteOfScope(draft.scope);
  const known = uuid === null ? null : ((await store.db.rules.get(uuid)) ?? null);
  if (known === null) return site === null ? refused(NOT_ALLOWED, 'rule scope') : siteRefusal(sender, site);
  if (!draft.enabled && same({ ...draftOf(known), enabled: false }, draft)) return null;
  const knownSite = siteOfScope(known.scope);
  if (site === null || knownSite === null) return refused(NOT_ALLOWED, 'rule scope');
  return siteRefusal(sender, site) ?? siteRefusal(sender, knownSite);
}

/** A page may keep a way of reading comments for its own hosts; by a sign, which any site can show, it would hold elsewhere too. */
export function adapterRefusal(sender: Sender, { hosts = [], detect = [] }: Adapter): Result<never> | null {
  if (sender.own) return null;
  if (hosts.length === 0 || detect.length > 0) return refused(NOT_ALLOWED, 'adapter.keep');
  return hosts.map((host) => siteRefusal(sender, siteOf(`https://${host}`))).find((found) => found !== null) ?? null;
}

/** A page may undo what was done from a page of its site. */
export async function undoRefusal(store: Store, sender: Sender, op: string): Promise<Result<never> | null> {
  if (sender.own) return null;
  const operation = await store.db.operations.get(op);
  return operation ? siteRefusal(sender, operation.from) : null;
}

/** The fields of a rule that a person edits. */
function draftOf({ name, when, action, scope, priority, expiresAt, enabled, replies, origin }: Rule): RuleDraft {
  return { name, when, action, scope, priority, expiresAt, enabled, replies, origin };
}
