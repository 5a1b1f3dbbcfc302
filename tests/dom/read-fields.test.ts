import { describe, expect, test } from 'vitest';
import { detectAll as detect } from '../../core/page/detect-all';

const NOW = Date.UTC(2026, 0, 1);
const NAMES = ['Mira', 'Tobin', 'Aldo', '青禾', 'Sefa', 'Runa'];
const WORDS = [
  'The new ferry timetable leaves a gap of two hours in the morning, which nobody asked for.',
  'I take the early boat every day and have never seen it full, so I am not surprised.',
  'Then cut the noon run instead. It is empty from October until the end of March.',
  '中午那班其实坐得满满的，你们说的大概是周末的情况，平时不是这样。',
  'Has anybody asked the port office? They publish the passenger counts each quarter.',
  'They do, and the counts say that both of you are right, depending on the season.',
];

interface Parts {
  readonly k: number;
  readonly name: string;
  readonly date: string;
  readonly words: string;
}
/** A page with six comments, each made by `record` from its own parts; `around` puts them into the page. */
const page = (record: (parts: Parts) => string, around: (records: readonly string[]) => string = (records) => records.join('\n')): string =>
  `<html lang="en"><body><header><h1>Ferry timetable</h1></header><main><h2>6 comments</h2><div class="comments">${around(
    NAMES.map((name, k) => record({ k, name, date: `2025-11-0${k + 1} 10:2${k}`, words: WORDS[k]! })),
  )}</div></main></body></html>`;
const plain = ({ k, name, date, words }: Parts, more: { header?: string; attributes?: string; footer?: string; before?: string } = {}) =>
  `<div class="comment" id="c${100 + k}" ${more.attributes ?? ''}><div class="head"><a class="author" href="/user/${k}">${name}</a>
     <span class="date">${date}</span> ${more.header ?? ''}</div><div class="text"><p>${more.before ?? ''}${words}</p></div>
     <div class="foot">${more.footer ?? ''} <a class="reply" href="#reply">Reply</a></div></div>`;

function read(html: string) {
  const { thread } = detect(new DOMParser().parseFromString(html, 'text/html'), {
    url: 'https://ferry.example/t/1',
    now: NOW,
    generic: true,
  });
  const comments = thread?.comments ?? [];
  const place = new Map(comments.map((comment, i) => [comment.key, i]));
  return {
    names: comments.map((comment) => comment.author.name),
    texts: comments.map((comment) => comment.text),
    floors: comments.map((comment) => comment.floor),
    scores: comments.map((comment) => comment.score),
    depths: comments.map((comment) => comment.depth),
    parents: comments.map((comment) => (comment.parentKey === null ? null : place.get(comment.parentKey))),
  };
}

const ONE_TO_SIX = ['1', '2', '3', '4', '5', '6'];
const NONE = [null, null, null, null, null, null];

describe('floors', () => {
  test.each<[string, (k: number) => string]>([
    ['#12', (k) => `<a href="#c${100 + k}">#${k + 1}</a>`],
    ['indented markup', (k) => `<span>\n${' '.repeat(90)}#${k + 1}\n${' '.repeat(90)}</span>`],
    ['12#', (k) => `<strong><em>${k + 1}</em><sup>#</sup></strong>`],
    ['12楼', (k) => `<span>${k + 1}楼</span>`],
    ['第12楼', (k) => `<span>第<em>${k + 1}</em>楼</span>`],
    ['12樓', (k) => `<span>${k + 1} 樓</span>`],
    ['B12', (k) => `<a>B${k + 1}</a>`],
    ['№ 12', (k) => `<span>№ ${k + 1}</span>`],
    ['12F', (k) => `<span>${k + 1}F</span>`],
    ['Reply 12', (k) => `<span>Reply ${k + 1}</span>`],
    ['12 of 40', (k) => `<span>Post ${k + 1} of 40</span>`],
    ['a bare number in a class for it', (k) => `<span class="no">${k + 1}</span>`],
    ['named floors', (k) => `<em>${['楼主', '沙发', '板凳', '地板', '5#', '6#'][k]}</em>`],
  ])('%s', (_, header) => {
    expect(read(page((parts) => plain(parts, { header: header(parts.k) }))).floors).toEqual(ONE_TO_SIX);
  });

  test('beside the date in one line', () => {
    const html = page(
      ({ k, name, words }) =>
        `<article class="comment" id="cid-${k}"><h4 class="name"><a href="/user/${k}">${name}</a></h4><a class="meta-date" href="#cid-${k}">
       #${k + 1}.1 \u00a0—\u00a0 vor ${k + 2} Stunden </a><div class="body"><p>${words}</p></div><button>Antworten</button></article>`,
    );
    expect(read(html).floors).toEqual(['1.1', '2.1', '3.1', '4.1', '5.1', '6.1']);
  });
  test('in front of the name, in a line that goes on', () => {
    const html = page(
      ({ k, name, date, words }) =>
        `<li id="comment-${k}"><dl><dt>${k + 1}. <a>${name}</a> <span>from the harbour side of the old town</span> <span class="date">${date}</span></dt>
         <dd class="body"><p>${words}</p></dd></dl></li>`,
      (records) => `<ol class="commentlist">${records.join('')}</ol>`,
    );
    expect(read(html).floors).toEqual(ONE_TO_SIX);
  });
  test.each<[string, (k: number) => string]>([
    ['data-floor', (k) => `data-floor="${k + 1}"`],
    ['data-post-number', (k) => `data-post-number="${k + 1}"`],
  ])('only in %s', (_, attributes) => {
    expect(read(page((parts) => plain(parts, { attributes: attributes(parts.k) }))).floors).toEqual(ONE_TO_SIX);
  });
  test('only as a schema.org position', () => {
    const html = page((parts) => plain(parts, { header: `<meta itemprop="position" content="${parts.k + 1}">` }));
    expect(read(html).floors).toEqual(ONE_TO_SIX);
  });
  test('a list that says where it starts', () => {
    const html = page(
      ({ k, name, date, words }) =>
        `<li class="comment" id="c${k}"><a class="author" href="/user/${k}">${name}</a> <span class="date">${date}</span><p class="text">${words}</p></li>`,
      (records) => `<ol start="21">${records.join('')}</ol>`,
    );
    expect(read(html).floors).toEqual(['21', '22', '23', '24', '25', '26']);
  });
  test('numbers with gaps where some were deleted', () => {
    const html = page((parts) => plain(parts, { header: `<span>#${[1, 2, 5, 6, 9, 14][parts.k]}</span>` }));
    expect(read(html).floors).toEqual(['1', '2', '5', '6', '9', '14']);
  });
  test.each<[string, (k: number) => string]>([
    ['votes', (k) => `<span class="votes">${[4, 9, 12, 30, 31, 55][k]}</span>`],
    ['posts of the writer', (k) => `<span class="count">${[120, 340, 460, 800, 900, 7000][k]}</span>`],
    ['levels', (k) => `<span class="rank">Lv.${[3, 5, 2, 9, 1, 4][k]}</span>`],
    ['years', () => '<span>2019</span>'],
    ['numbers that fall and rise', (k) => `<span>#${[7, 2, 9, 1, 8, 3][k]}</span>`],
  ])('no floor: %s', (_, header) => {
    expect(read(page((parts) => plain(parts, { header: header(parts.k) }))).floors).toEqual(NONE);
  });
  test('no floor: a list that does not say so', () => {
    const html = page(
      (parts) => `<li>${plain(parts)}</li>`,
      (records) => `<ol>${records.join('')}</ol>`,
    );
    expect(read(html).floors).toEqual(NONE);
  });
});

const VOTES = [3, 12, 0, 7, 1, 25];

describe('scores', () => {
  test.each<[string, (n: number) => string]>([
    ['Likes (3)', (n) => `<a>Likes (${n})</a>`],
    ['3 likes', (n) => `<span>${n} likes</span>`],
    ['3 points', (n) => `<span>${n} points</span>`],
    ['赞(3)', (n) => `<a>赞(${n})</a>`],
    ['有用 3', (n) => `<a>有用 ${n}</a>`],
    ['亮了(3)', (n) => `<span>亮了(${n})</span>`],
    ['추천 3', (n) => `<a>추천 ${n}</a>`],
    ['いいね 3', (n) => `<button>いいね ${n}</button>`],
    ['3 people found this helpful', (n) => `<span>${n} people found this helpful</span>`],
    ['a label of its own in front', (n) => `<span class="h">Upvotes</span> ${n}`],
    ['a list of terms', (n) => `<dl><dt><a title="추천">추천</a></dt><dd>${n}</dd><dt><a>반대</a></dt><dd>99</dd></dl>`],
    ['a label of its own behind', (n) => `<span><b>${n}</b> <i>likes</i></span>`],
    ['beside a thumb', (n) => `<i class="icon-thumbs-up"></i> <span>${n}</span>`],
    ['beside a picture of a thumb', (n) => `<img src="/i/thumb_up.gif" alt="Likes"> <b>${n}</b>`],
    ['between arrows', (n) => `<a class="arrow-up"></a><span>${n}</span><a class="arrow-down"></a>`],
    ['👍 3', (n) => `<span class="likes">👍 ${n}</span>`],
    ['+3/-2', (n) => `<span class="rating">+${n}/-2</span>`],
    ['an aria-label', (n) => `<span aria-label="${n} Upvotes">${n}</span>`],
    ['a title', (n) => `<span title="This post has earned ${n} up votes">${n}</span>`],
    ['schema.org', (n) => `<span itemprop="upvoteCount">${n}</span>`],
    ['a class', (n) => `<span class="vote-count">${n}</span>`],
    [
      'before and after one’s own vote',
      (n) => `<div><b class="score a">${n - 1}</b><b class="score b">${n}</b><b class="score c">${n + 1}</b></div>`,
    ],
    ['votes against beside it', (n) => `<span class="n-good">${n}</span> <span class="n-bad">40</span>`],
  ])('%s', (_, footer) => {
    expect(read(page((parts) => plain(parts, { footer: footer(VOTES[parts.k]!) }))).scores).toEqual(VOTES);
  });
  test('only in an attribute', () => {
    expect(read(page((parts) => plain(parts, { attributes: `data-score="${VOTES[parts.k]}"` }))).scores).toEqual(VOTES);
  });
  test('thousands, units and minus signs', () => {
    const shown = ['1,204', '1.2k', '−3', '2.5万', '-14', '7'];
    expect(read(page((parts) => plain(parts, { footer: `<span class="score">${shown[parts.k]}</span>` }))).scores).toEqual([
      1204, 1200, -3, 25_000, -14, 7,
    ]);
  });
  test('where most records show none', () => {
    const html = page((parts) => plain(parts, { footer: parts.k === 1 ? '<span>4 likes</span>' : '' }));
    expect(read(html).scores).toEqual([null, 4, null, null, null, null]);
  });
  test.each<[string, (k: number) => string]>([
    ['replies', (k) => `<a>${k + 2} replies</a>`],
    ['replies with an icon', (k) => `<a class="replies"><i class="icon-bubble"></i> ${k + 2}</a>`],
    ['回复(3)', (k) => `<a>回复(${k + 2})</a>`],
    ['views', (k) => `<span>${100 + k} views</span>`],
    ['shares', (k) => `<span>Share <b>${k + 4}</b></span>`],
    ['votes against alone', (k) => `<a>踩(${k + 1})</a>`],
    ['dislikes alone', (k) => `<a class="dislike">${k + 1} dislikes</a>`],
    [
      'what the writer has got',
      (k) =>
        `<dl class="pairs"><dt>Messages</dt><dd>${700 + k}</dd><dt>Reaction score</dt><dd>${80 + k}</dd><dt>Points</dt><dd>${k}</dd></dl>`,
    ],
    ['helpful votes of writers, one of whom writes twice', (k) => `<span>${[105, 155, 105, 1244, 192, 518][k]} helpful votes</span>`],
    ['a bare number', (k) => `<span>${[5, 2, 8, 1, 9, 4][k]}</span>`],
  ])('no score: %s', (name, footer) => {
    const twice = name.includes('twice');
    const html = page((parts) => plain(twice && parts.k === 2 ? { ...parts, name: NAMES[0]! } : parts, { footer: footer(parts.k) }));
    expect(read(html).scores).toEqual(NONE);
  });
});

const LEVELS = [0, 1, 2, 0, 1, 1];
const PARENTS = [null, 0, 1, null, 3, 3];
const TREE = { depths: LEVELS, parents: PARENTS };

describe('parents by nesting', () => {
  test.each<[string, (level: number) => string]>([
    ['class depth-2', (level) => `class="comment depth-${level + 1}"`],
    ['class level2', (level) => `class="comment level${level}"`],
    ['class indent-3', (level) => `class="comment indent-${level}"`],
    ['aria-level', (level) => `class="comment" role="treeitem" aria-level="${level + 1}"`],
    ['data-depth', (level) => `class="comment" data-depth="${level}"`],
    ['a margin', (level) => `class="comment" style="margin-left: ${level * 24}px"`],
    ['a margin in per cent', (level) => `class="comment" style="margin-left:${level * 2}%"`],
    ['a padding', (level) => `class="comment" style="padding-inline-start:${level}.5em"`],
    ['a margin in short', (level) => `class="comment" style="margin: 0 0 4px ${level * 30}px"`],
    ['a margin of replies only', (level) => (level === 0 ? 'class="comment"' : `class="comment" style="margin-left:${level * 40}px"`)],
    ['a variable of the style', (level) => `class="comment" style="--depth:${level}"`],
    ['a spacing class', (level) => `class="comment ml-${level * 4}"`],
  ])('%s', (_, attributes) => {
    const html = page(
      ({ k, name, date, words }) => `<div id="c${100 + k}" ${attributes(LEVELS[k]!)}><a class="author" href="/user/${k}">${name}</a>
        <span class="date">${date}</span><div class="text"><p>${words}</p></div><a class="reply">Reply</a></div>`,
    );
    expect(read(html)).toMatchObject(TREE);
  });
  test.each<[string, (level: number) => string]>([
    ['a spacer picture', (level) => `<td class="ind"><img src="s.gif" height="1" width="${level * 40}"></td>`],
    ['an empty cell', (level) => `<td width="${level * 20}"></td>`],
  ])('%s', (_, cell) => {
    const html = page(
      ({ k, name, date, words }) => `<tr class="comment" id="c${k}">${cell(LEVELS[k]!)}<td><a class="author" href="/user/${k}">${name}</a>
        <span class="date">${date}</span><div class="text">${words}</div><a>reply</a></td></tr>`,
      (records) => `<table>${records.join('')}</table>`,
    );
    expect(read(html)).toMatchObject(TREE);
  });
  const boxes = (open: string) => (records: readonly string[]) =>
    `${records[0]}${open}${records[1]}${open}${records[2]}</div></div>${records[3]}${open}${records[4]}${records[5]}</div>`;
  test.each([
    ['a box behind the answered record', '<div class="indented">'],
    ['a box without a telling name', '<div class="x7">'],
  ])('%s', (_, open) => {
    expect(read(page((parts) => plain(parts), boxes(open)))).toMatchObject(TREE);
  });
  test('records within records', () => {
    const open = (k: number, within: string) =>
      `<li class="comment" id="c${k}"><a class="author" href="/user/${k}">${NAMES[k]}</a> <span class="date">2025-11-0${k + 1}</span><p>${WORDS[k]}</p><a>Reply</a>${within}</li>`;
    const list = (...items: string[]) => `<ul class="children">${items.join('')}</ul>`;
    const html = page(
      () => '',
      () => `<ul>${open(0, list(open(1, list(open(2, '')))))}${open(3, list(open(4, ''), open(5, '')))}</ul>`,
    );
    expect(read(html)).toMatchObject(TREE);
  });
  test('a reply is called so', () => {
    const html = page((parts) => plain(parts).replace('class="comment"', LEVELS[parts.k]! > 0 ? 'class="comment re"' : 'class="comment"'));
    expect(read(html)).toMatchObject({ depths: [0, 1, 1, 0, 1, 1], parents: [null, 0, 0, null, 3, 3] });
  });
  test('floors with a point', () => {
    const html = page((parts) => plain(parts, { header: `<span>#${['1', '1.1', '1.2', '2', '2.1', '2.2'][parts.k]}</span>` }));
    expect(read(html)).toMatchObject({ depths: [0, 1, 1, 0, 1, 1], parents: [null, 0, 0, null, 3, 3] });
  });
  test.each<[string, (k: number) => string]>([
    ['all but the first are replies to the thread', (k) => (k === 0 ? 'comment first' : 'comment reply')],
    ['the level of the writer', (k) => `comment level-${[4, 1, 6, 2, 5, 3][k]}`],
    ['stripes', (k) => `comment ${k % 2 ? 'odd' : 'even'}`],
  ])('flat: %s', (_, className) => {
    const html = page((parts) => plain(parts).replace('class="comment"', `class="${className(parts.k)}"`));
    expect(read(html)).toMatchObject({ depths: [0, 0, 0, 0, 0, 0], parents: NONE });
  });
  test('flat: the rest of the list stands in a box of its own', () => {
    const html = page(
      (parts) => plain(parts),
      ([first, second, ...rest]) => `${first}${second}<div class="more">${rest.join('')}</div>`,
    );
    expect(read(html)).toMatchObject({ depths: [0, 0, 0, 0, 0, 0], parents: NONE });
  });
});

const ANSWERED = [null, 0, 1, null, 3, 3];

describe('parents by what points at them', () => {
  const to = (k: number, make: (parent: number) => string) => (ANSWERED[k] === null ? '' : make(ANSWERED[k]!));
  test.each<[string, (parent: number, k: number) => Parameters<typeof plain>[1]]>([
    ['data-parent-id', (parent) => ({ attributes: `data-parent-id="${100 + parent}"` })],
    ['a link and words', (parent) => ({ header: `in reply to <a href="#c${100 + parent}">${NAMES[parent]}</a>` })],
    ['a link with the name', (parent) => ({ before: `<a href="#c${100 + parent}">@${NAMES[parent]}</a> ` })],
    ['a link called parent', (parent) => ({ footer: `<a href="/t/1#c${100 + parent}">parent</a>` })],
    ['In reply to NAME', (parent) => ({ header: `<span>In reply to ${NAMES[parent]}</span>` })],
    ['Antwort auf NAME, in two pieces', (parent) => ({ header: `Antwort auf <b>${NAMES[parent]}</b>` })],
    ['回复 NAME：', (parent) => ({ before: `回复 ${NAMES[parent]}：` })],
    ['回复 @NAME', (parent) => ({ before: `回复 <a href="/user/${parent}">@${NAMES[parent]}</a>：` })],
    ['@NAME', (parent) => ({ before: `@${NAMES[parent]}: ` })],
    ['NAME への返信', (parent) => ({ header: `<span>${NAMES[parent]}さんへの返信</span>` })],
  ])('%s', (_, more) => {
    const html = page((parts) => {
      const parent = ANSWERED[parts.k];
      return plain(parts, parent === null || parent === undefined ? {} : more(parent, parts.k));
    });
    expect(read(html)).toMatchObject({ parents: ANSWERED, depths: LEVELS });
  });
  test.each<[string, (parent: number) => string]>([
    ['回复 3楼', (parent) => `回复 ${parent + 1}楼：`],
    ['引用 第3楼', (parent) => `引用 第${parent + 1}楼 `],
    ['@3楼', (parent) => `@${parent + 1}楼 `],
    ['reply to #3', (parent) => `Reply to #${parent + 1}: `],
    ['Antwort auf #3', (parent) => `Antwort auf #${parent + 1}: `],
  ])('%s', (_, before) => {
    const html = page((parts) => plain(parts, { header: `<span>#${parts.k + 1}</span>`, before: to(parts.k, before) }));
    expect(read(html)).toMatchObject({ parents: ANSWERED, floors: ONE_TO_SIX });
  });
  test.each<[string, (parent: number) => string]>([
    ['a quotation with a name', (parent) => `<blockquote><cite>${NAMES[parent]} wrote:</cite> …</blockquote>`],
    ['原帖由', (parent) => `<blockquote>原帖由 <i>${NAMES[parent]}</i> 於 2025-11-01 06:29 PM 發表<br>…</blockquote>`],
    ['a quotation without a name', (parent) => `<blockquote>${WORDS[parent]!.slice(0, 48)}</blockquote>`],
  ])('%s, and the thread stays flat', (_, before) => {
    const html = page((parts) => plain(parts).replace('<div class="text"><p>', `<div class="text">${to(parts.k, before)}<p>`));
    expect(read(html)).toMatchObject({ parents: ANSWERED, depths: [0, 0, 0, 0, 0, 0] });
  });
  test.each<[string, (parts: Parts) => Parameters<typeof plain>[1]]>([
    ['a control that names its own writer', ({ name }) => ({ footer: `<a>Reply to ${name}</a>` })],
    ['a link to the record itself', ({ k }) => ({ header: `<a href="#c${100 + k}">link</a>` })],
    ['a reply control with its own id', ({ k }) => ({ attributes: `data-reply-id="${100 + k}"` })],
    ['a name in the midst of the words', ({ k }) => ({ before: k > 0 ? `I agree with ${NAMES[0]}. ` : '' })],
    ['a number in the midst of the words', ({ k }) => ({ before: k > 0 ? 'Boat 2 is late. ' : '' })],
    ['somebody who is not here', () => ({ before: '@Nobody ' })],
  ])('none: %s', (_, more) => {
    expect(read(page((parts) => plain(parts, more(parts)))).parents).toEqual(NONE);
  });
});

describe('two levels', () => {
  const comment = (k: number, words: string) =>
    `<li class="comment" id="comment-${k}"><span class="comment-copy">${words}</span> – <a class="comment-user" href="/user/${k}">Oda${k}</a> <span class="comment-date">2025-12-${k + 10}</span></li>`;
  const answer = (parts: Parts, within: string) =>
    `<div class="answer" id="a${parts.k}"><div class="votes">${parts.k}</div><div class="post-text"><p>${parts.words}</p></div>
      <div class="sign"><a class="user" href="/user/${parts.k}">${parts.name}</a> <span class="date">${parts.date}</span></div><ul class="comments">${within}</ul></div>`;
  test('comments on answers answer them; neither holds the words of the other', () => {
    const html = page((parts) =>
      answer(
        parts,
        parts.k === 1
          ? ''
          : comment(2 * parts.k, 'Are you quite sure about that? I read otherwise.') +
              comment(2 * parts.k + 1, 'Thanks, that helped me a lot here.'),
      ),
    );
    const { texts, parents } = read(html);
    expect(texts).toHaveLength(16);
    expect(texts[0]).toBe(WORDS[0]);
    expect(parents.slice(0, 5)).toEqual([null, 0, 0, null, null]);
  });
  test('a quotation within each post is no level', () => {
    const html = page((parts) =>
      plain(parts).replace(
        '<div class="text">',
        '<div class="text"><blockquote class="quote"><a href="/user/9">Oda</a> 2025-10-01: I said so long before</blockquote>',
      ),
    );
    expect(read(html).texts).toEqual(WORDS);
  });
});

describe('names and words', () => {
  test('a name of many words stands where the other names stand', () => {
    const long = 'The Society of Friends of the Old Ferry and of the Lamps on Both Piers';
    const html = page((parts) => plain(parts.k === 2 ? { ...parts, name: long } : parts));
    expect(read(html).names).toEqual(NAMES.map((name, k) => (k === 2 ? long : name)));
  });
  test('the words stand in one cell of a row, what is told of the writer in the other', () => {
    const html = page(
      ({ k, name, date, words }) =>
        `<table class="post"><tr class="p-head"><td class="p-left"><a class="p-name" href="/user/${k}">${name}</a></td><td>${date}</td></tr>
         <tr class="p-body"><td class="p-left"><dl><dt>Rank</dt><dd>Deck hand ${k}</dd><dt>Posts</dt><dd>${k}7</dd><dt>Home port</dt><dd>Pier ${k}</dd></dl></td>
         <td class="p-content"><p>Sent on ${date} from the ferry office<br>${words}</p></td></tr>
         <tr class="p-foot"><td></td><td><a href="#reply">Reply</a></td></tr></table>`,
    );
    const { texts } = read(html);
    expect(texts).toHaveLength(6);
    texts.forEach((text, k) => {
      expect(text).toContain(WORDS[k]);
      expect(text).not.toContain('Deck hand');
    });
  });
});
