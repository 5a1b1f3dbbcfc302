import { describe, expect, test } from 'vitest';
import { emptySitePack } from '../../../core/model/pack';
import { DEFAULT_SETTINGS } from '../../../core/model/settings';
import type { Thread } from '../../../core/model/thread';
import { parseRule } from '../../../core/rules/parse';
import { regexEngine } from '../../../core/rules/regex';
import { type Ground, tryRule } from '../../../core/rules/try-rule';
import { variantsFor } from '../../../core/text/variants';
import { commentOf } from '../../support/comment';

const thread = (site: string, texts: readonly string[]): Thread => ({
  key: `${site}/t/1`,
  url: `https://${site}/t/1`,
  title: site,
  site,
  declared: null,
  comments: texts.map((text, i) => commentOf(`${site} ${i}`, 'Ada', text)),
  adapter: null,
  reader: null,
});
const ground = (site: string, texts: readonly string[]): Ground => ({
  thread: thread(site, texts),
  pack: emptySitePack(site),
  path: '/t/1',
});
const GROUNDS = [ground('a.example', ['buy ＳＰＡＭ now', 'fine']), ground('b.example', ['這是廣告', 'spam'])];

function tried(line: string) {
  const parsed = parseRule(line, { origin: { kind: 'mine' }, now: 0 });
  if ('problem' in parsed || !parsed.rule) throw new Error(line);
  const context = { variants: variantsFor(['广告']), now: 0, regex: regexEngine, settings: DEFAULT_SETTINGS };
  const steps = tryRule(parsed.rule, GROUNDS, context);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value.map(({ thread: { site }, hits }) => [
    site,
    ...hits.map((hit) => hit.spans.map(({ start, end }) => hit.comment.text.slice(start, end))),
  ]);
}

test('what a person or a mark does to a comment is not the rule’s doing', () => {
  const parsed = parseRule('nowhere', { origin: { kind: 'mine' }, now: 0 });
  if ('problem' in parsed || !parsed.rule) throw new Error('rule');
  const own = ground('a.example', ['fine']);
  const pack = { ...own.pack, names: { ada: { u: 'p', n: 'Ada', a: 'hide' as const } } };
  const steps = tryRule(parsed.rule, [{ ...own, pack }], { variants: {}, now: 0, settings: DEFAULT_SETTINGS });
  let step = steps.next();
  while (!step.done) step = steps.next();
  expect(step.value[0]!.hits).toEqual([]);
});

describe('a rule is tried on threads as if it was the only one', () => {
  test.each([
    [
      'spam',
      [
        ['a.example', ['ＳＰＡＭ']],
        ['b.example', ['spam']],
      ],
    ],
    ['hide if text has "广告"', [['a.example'], ['b.example', ['廣告']]]],
    ['spam on b.example', [['a.example'], ['b.example']]],
    ['hide if text has spam on b.example', [['a.example'], ['b.example', ['spam']]]],
    ['off hide if text matches /bu./', [['a.example', ['buy']], ['b.example']]],
    ['hide if text has nothing', [['a.example'], ['b.example']]],
    ['@fine', [['a.example', ['fine']], ['b.example']]],
  ])('%s', (line, expected) => {
    expect(tried(line)).toEqual(expected);
  });
});
