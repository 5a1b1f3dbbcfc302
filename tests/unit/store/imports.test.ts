import { describe, expect, test } from 'vitest';
import type { Condition } from '../../../core/model/rule';
import { revOf } from '../../../core/store/clock';
import { nearestColour } from '../../../core/store/imports/colour';
import type { Drafts } from '../../../core/store/imports/drafts';
import { draftsToBackup } from '../../../core/store/imports/drafts-to-backup';
import { readHypothesis } from '../../../core/store/imports/hypothesis';
import { readNga } from '../../../core/store/imports/nga';
import { readImport } from '../../../core/store/imports/read-import';
import { readRedditEnhancer } from '../../../core/store/imports/reddit-enhancer';
import { readRes, textOfHtml } from '../../../core/store/imports/res';
import { readUtags } from '../../../core/store/imports/utags';
import { readV2exPolish } from '../../../core/store/imports/v2ex-polish';
import { readWordList } from '../../../core/store/imports/word-list';
import { readYawf } from '../../../core/store/imports/yawf';
import { undoOperation } from '../../../core/store/operations';
import { changePerson, findPerson } from '../../../core/store/people';
import { previewRestore, restore, UNITE_ALL } from '../../../core/store/restore';
import { testStore } from '../../support/store';

const utags3 = JSON.stringify({
  data: {
    'https://www.v2ex.com/member/%E5%B0%8F%E6%98%8E': {
      tags: ['★★', '热心'],
      meta: { type: 'user', created: 1700000000000, updated: 1700000005000, colour: 'x' },
    },
    'https://bbs.sample.example/home.php?mod=space&uid=42': {
      tags: ['屏蔽'],
      meta: { title: '刷子', note: '广告号', updated: 1700000000000 },
    },
    'https://sample.example/t/9': { tags: ['later'], meta: { title: 'A topic', note: 'read on' } },
    'https://sample.example/user/gone': { tags: ['x', '._DELETED_'], meta: {} },
    'javascript:alert(1)': { tags: ['x'], meta: {} },
  },
  meta: { databaseVersion: 3 },
  extra: 1,
});
const res2 = JSON.stringify({
  SCHEMA_VERSION: 2,
  data: {
    'tag.some_one': {
      text: 'expert',
      color: 'cornflowerblue',
      link: 'https://www.reddit.com/r/a/comments/abc123',
      votesUp: 4,
      votesDown: 1,
      odd: true,
    },
    'tag.other': { text: 'plain' },
    'RESoptions.filteReddit': {
      users: { value: [['Bothersome'], []] },
      customFiltersC: {
        value: [
          {
            opts: { name: 'noise', propagate: true },
            body: {
              type: 'group',
              op: 'all',
              of: [
                { type: 'commentContent', patt: '/first[!.]*/i' },
                { type: 'group', op: 'none', of: [{ type: 'depth', op: '>', val: 3 }] },
              ],
            },
          },
          {
            opts: { name: 'half understood' },
            body: {
              type: 'group',
              op: 'any',
              of: [
                { type: 'commentContent', patt: 'x' },
                { type: 'moonPhase', op: '==', val: 1 },
              ],
            },
          },
        ],
      },
      subreddits: { value: [] },
    },
    'RESmodules.saveComments.savedComments': {
      abc9: {
        href: 'https://old.reddit.com/r/a/comments/abc123/_/abc9',
        username: 'some_one',
        comment: '<div><p>One &amp; two</p><script>alert(1)</script></div>',
        timeSaved: '2023-11-14T22:13:20Z',
      },
    },
    'RESoptions.nightMode': {},
  },
});
const res0 = JSON.stringify({
  'tag.Old_Timer': JSON.stringify({ tag: 'hi', color: 'none', votes: -3, ignore: true }),
  'RESoptions.x': '{}',
});
const polish = `V2EX_Polish_settings${JSON.stringify({ options: {}, 'member-tag': { 小明: { tags: [{ name: '靠谱' }, { name: '' }], avatar: 'https://a.example/x.png' } }, 'reading-list': { data: [{ url: 'https://www.v2ex.com/t/1?p=2', title: '题', content: '文', addedTime: 1700000000000 }] } })}`;
const enhancer = JSON.stringify({
  redditUserTags: {
    some_one: { label: 'Kind', note: 'long', link: 'https://www.reddit.com/x', colourBg: '#1faa00', createdAt: 1700000000000 },
  },
});
const nga = {
  name: 'NGA-BBS-SCRIPT',
  ver: '1',
  timestamp: 1700000000000,
  ban_list: [{ uid: 77, name: '甲', desc: '吵' }],
  mark_list: [{ uid: '78', name: '乙', marks: [{ mark: '懂行', bg_color: '#ff8800', desc: '见过' }] }],
  keywords_list: ['代购', '/第\\d+名/', '/(/'],
};
const nga64 = Buffer.from(JSON.stringify(nga)).toString('base64');
const hypothesis = JSON.stringify({
  export_date: 'x',
  annotations: [
    {
      id: '1',
      uri: 'https://sample.example/a',
      text: 'a note',
      tags: ['t1', 't2'],
      updated: '2023-11-14T22:13:20Z',
      document: { title: ['A page'] },
      target: [
        {
          source: 'https://sample.example/a',
          selector: [{ type: 'RangeSelector' }, { type: 'TextQuoteSelector', exact: '原文在此', prefix: 'x'.repeat(50), suffix: 'after' }],
        },
      ],
    },
    {
      id: '2',
      uri: 'https://sample.example/a',
      text: 'about the page',
      tags: [],
      target: [{ source: 'https://sample.example/a' }],
      mystery: 1,
    },
  ],
});
const yawf = JSON.stringify({
  yaofang: 'YAWF',
  config: {
    'filter_comment_text_hide.items': ['抽奖', ''],
    'filter_comment_regex_hide.items': [
      { source: '(沙发){2,}', flags: 'mug' },
      { source: '(', flags: '' },
    ],
    'filter_comment_name_hide.items': ['甲'],
    'filter_comment_name_show.items': ['乙'],
    'filter_author_id_hide.items': [{ id: '99' }],
    filter_comment_face_count: true,
  },
});
const words = '\ufeff# a comment\r\nspam\nＳＰＡＭ\n 廣告 \n/第\\d+樓/i\n/(/\n@朋友\n\n';

const draftsOf = (read: ReturnType<typeof readUtags>): Drafts => {
  if (!read.ok) throw new Error(`${read.problem} ${read.where}`);
  return read.value;
};
const wordsOf = (drafts: Drafts) =>
  drafts.rules.map((rule) => [rule.action.kind, (rule.when as Condition & { words?: string[] }).words ?? rule.when.kind]);

describe('each tool’s file is read in our words, and what is not understood is listed', () => {
  test('UTags', () => {
    const got = draftsOf(readUtags(utags3));
    expect(got.people).toMatchObject([
      {
        site: 'v2ex.com',
        id: null,
        name: '小明',
        labels: [{ text: '★★', colour: 'yellow' }, { text: '热心' }],
        action: null,
        at: 1700000005000,
      },
      { site: 'bbs.sample.example', id: '42', name: '刷子', note: '广告号', action: 'hide' },
    ]);
    expect(got.marks).toMatchObject([{ kind: 'bookmark', url: 'https://sample.example/t/9', note: '#later\nread on' }]);
    expect(got.unknown).toEqual(['https://www.v2ex.com/member/%E5%B0%8F%E6%98%8E meta.colour', 'javascript:alert(1)', 'extra']);
  });
  test('UTags 2 keeps addresses beside meta', () => {
    const got = draftsOf(
      readUtags(JSON.stringify({ meta: { databaseVersion: 2 }, 'https://sample.example/u/bob': { tags: ['a'], meta: {} } })),
    );
    expect(got.people).toMatchObject([{ name: 'bob' }]);
    expect(got.unknown).toEqual([]);
  });
  test('RES 2', () => {
    const got = draftsOf(readRes(res2));
    expect(got.people).toMatchObject([
      {
        name: 'some_one',
        labels: [{ text: 'expert', colour: 'blue' }],
        note: '▲ 4 ▼ 1',
        sources: [{ url: 'https://www.reddit.com/r/a/comments/abc123' }],
      },
      { name: 'other', labels: [{ text: 'plain', colour: 'grey' }], note: '' },
      { name: 'Bothersome', action: 'hide' },
    ]);
    expect(got.rules).toMatchObject([
      {
        name: 'noise',
        replies: true,
        scope: { kind: 'site', site: 'reddit.com' },
        when: {
          kind: 'all',
          of: [
            { kind: 'regex', source: 'first[!.]*', flags: 'i' },
            { kind: 'none', of: [{ kind: 'depth', range: { min: 4, max: null } }] },
          ],
        },
      },
    ]);
    expect(got.marks).toMatchObject([{ kind: 'bookmark', commentKey: 't1_abc9', text: 'One & two\nalert(1)', at: 1700000000000 }]);
    expect(got.unknown).toEqual([
      'tag.some_one.odd',
      'RESoptions.filteReddit.customFiltersC[1].body.of[1].type moonPhase',
      'RESoptions.filteReddit.subreddits',
      'RESoptions.nightMode',
    ]);
  });
  test('RES 0', () => {
    expect(draftsOf(readRes(res0)).people).toMatchObject([
      { name: 'Old_Timer', labels: [{ text: 'hi', colour: 'grey' }], note: '-3', action: 'hide' },
    ]);
  });
  test('V2EX Polish', () => {
    const got = draftsOf(readV2exPolish(polish));
    expect(got.people).toMatchObject([{ site: 'v2ex.com', name: '小明', labels: [{ text: '靠谱' }] }]);
    expect(got.marks).toMatchObject([{ title: '题', text: '文' }]);
    expect(got.unknown).toEqual(['options']);
  });
  test('RedditEnhancer', () => {
    expect(draftsOf(readRedditEnhancer(enhancer)).people).toMatchObject([
      { site: 'reddit.com', name: 'some_one', note: 'long', labels: [{ text: 'Kind', colour: 'green' }] },
    ]);
  });
  test.each([
    ['Base64', nga64],
    ['JSON', JSON.stringify(nga)],
  ])('NGA as %s', (_form, file) => {
    const got = draftsOf(readNga(file));
    expect(got.people).toMatchObject([
      { id: '77', name: '甲', note: '吵', action: 'hide' },
      { id: '78', name: '乙', note: '见过', labels: [{ text: '懂行', colour: 'orange' }] },
    ]);
    expect(wordsOf(got)).toEqual([
      ['hide', 'regex'],
      ['hide', ['代购']],
    ]);
    expect(got.unknown).toEqual([expect.stringMatching(/^keywords_list\[2\] /)]);
  });
  test('Hypothesis', () => {
    const got = draftsOf(readHypothesis(hypothesis));
    expect(got.marks).toMatchObject([
      {
        kind: 'highlight',
        note: 'a note\n#t1 #t2',
        title: 'A page',
        selectors: { exact: '原文在此', prefix: 'x'.repeat(32), suffix: 'after' },
      },
      { kind: 'note', note: 'about the page', selectors: null },
    ]);
    expect(got.unknown).toEqual(['annotations[1].mystery']);
  });
  test('YAWF', () => {
    const got = draftsOf(readYawf(yawf));
    expect(wordsOf(got)).toEqual([
      ['hide', ['抽奖']],
      ['hide', 'regex'],
    ]);
    expect(got.people.map(({ name, action, id }) => [name, action, id])).toEqual([
      ['甲', 'hide', null],
      ['乙', 'show', null],
      ['99', 'hide', '99'],
    ]);
    expect(got.unknown).toEqual([expect.stringContaining('regex_hide.items[1]'), 'config.filter_comment_face_count']);
  });
  test('a word list', () => {
    const got = draftsOf(readWordList(words));
    expect(wordsOf(got)).toEqual([
      ['hide', 'regex'],
      ['hide', ['spam', '廣告']],
      ['show', ['朋友']],
    ]);
    expect(got.unknown).toEqual([expect.stringMatching(/^line 6: /)]);
  });
});

const FILES: readonly (readonly [string, string])[] = [
  ['UTags', utags3],
  ['Reddit Enhancement Suite', res2],
  ['Reddit Enhancement Suite', res0],
  ['V2EX Polish', polish],
  ['RedditEnhancer', enhancer],
  ['NGA', nga64],
  ['NGA', JSON.stringify(nga)],
  ['Hypothesis', hypothesis],
  ['YAWF', yawf],
  ['words', words],
];

describe('a file finds its reader', () => {
  test.each(FILES)('%s', (tool, file) => expect(draftsOf(readImport(file)).tool).toBe(tool));
  test.each(['{}', '[]', '[1]', '{"data":{}}', '{"a":'])('%s is refused', (file) => expect(readImport(file).ok).toBe(false));
});

describe('no file does harm', () => {
  test.each(FILES.filter(([, file]) => file.startsWith('{')))('%s cut at any byte is refused with a place', (_tool, file) => {
    for (let end = 1; end < file.length; end++) {
      const got = readImport(file.slice(0, end));
      expect(got.ok).toBe(false);
    }
  });

  test.each(FILES)('%s with every value replaced by another kind', (_tool, file) => {
    for (const by of ['null', '7', '"x"', '[]', '{}', 'true', '[{"a":1}]', '"\\ud800"', '1e400', '{"__proto__":{"polluted":1}}']) {
      const changed = file.replace(/:(?:"[^"]*"|\d+|true|\[\])/g, `:${by}`);
      expect(() => readImport(changed)).not.toThrow();
      expect(() => readImport(file.replace(/\[[^[\]]*\]/g, by))).not.toThrow();
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test.each([
    ['a million levels', `{"data":${'['.repeat(1_000_000)}`, 'fault.file.tooDeep'],
    ['newer UTags', '{"meta":{"databaseVersion":9},"data":{}}', 'fault.file.newer'],
    ['newer RES', '{"SCHEMA_VERSION":7,"data":{}}', 'fault.file.newer'],
    ['NUL in a word list', 'a\u0000b', 'fault.file.notText'],
  ])('%s', (_what, file, problem) => expect(readImport(file)).toMatchObject({ ok: false, problem }));

  test('a filter nested without end is listed, not converted', () => {
    let body: unknown = { type: 'commentContent', patt: 'x' };
    for (let i = 0; i < 20; i++) body = { type: 'group', op: 'all', of: [body] };
    const file = JSON.stringify({ SCHEMA_VERSION: 2, data: { 'RESoptions.filteReddit': { customFiltersC: { value: [{ body }] } } } });
    const got = draftsOf(readRes(file));
    expect(got.rules).toEqual([]);
    expect(got.unknown).toHaveLength(1);
  });

  test('a million unknown keys are listed in short', () => {
    const file = JSON.stringify({ SCHEMA_VERSION: 2, data: Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, 1])) });
    expect(draftsOf(readRes(file)).unknown).toHaveLength(501);
  });
});

test.each([
  ['#1f72f1', 'blue'],
  ['#0f0', 'green'],
  ['#ff0000', 'red'],
  ['#ff0000aa', 'red'],
  ['#ffd400', 'yellow'],
  ['#888', 'grey'],
  ['lime', 'green'],
  ['', 'grey'],
  ['url(x)', 'grey'],
  ['constructor', 'grey'],
])('colour %s is nearest to %s', (css, colour) => expect(nearestColour(css)).toBe(colour));

test('HTML becomes text', () => {
  expect(textOfHtml('<p>a<br>b</p><img src=x onerror=alert(1)>&lt;c&gt;&nbsp;&bogus;')).toBe('a\nb\n<c> &bogus;');
});

test('an import unites with what is there, is previewed, and can be undone', async () => {
  const t = await testStore();
  const ref = { site: 'reddit.com', id: null, name: 'some_one' };
  await changePerson(t.store, 'mine', ref, { labels: [{ text: 'mine', colour: 'red' }], note: 'my note', action: 'dim' });
  let n = 0;
  const drafted = draftsToBackup(
    draftsOf(readRes(res2)),
    t.time,
    revOf(t.time, 0, 'import'),
    () => `00000000-0000-4000-9000-${String(++n).padStart(12, '0')}`,
  );
  const plan = await previewRestore(t.store, drafted.backup, UNITE_ALL);
  expect(plan.counts.people).toEqual({ add: 2, same: 0, differ: 1, drop: 0 });
  expect(plan.counts.rules.add).toBe(1);
  expect(await restore(t.store, 'import', drafted.backup, UNITE_ALL)).toMatchObject({ ok: true });
  expect(await findPerson(t.store, ref)).toMatchObject({
    note: 'my note\n▲ 4 ▼ 1',
    action: 'dim',
    labels: [{ text: 'mine' }, { text: 'expert' }],
  });
  const again = await previewRestore(t.store, drafted.backup, UNITE_ALL);
  expect(again.counts.people).toMatchObject({ add: 0 });
  await restore(t.store, 'again', drafted.backup, UNITE_ALL);
  expect(await findPerson(t.store, ref)).toMatchObject({ note: 'my note\n▲ 4 ▼ 1', labels: [{ text: 'mine' }, { text: 'expert' }] });
  await undoOperation(t.store, 'import');
  expect(await findPerson(t.store, ref)).toMatchObject({ note: 'my note', labels: [{ text: 'mine' }] });
  expect(await findPerson(t.store, { ...ref, name: 'Bothersome' })).toBeNull();
});
