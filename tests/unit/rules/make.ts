import { emptySitePack, type SitePack } from '../../../core/model/pack';
import type { Condition, Rule, RuleAction } from '../../../core/model/rule';
import { DEFAULT_SETTINGS } from '../../../core/model/settings';
import type { Comment, Thread } from '../../../core/model/thread';
import { type CompileContext, compileRules } from '../../../core/rules/compile';
import { type DecideInput, decide } from '../../../core/rules/decide';
import { commentOf } from '../../support/comment';

export const NOW = Date.UTC(2026, 0, 15);

let made = 0;

/** A rule that hides everywhere, with what is given changed. */
export function rule(when: Condition, changes: Partial<Rule> = {}): Rule {
  made++;
  return {
    uuid: `rule-${String(made).padStart(6, '0')}`,
    createdAt: NOW,
    updatedAt: NOW,
    deletedAt: null,
    rev: {},
    name: '',
    when,
    action: { kind: 'hide' },
    scope: { kind: 'everywhere' },
    priority: 0,
    expiresAt: null,
    enabled: true,
    replies: false,
    origin: { kind: 'mine' },
    ...changes,
  };
}

export const words = (...list: string[]): Condition => ({ kind: 'words', words: list, part: false, lookalikes: false, spaced: false });
export const act = (kind: 'hide' | 'vanish' | 'fold' | 'dim' | 'show'): { action: RuleAction } => ({ action: { kind } });

export function comment(changes: Partial<Comment> & { name?: string } = {}): Comment {
  const { name = 'ann', ...rest } = changes;
  return commentOf('c1', name, '', rest);
}

export function thread(comments: readonly Comment[], changes: Partial<Thread> = {}): Thread {
  return {
    key: 'forum.example/t/1',
    url: 'https://forum.example/t/1',
    title: '',
    site: 'forum.example',
    declared: null,
    comments,
    adapter: null,
    reader: null,
    ...changes,
  };
}

/** Texts as comments c1, c2, … of one thread. */
export const ofTexts = (...texts: string[]): Thread => thread(texts.map((text, at) => comment({ key: `c${at + 1}`, text })));

export const context: CompileContext = { variants: {}, now: NOW, site: 'forum.example', path: '/t/1', threadKey: 'forum.example/t/1' };
export const pack = (changes: Partial<SitePack> = {}): SitePack => ({ ...emptySitePack('forum.example'), ...changes });

/** Decides a thread under rules; everything else empty unless given. */
export function judge(on: Thread, rules: readonly Rule[], changes: Partial<DecideInput> & { compile?: Partial<CompileContext> } = {}) {
  const { compile, ...rest } = changes;
  return decide({
    thread: on,
    pack: pack(),
    rules: compileRules(rules, { ...context, ...compile }),
    settings: DEFAULT_SETTINGS,
    now: NOW,
    ...rest,
  });
}

/** Milliseconds of processor time this process has used: other programs on a busy machine don't count. */
export const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
