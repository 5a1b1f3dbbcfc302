import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ok, refused } from '../../../core/model/result';
import { wordRule } from '../../../core/model/word-rule';
import { changePerson } from '../../../core/store/people';
import { putRule } from '../../../core/store/rules';
import { recordVisit } from '../../../core/store/visits';
import { createOmnibox } from '../../../entrypoints/background/omnibox';
import { useFake } from '../../support/fake-browser';
import { testStore } from '../../support/store';

vi.mock('wxt/browser', () => import('../../support/fake-browser'));
let fake = useFake();
beforeEach(() => {
  fake = useFake();
});

const THREAD = 'https://forum.example/t/1';

/** A library of one person, one rule and one thread, and the address bar over it. */
async function filled(inXml: boolean) {
  const { store } = await testStore();
  await changePerson(
    store,
    'op-1',
    { site: 'forum.example', id: '7', name: 'Ink & <Paper>' },
    { labels: [{ text: '靠谱', colour: 'green' }] },
  );
  await putRule(store, 'op-2', null, wordRule(['casino'], 'no casino'));
  const visit = { site: 'forum.example', threadKey: 'forum.example/t/1', url: THREAD, title: 'Which ink?', seen: [], commentCount: 3 };
  await recordVisit(store, visit);
  return createOmnibox(async () => ok(store), inXml);
}

describe('what the address bar finds', () => {
  test.each([
    {
      query: '靠谱',
      inXml: true,
      content: /^#\/people\/[-\w]+$/,
      description: 'Ink &amp; &lt;Paper&gt; <dim>– 靠谱 · forum.example</dim>',
    },
    { query: '靠譜', inXml: false, content: /^#\/people\/[-\w]+$/, description: 'Ink & <Paper> – 靠谱 · forum.example' },
    { query: 'casino', inXml: true, content: /^#\/rules\/[-\w]+$/, description: 'no casino' },
    { query: 'which', inXml: false, content: /^https:\/\/forum\.example\/t\/1$/, description: 'Which ink? – forum.example' },
  ])('$query (as XML: $inXml)', async ({ query, inXml, content, description }) => {
    expect(await (await filled(inXml)).suggest(query)).toEqual([{ content: expect.stringMatching(content), description }]);
  });

  test('nothing for nothing, and nothing while the database does not open', async () => {
    expect(await (await filled(true)).suggest('  ')).toEqual([]);
    expect(await createOmnibox(async () => refused('fault.database.failed'), true).suggest('ink')).toEqual([]);
  });
});

test('a thread without an address leads to its list', async () => {
  const { store } = await testStore();
  await recordVisit(store, { site: 'forum.example', threadKey: 'forum.example/t/2', url: '', title: 'Nowhere', seen: [], commentCount: 1 });
  const [line] = await createOmnibox(async () => ok(store), true).suggest('nowhere');
  expect(line?.content).toMatch(/^#\/threads/);
});

test.each([
  ['a view', '#/people/1', 'currentTab', 'chrome-extension://postil-id/library.html#/people/1'],
  ['a page', THREAD, 'newForegroundTab', THREAD],
  [
    'what was typed, as a search of the view that has it',
    'casino',
    'newForegroundTab',
    'chrome-extension://postil-id/library.html#/rules?q=casino',
  ],
  ['what nothing has', 'zzz & co', 'newBackgroundTab', 'chrome-extension://postil-id/library.html#/people?q=zzz+%26+co'],
])('opens %s', async (_what, text, disposition, url) => {
  await (await filled(true)).open(text, disposition);
  expect(fake.state.opened).toEqual([url]);
});
