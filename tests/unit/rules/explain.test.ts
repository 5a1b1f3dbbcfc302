import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../core/model/settings';
import { compileRules } from '../../../core/rules/compile';
import { decide } from '../../../core/rules/decide';
import { explain } from '../../../core/rules/explain';
import { act, context, NOW, ofTexts, pack, rule, words } from './make';

function why(text: string, rules: Parameters<typeof compileRules>[0]) {
  const compiled = compileRules(rules, { ...context, variants: { 軟: '软', 體: '体' } });
  const on = ofTexts(text);
  const [decision] = decide({ thread: on, pack: pack(), rules: compiled, settings: DEFAULT_SETTINGS, now: NOW });
  return explain(on.comments[0]!, decision!, compiled);
}

test('names rule, origin, matched words and how they matched; overlaps are joined for marking', () => {
  const mine = rule(words('软体', '体验'), { name: '软件' });
  const listed = rule(words('free'), { ...act('dim'), origin: { kind: 'list', list: 'L' } });
  expect(why('軟體验 ＦＲＥＥ, FR\u200bEE, FREE!', [mine, listed])).toEqual({
    reasons: [
      {
        key: 'why.rule',
        values: { name: '软件' },
        id: mine.uuid,
        origin: { kind: 'mine' },
        kept: false,
        spans: [
          { start: 0, end: 2, rule: mine.uuid, by: 'variant' },
          { start: 1, end: 3, rule: mine.uuid, by: 'variant' },
        ],
        words: [
          { text: '軟體', by: ['variant'] },
          { text: '體验', by: ['variant'] },
        ],
      },
      {
        key: 'why.rule',
        values: { name: 'free' },
        id: listed.uuid,
        origin: { kind: 'list', list: 'L' },
        kept: false,
        spans: [
          { start: 4, end: 8, rule: listed.uuid, by: 'width case' },
          { start: 10, end: 15, rule: listed.uuid, by: 'hidden case' },
          { start: 17, end: 21, rule: listed.uuid, by: 'case' },
        ],
        words: [
          { text: 'ＦＲＥＥ', by: ['width', 'case'] },
          { text: 'FR\u200bEE', by: ['hidden', 'case'] },
          { text: 'FREE', by: ['case'] },
        ],
      },
    ],
    spans: [
      { start: 0, end: 3 },
      { start: 4, end: 8 },
      { start: 10, end: 15 },
      { start: 17, end: 21 },
    ],
  });
});

test('a comment that is kept says what keeps it', () => {
  const show = rule(words('recipe'), act('show'));
  expect(why('spam recipe', [rule(words('spam')), show]).reasons).toMatchObject([
    { key: 'why.rule', id: show.uuid, kept: true, words: [{ text: 'recipe', by: [] }] },
  ]);
});

test('nothing to explain', () => {
  expect(why('hello', [rule(words('spam'))])).toEqual({ reasons: [], spans: [] });
});
