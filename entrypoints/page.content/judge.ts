import type { Decision } from '../../core/model/decision';
import type { RulePack, SitePack } from '../../core/model/pack';
import type { RuleDraft } from '../../core/model/rule';
import type { Thread } from '../../core/model/thread';
import { type CompiledRules, compileRules } from '../../core/rules/compile';
import { decide } from '../../core/rules/decide';
import type { RegexEngine } from '../../core/rules/engine';
import type { PageState } from './state';

/** Decides threads; keeps compiled rules while they stay the same. */
export interface Judge {
  decide(thread: Thread, state: PageState, now: number): ReadonlyMap<string, Decision>;
  /** What one rule alone would do to the thread. */
  preview(thread: Thread, state: PageState, now: number, draft: RuleDraft): ReadonlyMap<string, Decision>;
  /** Patterns can be matched from now on. */
  useEngine(engine: RegexEngine): void;
}

/** Expiry is looked at anew after this long. */
const FRESH_MS = 60_000;

export function createJudge(): Judge {
  let engine: RegexEngine | undefined;
  let last: { readonly pack: RulePack; readonly where: string; readonly at: number; readonly rules: CompiledRules } | null = null;
  // What was seen before this visit stays so during it: recording the visit must not take the "new" marks away.
  const seenBefore = new Map<string, readonly number[] | undefined>();

  const compile = (pack: RulePack, thread: Thread, now: number): CompiledRules => {
    const address = /^https?:\/\/[^/?#]*([^?#]*)/i.exec(thread.url);
    return compileRules(pack.rules, {
      variants: pack.variants,
      now,
      site: thread.site,
      path: address?.[1] || '/',
      threadKey: thread.key,
      ...(engine ? { regex: engine } : {}),
    });
  };
  const frozen = (pack: SitePack, key: string): SitePack => {
    if (!seenBefore.has(key)) seenBefore.set(key, Object.hasOwn(pack.seen, key) ? pack.seen[key] : undefined);
    const seen = seenBefore.get(key);
    return { ...pack, seen: seen ? { [key]: seen } : {} };
  };
  const judge = (thread: Thread, rules: CompiledRules, state: PageState, now: number) => {
    const decisions = decide({ thread, pack: frozen(state.pack, thread.key), rules, settings: state.settings, now });
    return new Map(decisions.map((decision) => [decision.key, decision]));
  };

  return {
    decide(thread, state, now) {
      const where = `${thread.url}\n${thread.key}`;
      if (!last || last.pack !== state.rules || last.where !== where || now - last.at > FRESH_MS) {
        last = { pack: state.rules, where, at: now, rules: compile(state.rules, thread, now) };
      }
      return judge(thread, last.rules, state, now);
    },
    preview(thread, state, now, draft) {
      const rule = { ...draft, enabled: true, uuid: 'preview', createdAt: now, updatedAt: now, deletedAt: null, rev: {} };
      return judge(thread, compile({ ...state.rules, rules: [rule] }, thread, now), state, now);
    },
    useEngine(fresh) {
      engine = fresh;
      last = null;
    },
  };
}
