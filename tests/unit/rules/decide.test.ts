import { expect, test } from 'vitest';
import { hash32 } from '../../../core/model/key';
import type { SitePack } from '../../../core/model/pack';
import type { Rule } from '../../../core/model/rule';
import { DEFAULT_SETTINGS } from '../../../core/model/settings';
import { act, comment, judge, ofTexts, pack, rule, thread, words } from './make';

const KEY = 'forum.example/t/1';
const spam = words('spam');
const onText = (text: string, rules: Rule[], changes = {}) => judge(ofTexts(text), rules, changes)[0]!;
const marks = (k: 'h' | 'a' | 'n' | 'l' | 'b'): SitePack => pack({ marks: { [KEY]: { c1: [{ u: 'mark', k }] } } });
const person = (a: 'hide' | 'dim' | 'highlight' | 'show'): SitePack => pack({ names: { ann: { u: 'ann', n: 'Ann', a } } });

test('a comment that nothing speaks about is shown without reasons', () => {
  expect(onText('hello', [rule(spam)])).toEqual({
    key: 'c1',
    treatment: 'show',
    because: [],
    colour: null,
    labels: [],
    noted: false,
    isNew: false,
    spans: [],
  });
});

test('a hidden comment names the rule and where it matched', () => {
  const one = rule(spam, { name: 'Ads' });
  expect(onText('Buy SPAM now', [one])).toMatchObject({
    treatment: 'hide',
    because: [{ kind: 'rule', id: one.uuid, name: 'Ads' }],
    spans: [{ start: 4, end: 8, rule: one.uuid, by: 'case' }],
  });
});

test.each([
  ['hide mark', marks('h'), [], 'hide', ['mark']],
  ['allow mark beats a rule', marks('a'), [rule(spam)], 'show', ['mark']],
  ['hide mark under a show rule', marks('h'), [rule(spam, act('show'))], 'show', ['rule']],
  [
    'hide mark under a show rule of a list',
    marks('h'),
    [rule(spam, { ...act('show'), origin: { kind: 'list', list: 'l' } })],
    'hide',
    ['mark'],
  ],
  ['person hidden', person('hide'), [], 'hide', ['person']],
  ['person dimmed before a rule hides', person('dim'), [rule(spam)], 'dim', ['person', 'rule']],
  ['person shown beats a rule', person('show'), [rule(spam)], 'show', ['person']],
  ['person highlighted', person('highlight'), [], 'highlight', ['person']],
  ['a note is not a treatment', marks('n'), [], 'show', []],
] as const)('%s', (_, given, rules, treatment, kinds) => {
  const decision = onText('spam', [...rules], { pack: given });
  expect(decision.treatment).toBe(treatment);
  expect(decision.because.map((one) => one.kind)).toEqual(kinds);
});

test.each([
  ['n', true],
  ['l', true],
  ['b', true],
  ['h', false],
  ['a', false],
] as const)('a mark of kind %s: noted %s', (k, noted) => {
  expect(onText('x', [], { pack: marks(k) }).noted).toBe(noted);
});

test.each([
  ['higher priority first', [rule(spam, { ...act('dim'), priority: 5 }), rule(spam, { priority: 1 })], 'dim'],
  ['the stronger among equals', [rule(spam, act('dim')), rule(spam, act('fold')), rule(spam)], 'hide'],
  ['show beats any priority', [rule(spam, { priority: 9 }), rule(spam, { ...act('show'), priority: -9 })], 'show'],
  [
    'a list shows what a list hides',
    [rule(spam, { origin: { kind: 'list', list: 'a' } }), rule(spam, { ...act('show'), origin: { kind: 'list', list: 'b' } })],
    'show',
  ],
  ['a list does not show what I hide', [rule(spam), rule(spam, { ...act('show'), origin: { kind: 'list', list: 'b' } })], 'hide'],
] as const)('%s', (_, rules, treatment) => {
  expect(onText('spam', [...rules]).treatment).toBe(treatment);
});

test('hide leaves no trace where the reader wants none', () => {
  expect(onText('spam', [rule(spam)], { settings: { ...DEFAULT_SETTINGS, stubStyle: 'none' } }).treatment).toBe('vanish');
});

test.each([
  ['name', { name: 'me', id: null, url: null }, 'me', 'show'],
  ['id', { name: 'other', id: '77', url: null }, '77', 'show'],
  ['a look-alike of my name is not me', { name: 'm\u200be', id: null, url: null }, 'me', 'hide'],
  ['width does not make it mine', { name: 'ｍｅ', id: null, url: null }, 'me', 'hide'],
  ['nobody signed in', { name: '', id: null, url: null }, '', 'hide'],
] as const)('own posts by %s', (_, author, reader, treatment) => {
  expect(judge(thread([comment({ text: 'spam', author })], { reader }), [rule(spam)])[0]!.treatment).toBe(treatment);
});

test.each([
  ['same id, other name', { name: 'renamed', id: '5' }, 'hide'],
  ['same name, other id: another person', { name: 'troll', id: '6' }, 'show'],
  ['same name, no id on this page', { name: 'troll', id: null }, 'hide'],
  ['full width', { name: 'ＴＲＯＬＬ', id: null }, 'hide'],
  ['zero-width inside inherits nothing', { name: 'tr\u200boll', id: null }, 'show'],
  ['Cyrillic о inherits nothing', { name: 'trоll', id: null }, 'show'],
  ['Greek ο inherits nothing', { name: 'trοll', id: null }, 'show'],
  ['constructor', { name: 'constructor', id: null }, 'show'],
  ['__proto__', { name: '__proto__', id: '__proto__' }, 'show'],
] as const)('a hidden person: %s', (_, author, treatment) => {
  const troll = { u: 'p', n: 'troll', a: 'hide' } as const;
  const given = pack({ ids: { '#5': troll }, names: { troll } });
  expect(judge(thread([comment({ author: { ...author, url: null } })]), [], { pack: given })[0]!.treatment).toBe(treatment);
});

test('a person known by name only is found on a page that shows an id', () => {
  const given = pack({ names: { ann: { u: 'p', n: 'ann', a: 'dim' } } });
  expect(judge(thread([comment({ author: { name: 'Ann', id: '9', url: null } })]), [], { pack: given })[0]!.treatment).toBe('dim');
});

test('new since the last visit: not seen, not mine, and only after a first visit', () => {
  const seen = pack({ seen: { [KEY]: [hash32('c1')] } });
  const on = thread([comment(), comment({ key: 'c2' }), comment({ key: 'c3', name: 'me' })], { reader: 'me' });
  expect(judge(on, [], { pack: seen }).map((one) => one.isNew)).toEqual([false, true, false]);
  expect(judge(on, []).map((one) => one.isNew)).toEqual([false, false, false]);
  expect(judge(on, [], { pack: seen, settings: { ...DEFAULT_SETTINGS, markNew: false } }).map((one) => one.isNew)).toEqual([
    false,
    false,
    false,
  ]);
});

test('a label given by a rule is on the comment, and a rule on that label acts', () => {
  const give = rule(spam, { action: { kind: 'label', label: { text: 'Seller', colour: 'red' } }, priority: -5 });
  const take = rule({ kind: 'label', text: 'seller' }, act('fold'));
  const [one, two] = judge(ofTexts('spam', 'ham'), [give, take]);
  expect(one).toMatchObject({
    treatment: 'fold',
    labels: [{ text: 'Seller', colour: 'red' }],
    because: [{ kind: 'label', id: take.uuid, name: 'seller' }],
  });
  expect(two).toMatchObject({ treatment: 'show', labels: [] });
});

const tree = [
  comment({ key: 'a', text: 'spam' }),
  comment({ key: 'b', text: 'reply', parentKey: 'a', depth: 1 }),
  comment({ key: 'c', text: 'reply to the reply', parentKey: 'b', depth: 2, name: 'me' }),
  comment({ key: 'd', text: 'again', parentKey: 'c', depth: 3 }),
  comment({ key: 'e', text: 'elsewhere' }),
];

test.each([
  ['in page order', tree],
  ['newest first', tree.toReversed()],
])('replies go along only where the rule says so, own posts stay: %s', (_, comments) => {
  const treatments = (rules: Rule[]) =>
    Object.fromEntries(judge(thread(comments, { reader: 'me' }), rules).map((one) => [one.key, one.treatment]));
  expect(treatments([rule(spam)])).toEqual({ a: 'hide', b: 'show', c: 'show', d: 'show', e: 'show' });
  expect(treatments([rule(spam, { replies: true })])).toEqual({ a: 'hide', b: 'hide', c: 'show', d: 'hide', e: 'show' });
});

test('a reply taken along names its parent and the rule', () => {
  const decisions = judge(thread(tree), [rule(spam, { replies: true, name: 'Ads' })]);
  expect(decisions[1]!.because).toEqual([{ kind: 'parent', id: 'a', name: 'Ads' }]);
});

test('parents in a ring end, each comment judged by its own words', () => {
  const ring = [
    comment({ key: 'a', text: 'spam', parentKey: 'b' }),
    comment({ key: 'b', parentKey: 'a' }),
    comment({ key: 'c', parentKey: 'c' }),
  ];
  expect(judge(thread(ring), [rule(spam, { replies: true })]).map((one) => one.treatment)).toEqual(['hide', 'show', 'show']);
});

test('a rule takes 100,000 levels of replies', () => {
  const deep = Array.from({ length: 100_000 }, (_, at) =>
    comment({ key: `k${at}`, text: at === 0 ? 'spam' : '', parentKey: at === 0 ? null : `k${at - 1}` }),
  );
  const decisions = judge(thread(deep.toReversed()), [rule(spam, { replies: true })]);
  expect(decisions.every((one) => one.treatment === 'hide')).toBe(true);
});
