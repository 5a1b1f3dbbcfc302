import type { Span } from '../model/decision';
import type { SitePack } from '../model/pack';
import type { RuleDraft } from '../model/rule';
import type { Settings } from '../model/settings';
import type { Comment, Thread } from '../model/thread';
import { type CompileContext, compileRules } from './compile';
import { decideInSlices } from './decide';

/** A thread to try a rule on, with what is known of its site's people. */
export interface Ground {
  readonly thread: Thread;
  readonly pack: SitePack;
  /** The path of the thread's address, with its leading slash. */
  readonly path: string;
}
/** What a rule alone would do to one thread. */
export interface Tried {
  readonly thread: Thread;
  /** The comments that it would act on, each with the words that matched. */
  readonly hits: readonly { readonly comment: Comment; readonly spans: readonly Span[] }[];
}

/** Tries one rule on threads, as if it was the only one and switched on: pure. Yields the share that is done. */
export function* tryRule(
  draft: RuleDraft,
  grounds: readonly Ground[],
  { variants, now, regex, settings }: Pick<CompileContext, 'variants' | 'now' | 'regex'> & { readonly settings: Settings },
): Generator<number, readonly Tried[]> {
  const rule = { ...draft, enabled: true, uuid: 'tried', createdAt: now, updatedAt: now, deletedAt: null, rev: {} };
  const tried: Tried[] = [];
  for (const [at, { thread, pack, path }] of grounds.entries()) {
    yield at / grounds.length;
    const rules = compileRules([rule], { variants, now, site: thread.site, path, threadKey: thread.key, ...(regex ? { regex } : {}) });
    const steps = decideInSlices({ thread, pack, rules, settings, now });
    let step = steps.next();
    while (!step.done) {
      yield at / grounds.length;
      step = steps.next();
    }
    const hits = step.value.flatMap(({ because, spans }, i) =>
      because.some(({ id }) => id === 'tried') ? [{ comment: thread.comments[i]!, spans }] : [],
    );
    tried.push({ thread, hits });
  }
  return tried;
}
