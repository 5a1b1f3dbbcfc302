import { expect, test } from 'vitest';
import { hash32 } from '../../../core/model/key';
import type { Condition, RuleScope } from '../../../core/model/rule';
import { DEFAULT_SETTINGS } from '../../../core/model/settings';
import type { Comment } from '../../../core/model/thread';
import { compileRules } from '../../../core/rules/compile';
import { decideInSlices } from '../../../core/rules/decide';
import { comment, context, cpu, judge, NOW, ofTexts, pack, rule, thread, words } from './make';

const range = (min: number | null, max: number | null) => ({ min, max });
const hides = (when: Condition, one: Partial<Comment> & { name?: string }, changes = {}) =>
  judge(thread([comment(one)]), [rule(when)], changes)[0]!.treatment === 'hide';

test.each([
  ['length counts characters, not units', { kind: 'length', range: range(2, 2) }, { text: ' 😀中 ' }, true],
  ['length out of range', { kind: 'length', range: range(null, 2) }, { text: 'abc' }, false],
  ['links', { kind: 'links', range: range(2, null) }, { text: 'see https://a.example/x and www.b.example' }, true],
  [
    'links stop at Chinese punctuation',
    { kind: 'links', range: range(2, null) },
    { text: '看https://a.example，https://b.example。' },
    true,
  ],
  ['score', { kind: 'score', range: range(null, -5) }, { score: -7 }, true],
  ['an unknown score is in no range', { kind: 'score', range: range(null, null) }, {}, false],
  ['depth', { kind: 'depth', range: range(3, null) }, { depth: 3 }, true],
  ['floor', { kind: 'floor', range: range(12, 12) }, { floor: '12楼' }, true],
  ['floor with width', { kind: 'floor', range: range(12, 12) }, { floor: '＃１２' }, true],
  ['no floor', { kind: 'floor', range: range(null, 5) }, {}, false],
  ['position', { kind: 'position', range: range(1, 1) }, {}, true],
  ['age in hours', { kind: 'age', range: range(24, null) }, { date: '2026-01-13T23:00:00Z' }, true],
  ['younger', { kind: 'age', range: range(24, null) }, { date: '2026-01-14T23:00:00Z' }, false],
  ['no date', { kind: 'age', range: range(0, null) }, {}, false],
  ['language by script', { kind: 'lang', langs: ['ja'] }, { text: '漢字とかな' }, true],
  ['a language tag stands for its regions', { kind: 'lang', langs: ['zh'] }, { text: '中文' }, true],
  ['another script', { kind: 'lang', langs: ['ru'] }, { text: '中文' }, false],
  ['only emoji', { kind: 'only', what: 'emoji' }, { text: '😀 👍🏽 ❤️ [doge]' }, true],
  ['digits are no emoji', { kind: 'only', what: 'emoji' }, { text: '666' }, false],
  ['emoji and words', { kind: 'only', what: 'emoji' }, { text: '好😀' }, false],
  ['only links', { kind: 'only', what: 'links' }, { text: 'https://a.example/x www.b.example' }, true],
  ['links and words', { kind: 'only', what: 'links' }, { text: 'look https://a.example/x' }, false],
  ['only a picture', { kind: 'only', what: 'images' }, { text: ' ' }, true],
  ['first post', { kind: 'first' }, {}, true],
  ['not first by its floor', { kind: 'first' }, { floor: '31' }, false],
  ['op', { kind: 'first' }, { floor: '31', op: true }, true],
  ['author by name in matching form', { kind: 'author', names: ['ＡＮＮ'], id: null }, { name: 'Ann' }, true],
  ['author by id', { kind: 'author', names: [], id: '7' }, { author: { name: 'x', id: '7', url: null } }, true],
  ['an id is not a name', { kind: 'author', names: ['7'], id: null }, { author: { name: '#7', id: '7', url: null } }, false],
  ['a look-alike is not the author', { kind: 'author', names: ['ann'], id: null }, { name: 'аnn' }, false],
  ['all', { kind: 'all', of: [words('a'), words('b')] }, { text: 'a c' }, false],
  ['all of both', { kind: 'all', of: [words('a'), words('b')] }, { text: 'b a' }, true],
  ['any', { kind: 'any', of: [words('a'), words('b')] }, { text: 'b' }, true],
  ['any with a number', { kind: 'any', of: [words('a'), { kind: 'depth', range: range(0, 0) }] }, { text: 'x' }, true],
  ['none', { kind: 'none', of: [words('a')] }, { text: 'b' }, true],
  ['none of all', { kind: 'none', of: [{ kind: 'all', of: [words('a'), words('b')] }] }, { text: 'a b' }, false],
  ['any of nothing', { kind: 'any', of: [] }, {}, false],
  ['words of nothing', words(), { text: 'x' }, false],
] as [string, Condition, Partial<Comment> & { name?: string }, boolean][])('%s', (_, when, one, is) => {
  expect(hides(when, one)).toBe(is);
});

test('repeats: the same words whatever signs and case, counted over the thread', () => {
  const on = ofTexts('Buy now!', 'buy NOW', 'other', '！！！', '!!!', 'ｂｕｙ now');
  const twice = rule({ kind: 'repeats', range: range(2, null) });
  expect(judge(on, [twice]).map((one) => one.treatment)).toEqual(['hide', 'hide', 'show', 'show', 'show', 'hide']);
});

test('reply to a hidden comment, whether it was hidden by a click, a person or a rule', () => {
  const on = thread([
    comment({ key: 'a', text: 'spam' }),
    comment({ key: 'b', parentKey: 'a' }),
    comment({ key: 'c', parentKey: 'b' }),
    comment({ key: 'd', parentKey: 'x' }),
  ]);
  const reply = rule({ kind: 'replyToHidden' }, { action: { kind: 'dim' } });
  expect(judge(on, [rule(words('spam')), reply]).map((one) => one.treatment)).toEqual(['hide', 'dim', 'show', 'show']);
  const marked = pack({ marks: { [on.key]: { a: [{ u: 'm', k: 'h' }] } } });
  expect(judge(on, [reply], { pack: marked }).map((one) => one.treatment)).toEqual(['hide', 'dim', 'show', 'show']);
});

test('new since the last visit', () => {
  const seen = pack({ seen: { 'forum.example/t/1': [hash32('c1')] } });
  expect(judge(ofTexts('a', 'b'), [rule({ kind: 'new' })], { pack: seen }).map((one) => one.treatment)).toEqual(['show', 'hide']);
});

test('mine can be highlighted, never hidden', () => {
  const on = thread([comment({ name: 'me' })], { reader: 'me' });
  expect(judge(on, [rule({ kind: 'mine' })])[0]!.treatment).toBe('show');
  expect(judge(on, [rule({ kind: 'mine' }, { action: { kind: 'highlight', colour: 'blue' } })])[0]).toMatchObject({
    treatment: 'highlight',
    colour: 'blue',
  });
});

test.each([
  ['everywhere', { kind: 'everywhere' }, true],
  ['this site', { kind: 'site', site: 'forum.example' }, true],
  ['another site', { kind: 'site', site: 'other.example' }, false],
  ['this board', { kind: 'board', site: 'forum.example', path: '/t/' }, true],
  ['another board', { kind: 'board', site: 'forum.example', path: '/b/' }, false],
  ['the board of another site', { kind: 'board', site: 'other.example', path: '/t/' }, false],
  ['this thread', { kind: 'thread', threadKey: 'forum.example/t/1' }, true],
  ['another thread', { kind: 'thread', threadKey: 'forum.example/t/2' }, false],
] as [string, RuleScope, boolean][])('scope: %s', (_, scope, is) => {
  expect(judge(ofTexts('spam'), [rule(words('spam'), { scope })])[0]!.treatment).toBe(is ? 'hide' : 'show');
});

test.each([
  ['switched off', { enabled: false }],
  ['deleted', { deletedAt: NOW }],
  ['expired', { expiresAt: NOW }],
])('a rule that is %s does nothing', (_, changes) => {
  expect(judge(ofTexts('spam'), [rule(words('spam'), changes)])[0]!.treatment).toBe('show');
});

test('a rule that has not expired yet holds', () => {
  expect(judge(ofTexts('spam'), [rule(words('spam'), { expiresAt: NOW + 1 })])[0]!.treatment).toBe('hide');
});

test('5,000 comments under 10,000 rules are decided in short slices', () => {
  const rules = compileRules(
    Array.from({ length: 10_000 }, (_, i) => rule(words(`word${i}`, `词语${i}`))),
    context,
  );
  const on = ofTexts(...Array.from({ length: 5000 }, (_, i) => `some text with word${i % 20_000} and 词语${i} in it `.repeat(3)));
  const steps = decideInSlices({ thread: on, pack: pack(), rules, settings: DEFAULT_SETTINGS, now: NOW });
  const slices: number[] = [];
  for (;;) {
    const start = cpu();
    const step = steps.next();
    slices.push(cpu() - start);
    if (!step.done) continue;
    expect(step.value.every((one) => one.treatment === 'hide')).toBe(true);
    break;
  }
  expect(slices.sort((a, b) => a - b)[slices.length >> 1]!).toBeLessThan(25);
}, 60_000);
