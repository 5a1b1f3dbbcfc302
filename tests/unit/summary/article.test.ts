import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article, BlockKind } from '../../../core/model/article';
import { summariseArticle } from '../../../core/summary/article';
import { block, storyOf } from '../../support/story';

const BRIDGE = storyOf(
  'Town council votes to keep the old bridge open',
  [
    block('The town council voted on Tuesday to keep the old bridge open to traffic for another five years.'),
    block(
      'Engineers had warned in March that 3 of its 12 arches need repair. The work will cost about 4 million, half of it paid by the region.',
    ),
    block('Photo: A view of the bridge / Example Images'),
    block('Shopkeepers on the south bank welcomed the vote. “We would have lost half of our customers,” one of them said.'),
    block('The bridge was built in 1911 and carries 9,000 cars a day. A new one would take six years to build.'),
    block('Opponents want a ferry instead. They have collected 2,000 signatures and will appeal.'),
    block('Share this article with your friends'),
    block('Read more: Ten bridges you must see'),
    block('By Alex Example'),
    block('Updated 12 March 2024, 10:15'),
  ],
  'en',
);

const QIAO = storyOf(
  '议会表决：老桥继续通行五年',
  [
    block('来源：示例日报 字号:T|T 0人参与 0条评论 打印 转发'),
    block('示例社河城3月12日电（记者 某某）河城议会周二表决，同意老桥继续通行五年。工程师三月曾警告，十二个桥拱中有三个需要维修。'),
    block('▲ 老桥外景。图源：示例图片'),
    block('维修费用约四百万元，其中一半由大区承担。南岸商户对表决结果表示欢迎。'),
    block('维修之争'),
    block('这座桥建于1911年，每天通行九千辆汽车。新建一座桥需要六年时间。'),
    block('反对者希望改用渡船，他们征集了两千个签名，并将提出上诉。'),
    block('（责任编辑：某某）'),
    block('分享让更多人看到'),
    block('相关阅读：十座不可错过的桥'),
  ],
  'zh-Hans',
);

test.each([
  ['en', BRIDGE],
  ['zh', QIAO],
])('%s: sentences are ranges of story blocks in page order, furniture stays out', (_, story) => {
  for (const sentences of [1, 3, 6]) {
    const summary = summariseArticle(story, { sentences });
    expect(summary.tooShort).toBe(false);
    expect(summary.sentences.length).toBeLessThanOrEqual(sentences);
    expect(summary.sentences.length).toBeGreaterThan(0);
    let at = -1;
    for (const { text, block: index, start, end } of summary.sentences) {
      expect(story.blocks[index]!.text.slice(start, end)).toBe(text);
      expect(index * 1e4 + start).toBeGreaterThan(at);
      at = index * 1e4 + start;
      expect(text).not.toMatch(/Photo|Share|Read more|By Alex|Updated|来源|图源|责任编辑|分享|相关阅读|记者|维修之争/);
    }
  }
});

test('the sentence that the title tells of comes first, without its dateline', () => {
  expect(summariseArticle(BRIDGE, { sentences: 1 }).sentences[0]!.text).toBe(
    'The town council voted on Tuesday to keep the old bridge open to traffic for another five years.',
  );
  expect(summariseArticle(QIAO, { sentences: 1 }).sentences[0]!.text).toBe('河城议会周二表决，同意老桥继续通行五年。');
});

test('a budget is kept, 15 % over at most', () => {
  for (const budget of [20, 30, 60]) {
    const words = summariseArticle(BRIDGE, { budget }).sentences.map(({ text }) => text.split(/\s+/).length);
    if (words.length > 1) expect(words.reduce((a, b) => a + b)).toBeLessThanOrEqual(budget * 1.15);
    expect(words.length).toBeGreaterThan(0);
  }
});

test('length, minutes and terms', () => {
  const summary = summariseArticle(BRIDGE, { sentences: 3 });
  expect(summary.unit).toBe('words');
  expect(summary.minutes).toBe(1);
  expect(summary.terms).toContain('bridge');
  expect(summary.terms).not.toContain('the');
  expect(summariseArticle(QIAO, { sentences: 3 }).unit).toBe('characters');
});

test.each<[string, Article, number]>([
  ['nothing', storyOf('', []), 0],
  ['one sentence', storyOf('Rain', [block('It will rain tomorrow in the whole valley.')]), 1],
  ['two sentences', storyOf('Rain', [block('It will rain tomorrow in the valley. The day after will be dry again.')]), 2],
  ['captions only', storyOf('Pictures', [block('The bridge at night, seen from the river.', 'caption')]), 0],
])('%s: too short to summarise', (_, story, count) => {
  const summary = summariseArticle(story, { sentences: 3 });
  expect(summary.tooShort).toBe(true);
  expect(summary.sentences).toHaveLength(count);
});

test('a poem or a bare list has no sentences to choose from, its lines are taken as they are', () => {
  const lines = ['Over the river', 'the old bridge stands', 'waiting for morning', 'and the first cars', 'to wake the town'];
  const summary = summariseArticle(
    storyOf(
      'The bridge',
      lines.map((line) => block(line)),
    ),
    { sentences: 3 },
  );
  for (const { text } of summary.sentences) expect(lines).toContain(text);
});

test('an interview gives answers, without their label', () => {
  const story = storyOf('Interview about the bridge', [
    block('Q: Why does the bridge matter to the town?'),
    block('A: The bridge carries nine thousand cars a day across the river. Without it the south bank would be cut off from the town.'),
    block('Q: What will the repair of the arches cost?'),
    block('A: About four million in the first two years of the work. The region has promised to pay half of that sum.'),
    block('Q: And what comes after that?'),
    block('A: We will have to talk about a new bridge for the town. Nobody has an idea yet of what that would cost.'),
  ]);
  for (const { text } of summariseArticle(story, { sentences: 4 }).sentences) expect(text).not.toMatch(/^[QA]:|\?$/);
});

test('an outline has one sentence a section', () => {
  const story = storyOf('The bridge', [
    block('History', 'heading'),
    block('The bridge was built in 1911 by the town itself. It was widened twice.'),
    block('Costs', 'heading'),
    block('The repair will cost four million over two years. Half of it comes from the region.'),
    block('Links', 'heading'),
  ]);
  const { outline } = summariseArticle(story, { sentences: 1 });
  expect(outline.map(({ heading, block: index }) => [heading, index])).toEqual([
    ['History', 0],
    ['Costs', 2],
    ['Links', 4],
  ]);
  expect(outline[0]!.sentence!.block).toBe(1);
  expect(outline[1]!.sentence!.block).toBe(3);
  expect(outline[2]!.sentence).toBeNull();
});

test('a long summary does not say the same twice', () => {
  const twice = 'The council will keep the old bridge open for five years, it said on Tuesday.';
  const story = storyOf('Council will keep the old bridge open', [
    block(`${twice} Engineers warned of three broken arches in the spring.`),
    block(`${twice} Shopkeepers on the south bank welcomed the decision of the town.`),
    block('Opponents of the plan would rather have a ferry across the river. They collected many signatures.'),
  ]);
  const texts = summariseArticle(story, { sentences: 3 }).sentences.map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
});

test('same input, same output; any blocks at all give ranges of themselves', () => {
  const piece = fc.constantFrom(
    'The bridge stays open. ',
    '桥继续通行。',
    'Photo: x',
    '“No,” he said. ',
    '图：',
    '2024-01-01',
    'A B. ',
    '？',
    '…',
    '\u200b',
    'J. ',
    'ก ',
  );
  const kind = fc.constantFrom<BlockKind>('paragraph', 'heading', 'quote', 'item', 'caption', 'credit', 'table', 'code');
  const blocks = fc.array(fc.tuple(fc.array(piece, { minLength: 1, maxLength: 8 }), kind), { maxLength: 8 });
  fc.assert(
    fc.property(blocks, fc.constantFrom('', 'The bridge', '桥'), fc.constantFrom({ sentences: 3 }, { budget: 20 }), (list, title, size) => {
      const story = storyOf(
        title,
        list.map(([pieces, of]) => block(pieces.join(''), of)),
      );
      const summary = summariseArticle(story, size);
      expect(summariseArticle(story, size)).toEqual(summary);
      for (const { text, block: index, start, end } of summary.sentences) {
        expect(text).not.toBe('');
        expect(story.blocks[index]!.text.slice(start, end)).toBe(text);
        expect(['paragraph', 'quote', 'item']).toContain(story.blocks[index]!.kind);
      }
    }),
  );
});
