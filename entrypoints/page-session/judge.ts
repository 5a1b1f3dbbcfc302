import { siteOf, threadKeyOf } from '../../core/model/address';
import type { Decision } from '../../core/model/decision';
import type { RulePack, SitePack } from '../../core/model/pack';
import type { RuleDraft } from '../../core/model/rule';
import type { Thread } from '../../core/model/thread';
import { applies, type CompileContext, type CompiledRules, compileInSlices, compileRules, needsEngine } from '../../core/rules/compile';
import { type DecideInput, decide, decideInSlices } from '../../core/rules/decide';
import type { RegexEngine } from '../../core/rules/engine';
import { world } from '../page/world';
import { inTurns } from './in-turns';
import type { PageState } from './state';

/** What matches patterns, once its script is here. */
const engineHere = () => world().engine ?? null;

const pathOf = (url: string): string => /^https?:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] || '/';

/** Decides threads; keeps compiled rules while they stay the same. */
export interface Judge {
  decide(thread: Thread, state: PageState, now: number): ReadonlyMap<string, Decision>;
  /** The same in turns with the page, for when nothing waits for it; null: overtaken by a newer call or aborted. */
  decideSlowly(thread: Thread, state: PageState, now: number, signal: AbortSignal): Promise<ReadonlyMap<string, Decision> | null>;
  /** What one rule alone would do to the thread. */
  preview(thread: Thread, state: PageState, now: number, draft: RuleDraft): ReadonlyMap<string, Decision>;
  /** True if rules with patterns that hold on this page are left out because nothing is there to match them. */
  lacksEngine(state: PageState, url: string): boolean;
}

/** Expiry is looked at anew after this long. */
const FRESH_MS = 60_000;

export function createJudge(): Judge {
  let last: {
    readonly engine: RegexEngine | null;
    readonly pack: RulePack;
    readonly where: string;
    readonly at: number;
    readonly rules: CompiledRules;
  } | null = null;
  // What was seen before this visit stays so during it: recording the visit must not take the "new" marks away.
  const seenBefore = new Map<string, readonly number[] | undefined>();

  const contextOf = (pack: RulePack, thread: Thread, now: number): CompileContext => {
    const engine = engineHere();
    return {
      variants: pack.variants,
      now,
      site: thread.site,
      path: pathOf(thread.url),
      threadKey: thread.key,
      ...(engine ? { regex: engine } : {}),
    };
  };
  const isFresh = (pack: RulePack, where: string, now: number) =>
    last !== null && last.pack === pack && last.where === where && last.engine === engineHere() && now - last.at <= FRESH_MS;
  const frozen = (pack: SitePack, key: string): SitePack => {
    if (!seenBefore.has(key)) seenBefore.set(key, Object.hasOwn(pack.seen, key) ? pack.seen[key] : undefined);
    const seen = seenBefore.get(key);
    return { ...pack, seen: seen ? { [key]: seen } : {} };
  };
  const input = (thread: Thread, rules: CompiledRules, { pack, settings }: PageState, now: number): DecideInput => ({
    thread,
    pack: frozen(pack, thread.key),
    rules,
    settings,
    now,
  });
  const byKey = (decisions: readonly Decision[]) => new Map(decisions.map((decision) => [decision.key, decision]));
  let turn = 0;

  return {
    decide(thread, state, now) {
      turn++;
      const where = `${thread.url}\n${thread.key}`;
      if (!isFresh(state.rules, where, now)) {
        last = {
          engine: engineHere(),
          pack: state.rules,
          where,
          at: now,
          rules: compileRules(state.rules.rules, contextOf(state.rules, thread, now)),
        };
      }
      return byKey(decide(input(thread, last!.rules, state, now)));
    },
    async decideSlowly(thread, state, now, signal) {
      const mine = ++turn;
      const isDone = () => mine !== turn || signal.aborted;
      const where = `${thread.url}\n${thread.key}`;
      if (!isFresh(state.rules, where, now)) {
        const rules = await inTurns(compileInSlices(state.rules.rules, contextOf(state.rules, thread, now)), isDone);
        if (!rules) return null;
        last = { engine: engineHere(), pack: state.rules, where, at: now, rules };
      }
      const decisions = await inTurns(decideInSlices(input(thread, last!.rules, state, now)), isDone);
      return decisions && byKey(decisions);
    },
    preview(thread, state, now, draft) {
      const rule = { ...draft, enabled: true, uuid: 'preview', createdAt: now, updatedAt: now, deletedAt: null, rev: {} };
      return byKey(decide(input(thread, compileRules([rule], contextOf(state.rules, thread, now)), state, now)));
    },
    lacksEngine({ rules: { rules, variants } }, url) {
      if (engineHere() !== null) return false;
      const where = { variants, now: Date.now(), site: siteOf(url), path: pathOf(url), threadKey: threadKeyOf(url) };
      return needsEngine(rules.filter((rule) => applies(rule, where)));
    },
  };
}
