import type { Decision } from '../../core/model/decision';
import { emptySitePack, type PackedMark } from '../../core/model/pack';
import { DEFAULT_SETTINGS } from '../../core/model/settings';
import type { Thread } from '../../core/model/thread';
import { wordRule } from '../../core/model/word-rule';
import { compileRules } from '../../core/rules/compile';
import { decide } from '../../core/rules/decide';

const NOW = Date.UTC(2026, 0, 1); // the sample has no dates, so any moment serves

/** What happens to each comment of the sample with these words as rules and these comments hidden by hand: the very engine of the page. */
export function decideSample(thread: Thread, words: readonly string[], hidden: ReadonlySet<string>): readonly Decision[] {
  const rules = words.map((word) => ({ ...wordRule([word], word), uuid: word, createdAt: 0, updatedAt: 0, deletedAt: null, rev: {} }));
  const place = { site: thread.site, threadKey: thread.key, path: '/', now: NOW, variants: {} };
  const marks = Object.fromEntries([...hidden].map((key): [string, readonly PackedMark[]] => [key, [{ u: key, k: 'h' }]]));
  const pack = { ...emptySitePack(thread.site), marks: { [thread.key]: marks } };
  return decide({ thread, pack, rules: compileRules(rules, place), settings: DEFAULT_SETTINGS, now: NOW });
}
