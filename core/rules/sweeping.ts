import { emptySitePack } from '../model/pack';
import type { RuleDraft } from '../model/rule';
import { DEFAULT_SETTINGS } from '../model/settings';
import type { Comment, Thread } from '../model/thread';
import { createAsker } from './asker';
import { compileRules } from './compile';
import type { RegexEngine } from './engine';
import { createMatcher } from './match';
import { holds } from './nodes';
import { threadFacts } from './thread-facts';

const HOUR = 3_600_000;
/**
 * Comments that say nothing anybody could want to be rid of: who wrote them, how old they are in hours and what they scored. A rule that acts on them
 * all acts on everything. They differ in script, length, age, score and depth, so that no honest bound takes them all.
 */
const ORDINARY: readonly (readonly [name: string, text: string, hours: number, score: number | null])[] = [
  ['ann', 'I agree with the second paragraph, thanks for writing this up.', 1, null],
  ['小明', '写得很好，第二段我同意。', 3, 12],
  ['Иван', 'Спасибо, очень интересно.', 30, 1],
  ['ゆき', 'ありがとうございます。', 200, 0],
  ['민준', '저도 그렇게 생각합니다.', 2000, 3],
  ['ليلى', 'شكرا جزيلا', 9000, null],
  ['user_123', 'Ok!', 5, 80],
  ['Żaneta', 'Wie man es dreht: mit dem Fahrrad war ich in vierzig Minuten dort, und mit der Bahn in fünfzig.', 12, 2],
  ['老王', '我家那台用了八年，换过一次滤网，别的都好。', 500, 7],
  ['Zoë', 'J’ai lu la suite ce matin : https://example.org/page', 50, 5],
];

/** What a list would do to ordinary comments. */
export interface Sweep {
  /** Indexes of the rules that act on each of them. */
  readonly rules: readonly number[];
  /** How many of them the other rules hide together, and of how many. */
  readonly hidden: number;
  readonly of: number;
}

function ordinaryThread(now: number): Thread {
  const comments = ORDINARY.map(
    ([name, text, hours, score], at): Comment => ({
      key: `o${at}`,
      id: null,
      author: { name, id: null, url: null },
      text,
      date: new Date(now - hours * HOUR).toISOString(),
      dateText: null,
      floor: String(at * 7 + 2),
      depth: at % 3,
      parentKey: null,
      score,
      quotes: [],
      op: false,
    }),
  );
  return { key: 'o', url: '', title: '', site: '', declared: null, comments, adapter: null, reader: null };
}

/**
 * Tries rules on ordinary comments in many scripts, wherever and however long they hold: which act on everything, in whatever guise, and what the rest
 * hides together. A rule that depends on what is new acts on everything only if it does so both on the first visit and later. Pure.
 */
export function sweepOf(drafts: readonly RuleDraft[], regex: RegexEngine, now: number): Sweep {
  const thread = ordinaryThread(now);
  const row = { createdAt: now, updatedAt: now, deletedAt: null, rev: {} };
  const rules = compileRules(
    drafts.map((draft, at) => ({
      ...draft,
      ...row,
      uuid: String(at),
      enabled: true,
      expiresAt: null,
      scope: { kind: 'everywhere' } as const,
    })),
    { variants: {}, now, site: null, path: null, threadKey: null, regex },
  );
  const matcher = createMatcher(rules);
  const asker = createAsker({ thread, pack: emptySitePack(''), rules, settings: DEFAULT_SETTINGS, now }, matcher, threadFacts(thread));
  const acts = new Map<number, number>();
  const isHidden = new Set<number>();
  const hidesOn: (readonly number[])[] = [];
  const worlds = [false, true];
  for (const [at, comment] of thread.comments.entries()) {
    matcher.read(comment.text, comment.author);
    const hiders: number[] = [];
    for (const isNew of worlds) {
      asker.turnTo({ comment, at, labels: [], isMine: false, isNew, parent: null });
      for (const { rule, node, treatment } of rules.rules) {
        if (!holds(node, asker)) continue;
        const index = Number(rule.uuid);
        acts.set(index, (acts.get(index) ?? 0) + 1);
        if (!isNew && (treatment === 'hide' || treatment === 'vanish')) hiders.push(index);
      }
    }
    hidesOn.push(hiders);
  }
  const of = thread.comments.length;
  const sweeping = new Set([...acts].filter(([, count]) => count === of * worlds.length).map(([index]) => index));
  for (const [at, hiders] of hidesOn.entries())
    if (hiders.some((index) => !sweeping.has(index) && drafts[index]!.enabled)) isHidden.add(at);
  return { rules: [...sweeping].sort((a, b) => a - b), hidden: isHidden.size, of };
}
