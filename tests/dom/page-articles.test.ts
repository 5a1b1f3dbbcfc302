import { describe, expect, test } from 'vitest';
import { STORY_KINDS, storyText } from '../../core/model/article';
import { detectAll as detect } from '../../core/page/detect-all';

interface Gold {
  readonly url: string;
  readonly title: string;
  readonly byline: string | null;
  readonly date: string | null;
  readonly site?: string;
  readonly lang: string;
  readonly story: readonly string[];
  readonly kinds?: readonly string[];
  /** Captions and credits: kept, but apart. */
  readonly apart: readonly (readonly [kind: string, text: string])[];
}

const pages = import.meta.glob('../corpus/*.html', { query: '?raw', import: 'default', eager: true }) as Record<string, string>;
const golds = import.meta.glob('../corpus/article-*.json', { import: 'default', eager: true }) as Record<string, Gold>;
const named = (pattern: RegExp) =>
  Object.keys(pages)
    .map((path) => path.replace(/^.*\/|\.html$/g, ''))
    .filter((name) => pattern.test(name))
    .map((name) => ({ name, html: pages[`../corpus/${name}.html`]! }));

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const NOW = Date.UTC(2026, 0, 1);
const find = (html: string, url = 'https://page.example/story') => detect(parse(html), { url, now: NOW, generic: true });

describe('stories on pages of every build', () => {
  test.each(named(/^article-/))('$name', ({ name, html }) => {
    const gold = golds[`../corpus/${name}.json`]!;
    const { article, blockElements, titleElement } = find(html, gold.url);
    expect(article).not.toBeNull();
    const story = article!.blocks.filter((block) => STORY_KINDS.has(block.kind));
    expect(story.map((block) => block.text)).toEqual(gold.story);
    expect(article!.blocks.filter((block) => !STORY_KINDS.has(block.kind)).map((block) => [block.kind, block.text])).toEqual(gold.apart);
    expect(article).toMatchObject({ title: gold.title, byline: gold.byline, date: gold.date, lang: gold.lang, site: gold.site ?? null });
    if (gold.kinds) expect(story.map((block) => block.kind)).toEqual(gold.kinds);
    // The elements are those that show the blocks.
    expect(blockElements).toHaveLength(article!.blocks.length);
    const squash = (text: string | null) => (text ?? '').replace(/\s+/g, '');
    article!.blocks.forEach((block, k) => {
      expect(squash(blockElements[k]!.textContent)).toContain(squash(block.text));
    });
    if (titleElement) expect(squash(titleElement.textContent)).toContain(squash(gold.title));
  });
});

describe('the story and the comments keep apart', () => {
  test.each(named(/^(?:article|thread)-/))('$name: no comment in the story', ({ html }) => {
    const { article, thread } = find(html);
    const story = new Set(article ? storyText(article).split('\n') : []);
    for (const comment of thread?.comments ?? []) for (const line of comment.text.split('\n')) expect(story.has(line)).toBe(false);
  });

  test('a story that stands in the list of its comments is none of them', () => {
    const { thread } = find(pages['../corpus/article-blog-stream.html']!);
    expect(thread?.comments.map((comment) => comment.author.name)).toEqual(['Finch', 'Rook', 'Teal']);
  });
});

describe('pages without a story', () => {
  test.each(named(/^none-/))('$name', ({ html }) => {
    expect(find(html).article).toBeNull();
  });
  test.each([
    ['an empty page', ''],
    ['white space', '<p> </p><div>\u00a0</div>'],
    ['one line', '<p>Not found.</p>'],
    ['a frameset', '<html><frameset><frame src="a.html"></frameset></html>'],
  ])('%s', (_, html) => {
    expect(find(html).article).toBeNull();
  });
});

const story = (inner: string, head = '') =>
  `<!doctype html><html><head><title>A day at the mill</title>${head}</head><body><h1>A day at the mill</h1><article>${inner}</article></body></html>`;
const LINES = [
  'The mill has stood at the bend of the river since before anyone kept count, and it still grinds on Thursdays.',
  'On most days the wheel turns for visitors only, but the flour of that one day is sold out within the hour.',
  'The miller says that stones wear down by a finger in a lifetime, and that his own will see him out.',
];

describe('hostile and odd pages', () => {
  test.each([
    [
      'names that clobber the form',
      `<form><input name="parentNode"><input name="getAttribute"><input name="nodeName"><input name="textContent">${LINES.map((line) => `<p>${line}</p>`).join('')}</form>`,
    ],
    [
      'names that clobber the document',
      `<img name="getElementsByTagName"><img name="createTreeWalker"><img name="title"><img name="body">${LINES.map((line) => `<p>${line}</p>`).join('')}`,
    ],
    ['lines parted by two br', LINES.join('<br><br>')],
    ['lines parted by one br and an indent', `\u3000\u3000${LINES.join('<br>\u3000\u3000')}`],
    ['text between block children', `${LINES[0]}<p>${LINES[1]}</p>${LINES[2]}`],
    ['unclosed tags', LINES.map((line) => `<p><b>${line}`).join('')],
  ])('%s', (_, inner) => {
    expect(find(story(inner)).article?.blocks.map((block) => block.text)).toEqual(LINES);
  });

  test.each([
    ['not JSON', '{"@type": "NewsArticle", '],
    ['null', 'null'],
    ['a number', '7'],
    ['a list of lists', '[[[[{"@type":"NewsArticle","headline":["A day at the mill"]}]]]]'],
    ['types that are no strings', '{"@type": {"a": 1}, "headline": {"b": [2]}, "author": [null, 3, {"name": {"c": 4}}]}'],
    [
      'a graph that holds itself by name',
      `{"@type":"NewsArticle","@graph":{"@type":"NewsArticle","@graph":[]},"author":"${'x'.repeat(5000)}","datePublished":{"@value":12}}`,
    ],
  ])('JSON-LD: %s', (_, json) => {
    const html = story(LINES.map((line) => `<p>${line}</p>`).join(''), `<script type="application/ld+json">${json}</script>`);
    expect(find(html).article?.title).toBe('A day at the mill');
  });

  test('nesting of 20,000 levels', () => {
    const document = parse(story(LINES.map((line) => `<p>${line}</p>`).join('')));
    let deepest: Element = document.body;
    for (let n = 0; n < 20_000; n++) deepest = deepest.appendChild(document.createElement('div'));
    deepest.textContent = 'down here';
    expect(detect(document, { url: 'https://page.example/', now: NOW }).article?.blocks.map((block) => block.text)).toEqual(LINES);
  });

  test('the page is unchanged', () => {
    const document = parse(pages['../corpus/article-news-en.html']!);
    const before = document.documentElement.outerHTML;
    detect(document, { url: 'https://valley.example/2025/tram', now: NOW });
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe('what a page is called', () => {
  const text =
    'The baker rose before the sun and went down to the mill by the river. Nobody had ground flour there for thirty years, but the wheel still turned.';
  const page = (title: string, top: string) =>
    find(
      `<!doctype html><html><head><title>${title}</title></head><body>${top}<article>${`<p>${text}</p>`.repeat(3)}</article></body></html>`,
    );

  test.each([
    [
      'readings above characters are left out',
      '谷の水車が動く｜谷新聞',
      '<h1><ruby>谷<rt>たに</rt></ruby>の<ruby>水車<rp>(</rp><rt>すいしゃ</rt><rp>)</rp></ruby>が<ruby>動<rt>うご</rt></ruby>く</h1>',
      '谷の水車が動く',
    ],
    ['soft hyphens too', 'Erinnerung an die alte Mühle', '<h1>Er­in­ne­rung an die alte Müh­le</h1>', 'Erinnerung an die alte Mühle'],
    ['two lines are two words', 'The mill turns again', '<h1>The mill<br>turns again</h1>', 'The mill turns again'],
    [
      'the last step of the breadcrumbs is no headline',
      'Mill: baker back | Valley News',
      '<nav class="breadcrumb"><ol><li class="breadcrumb__item"><h1>Mill: baker back</h1></li></ol></nav><header><h2 class="headline">The baker goes back to the mill after thirty years</h2></header>',
      'The baker goes back to the mill after thirty years',
    ],
  ])('%s', (_, title, top, expected) => {
    const found = page(title, top);
    expect(found.article?.title).toBe(expected);
    expect(found.title).toBe(expected);
  });

  test('a page without a story has a name too', () => {
    const found = find('<!doctype html><title>Opening hours | Mill Notes</title><h1>Opening hours</h1><p>From nine to five.</p>');
    expect(found.article).toBeNull();
    expect(found.title).toBe('Opening hours');
  });
});

describe('who wrote it and when', () => {
  const text =
    'The baker rose before the sun and went down to the mill by the river. Nobody had ground flour there for thirty years, but the wheel still turned.';
  const page = (top: string, { head = '', foot = '', url = 'https://valley.example/mill' } = {}) =>
    find(
      `<!doctype html><html><head><title>A day at the mill</title><meta property="og:site_name" content="Valley News">${head}</head><body><header>Valley News</header>${top}<article>${`<p>${text}</p>`.repeat(3)}</article>${foot}</body></html>`,
      url,
    ).article;

  test.each([
    ['rel=author', '<h1>A day at the mill</h1><p>from the <a rel="author" href="/x">Ada Kemble</a> desk</p>', {}, 'Ada Kemble'],
    ['a class', '<h1>A day at the mill</h1><div class="post-authorName">Ada Kemble</div>', {}, 'Ada Kemble'],
    ['a link to a profile', '<h1>A day at the mill</h1><a href="/authors/ada-kemble">Ada Kemble</a>', {}, 'Ada Kemble'],
    [
      'several authors',
      '<h1>A day at the mill</h1><p><a rel="author" href="/a">Ada Kemble</a> and <a rel="author" href="/b">Ben Tull</a></p>',
      {},
      'Ada Kemble, Ben Tull',
    ],
    ['a box behind the story', '<h1>A day at the mill</h1>', { foot: '<div class="author-name">Ada Kemble</div>' }, 'Ada Kemble'],
    [
      'a label of the cards that chats show',
      '<h1>A day at the mill</h1>',
      { head: '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Ada Kemble">' },
      'Ada Kemble',
    ],
    [
      'a reference within linked data',
      '<h1>A day at the mill</h1>',
      {
        head: '<script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"A day at the mill","author":{"@id":"#ada"}},{"@type":"Person","@id":"#ada","name":"Ada Kemble"}]}</script>',
      },
      'Ada Kemble',
    ],
    [
      'a person beside the site that the metadata names',
      '<h1>A day at the mill</h1><span class="author">Ada Kemble</span>',
      { head: '<meta name="author" content="Valley News">' },
      'Ada Kemble',
    ],
    [
      'the site where nobody else is named',
      '<h1>A day at the mill</h1>',
      { head: '<meta name="author" content="Valley News">' },
      'Valley News',
    ],
    ['a photographer is none', '<h1>A day at the mill</h1><div class="photo-credit author">Ada Kemble</div>', {}, null],
  ])('%s', (_, top, more, byline) => {
    expect(page(top, more)?.byline).toBe(byline);
  });

  test('the head of an old page stands in another table than its story', () => {
    const found = page('<table><tr><td>老磨坊的一天</td></tr><tr><td>时间：2005年3月2日14:18 作者：林小河</td></tr></table>');
    expect(found).toMatchObject({ byline: '林小河', date: expect.stringMatching(/^2005-03-02/) });
  });

  test.each([
    ['https://valley.example/2019/08/02/mill', '2019-08-02'],
    ['https://valley.example/news/20190802/mill.html', '2019-08-02'],
    ['https://valley.example/news/2019-08-02-mill', '2019-08-02'],
    ['https://valley.example/item/201908023344', null],
    ['https://valley.example/mill', null],
  ])('a day in the address: %s', (url, date) => {
    expect(page('<h1>A day at the mill</h1>', { url })?.date).toBe(date);
  });

  test('a mark dates a story from afar', () => {
    const between = `<ul>${'<li>Mill</li>'.repeat(24)}</ul>`;
    expect(page(`<h1>A day at the mill</h1><div class="pubdate">5 August 2019</div>${between}`)?.date).toBe('2019-08-05');
    expect(page(`<h1>A day at the mill</h1><div class="updated-date">5 August 2019</div>${between}`)?.date).toBe(null);
  });

  test('a day that opens the story dates it, one within a sentence does not', () => {
    expect(page(`<h1>A day at the mill</h1><p>5 August 2019 – ${text} ${text}</p>`)?.date).toBe('2019-08-05');
    expect(page(`<h1>A day at the mill</h1><p>5 August 2019 was the day. ${text} ${text}</p>`)?.date).toBe(null);
  });

  test('a story in Chinese names its reporter, whoever made the software', () => {
    const words = '面包师在太阳升起之前起床，沿着河边走到老磨坊去。三十年来没有人在那里磨过面粉，可是水轮还在转动，石头也还在原来的地方。';
    const { article } = find(
      `<!doctype html><html lang="zh"><head><title>老磨坊的一天</title><meta name="author" content="大河网络"></head><body><h1>老磨坊的一天</h1><article>${`<p>${words}</p>`.repeat(4)}<p>${words}（林小河 河湾报道）</p></article></body></html>`,
    );
    expect(article?.byline).toBe('林小河');
  });

  test('a blog that is called after its writer', () => {
    const { article } = find(
      `<!doctype html><html><head><title>A day at the mill</title><meta property="og:site_name" content="Ada Kemble's blog"></head><body><h1>A day at the mill</h1><article>${`<p>${text}</p>`.repeat(3)}</article></body></html>`,
    );
    expect(article?.byline).toBe('Ada Kemble');
  });

  test('what the page shows goes before its address', () => {
    expect(page('<h1>A day at the mill</h1><p>5 August 2019</p>', { url: 'https://valley.example/2019/08/02/mill' })?.date).toBe(
      '2019-08-05',
    );
  });
});

describe('lines that lead elsewhere', () => {
  const text =
    'The baker rose before the sun and went down to the mill by the river. Nobody had ground flour there for thirty years, but the wheel still turned.';
  test.each(['Read more:', 'See also:', 'Lesen Sie auch:', 'Lire aussi :', 'Lea también:', 'Читайте также:', '延伸阅读：', '関連記事：'])(
    '%s is not of the story',
    (lead) => {
      const line = `<p>${lead} <a href="/tunnel">What lies in the old tunnel under the market</a></p>`;
      const { article } = find(
        `<!doctype html><html><head><title>A day at the mill</title></head><body><h1>A day at the mill</h1><article>${`<p>${text}</p>`.repeat(2)}${line}${`<p>${text}</p>`.repeat(2)}</article></body></html>`,
      );
      expect(article?.blocks.map((block) => block.text)).toEqual([text, text, text, text]);
    },
  );
});
