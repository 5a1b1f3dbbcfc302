import { describe, expect, test } from 'vitest';
import type { Article } from '../../../core/model/article';
import { summariseArticle } from '../../../core/summary/article';
import { block, storyOf } from '../../support/story';

// What stories look like beside a plain one. Each gets a sensible summary, or says that it is too short.
const textsOf = (story: Article, sentences: number) => summariseArticle(story, { sentences }).sentences.map(({ text }) => text);

describe('a live blog', () => {
  const LIVE = storyOf(
    'Flood in the lower town: what we know so far',
    [
      block('14:05', 'heading'),
      block('14:05 The floodgates in the lower town are closed again after the river fell by forty centimetres within an hour.'),
      block('Updated at 14.07'),
      block('13:30 – Firefighters brought twelve people out of two houses on the south bank. Nobody was hurt, the mayor says.'),
      block('Share this post'),
      block('12.10 The river has reached the level of the flood of 1998. The council asks people in the lower town to stay upstairs.'),
      block('11:58 Good morning and welcome to our live coverage.'),
      block('[11:45] The ferry stops until further notice, and the bridge is open to buses only from noon on Monday.'),
    ],
    'en',
  );
  test('gives what happened, without clock or tools of the page', () => {
    const texts = textsOf(LIVE, 3);
    expect(texts).toHaveLength(3);
    for (const text of texts) expect(text).not.toMatch(/^\W*\d{1,2}[:.]\d\d|Updated|Share|welcome to our/);
  });
});

describe('an interview', () => {
  const ZH = storyOf(
    '专访：老桥还能用多久',
    [
      block('问：老桥现在的状况怎么样？'),
      block('答：十二个桥拱里有三个需要马上维修，其余的可以再用十年。我们每个月检查一次。'),
      block('记者：维修要花多少钱？'),
      block('某某：大约需要四百万元，其中一半由大区承担。工程会在两年内完成。'),
      block('小例：会不会封桥？'),
      block('某某：不会封桥，每次只封一条车道。公交车一直可以通行。'),
      block('小例：居民怎么看？'),
      block('问：为什么不建一座新桥？'),
      block('答：新桥需要六年时间，而且费用是维修的十倍以上。市民也希望保留老桥。'),
    ],
    'zh-Hans',
  );
  test('gives answers without their label and no question', () => {
    const texts = textsOf(ZH, 3);
    expect(texts).toHaveLength(3);
    for (const text of texts) expect(text).not.toMatch(/^(?:问|答|记者|某某|小例)[：:]|[?？]$/u);
  });
  test('in paragraphs that carry question and answer the question is left out too', () => {
    const story = storyOf(
      'The engineer on the old bridge',
      [
        block('How old is the bridge? It was built in 1911 by the town itself and has been widened twice since then.'),
        block('What does the repair cost? About four million over two years, and the region has promised to pay half of it.'),
        block('Will there be a new one? Not before the thirties, because nobody has an idea what it would cost the town.'),
        block('And the ferry? It carries 300 people a day in summer and none in winter, so it cannot replace the bridge.'),
      ],
      'en',
    );
    for (const text of textsOf(story, 3)) expect(text).not.toMatch(/\?$/);
  });
});

describe('a story around a table', () => {
  test('cells never enter, what is said around them does', () => {
    const story = storyOf(
      'How the districts voted on the bridge',
      [
        block('All four districts of the town voted to keep the bridge, the closest result was in the harbour.'),
        block('District Yes No Harbour 51 49 Lower town 63 37 Upper town 72 28 Fields 80 20', 'table'),
        block('Turnout was 61 per cent, four points above the last vote on the ferry in 2019.'),
        block('The council must now find two million before the winter, the other half comes from the region.'),
        block('Opponents said that they would accept the result and go on asking for a ferry.'),
      ],
      'en',
    );
    const texts = textsOf(story, 3);
    expect(texts).toHaveLength(3);
    for (const text of texts) expect(text).not.toContain('51 49');
  });
  test('a table alone has nothing to summarise', () => {
    const summary = summariseArticle(storyOf('Results', [block('Harbour 51 49 Lower town 63 37', 'table')], 'en'), { sentences: 3 });
    expect(summary).toMatchObject({ tooShort: true, sentences: [] });
  });
});

describe('a poem', () => {
  const LINES = ['Over the river', 'the old bridge stands,', 'waiting for morning', 'and the first cars', 'to wake the town.'];
  test('its lines are given whole, in order, none made up', () => {
    const texts = textsOf(storyOf('The bridge', [block(LINES.join('\n'))], 'en'), 3);
    expect(texts.length).toBeGreaterThan(0);
    let at = -1;
    for (const text of texts) {
      expect(LINES).toContain(text);
      expect(LINES.indexOf(text)).toBeGreaterThan(at);
      at = LINES.indexOf(text);
    }
  });
  test('in Chinese as well', () => {
    const lines = ['河上的老桥', '等着天亮', '第一辆车开过', '城就醒了'];
    const summary = summariseArticle(
      storyOf(
        '桥',
        lines.map((line) => block(line)),
        'zh-Hans',
      ),
      { sentences: 3 },
    );
    for (const { text } of summary.sentences) expect(lines).toContain(text);
  });
});

describe('a list', () => {
  const LIST = storyOf(
    'Six bridges worth a walk',
    [
      block('These six bridges of the valley can be walked in one day, and none of them costs anything.'),
      ...['Old Bridge', 'Mill Bridge', 'Chain Bridge', 'Long Bridge', 'Low Bridge', 'New Bridge'].flatMap((name, i) => [
        block(`${i + 1}. ${name}`, 'heading'),
        block(`The ${name} was built in ${1911 + i * 10} and carries ${i + 2},000 people a day. Its ${i + 3} arches are lit at night.`),
      ]),
    ],
    'en',
  );
  test('begins with what it is a list of; its headings are the outline', () => {
    const summary = summariseArticle(LIST, { sentences: 3 });
    expect(summary.sentences[0]!.text).toContain('six bridges of the valley');
    expect(summary.outline.map(({ heading }) => heading)).toHaveLength(6);
    for (const part of summary.outline) expect(part.sentence?.text).toContain(part.heading.slice(3));
    for (const { text } of summary.sentences) expect(text).not.toMatch(/^\d\. /);
  });
  test('bullets lose their mark', () => {
    const items = ['The old bridge stays open for five years.', 'The repair costs four million in all.', 'The ferry runs in summer only.'];
    const story = storyOf(
      'What was decided about the bridge',
      items.map((text) => block(`• ${text}`, 'item')),
      'en',
    );
    expect(textsOf(story, 6)).toEqual(items);
  });
});

describe('short and long', () => {
  test('two sentences are given as they are, and said to be short', () => {
    const story = storyOf('Rain', [block('It will rain tomorrow in the whole valley. The day after will be dry again.')], 'en');
    for (const sentences of [1, 3, 6])
      expect(summariseArticle(story, { sentences })).toMatchObject({ tooShort: true, sentences: { length: 2 } });
  });
  test('200 sentences give as many as were asked for, the first of them from the beginning', () => {
    const verbs = ['asked', 'heard', 'refused', 'counted', 'measured', 'praised', 'doubted', 'forgot', 'found', 'moved', 'sold'];
    const things = [
      'the old bridge',
      'a ferry',
      'the council',
      'the buses',
      'the bridge',
      'the winter',
      'its budget',
      'a school',
      'the gates',
      'a bridge',
    ];
    const places = [
      'at the harbour',
      'on the hill',
      'behind the station',
      'in the lower town',
      'near the mill',
      'by the river',
      'over the valley',
    ];
    const sentence = (i: number) =>
      `${['Engineers', 'Neighbours', 'Drivers', 'Pupils', 'Visitors', 'Farmers'][i % 6]} ${verbs[i % 11]} ${things[i % 10]} ${places[i % 7]} in ${1800 + i}.`;
    const blocks = Array.from({ length: 50 }, (_, i) => block([0, 1, 2, 3].map((k) => sentence(i * 4 + k)).join(' ')));
    const story = storyOf(
      'Council keeps the old bridge',
      [block('The council will keep the old bridge open for five years, it decided on Monday.'), ...blocks],
      'en',
    );
    for (const sentences of [1, 3, 6]) {
      const summary = summariseArticle(story, { sentences });
      expect(summary.tooShort).toBe(false);
      expect(summary.sentences).toHaveLength(sentences);
      expect(summary.sentences[0]!.block).toBeLessThan(2);
    }
  });
});
