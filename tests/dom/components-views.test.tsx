import axe from 'axe-core';
import type { ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { ActivityPlot } from '../../components/activity-plot';
import { ConditionEditor } from '../../components/condition-editor';
import { emptyCondition } from '../../components/condition-kinds';
import { DigestView } from '../../components/digest-view';
import { LabelEditor } from '../../components/label-editor';
import { Menu } from '../../components/menu';
import { SearchField } from '../../components/search-field';
import { Segmented } from '../../components/segmented';
import { SentenceList } from '../../components/sentence-list';
import { StateView } from '../../components/state-view';
import { Switch } from '../../components/switch';
import { Tabs } from '../../components/tabs';
import { Toast } from '../../components/toast';
import { VirtualList } from '../../components/virtual-list';
import type { Digest } from '../../core/model/summary';
import type { Thread } from '../../core/model/thread';
import { commentOf as comment } from '../support/comment';
import { find, root, show } from '../support/stage';

const thread: Thread = {
  key: 't',
  url: 'https://forum.example/t',
  title: 'T',
  site: 'forum.example',
  declared: 60,
  adapter: null,
  reader: null,
  comments: [comment('a', '阿澄', '這份聲明到底約束了誰?', { floor: '16' }), comment('b', 'bob', 'Which clause binds anyone?')],
};
const digest: Digest = {
  comments: 51,
  leftOut: 16,
  declared: 60,
  people: 13,
  busiest: [{ name: 'bob', count: 4 }],
  maxDepth: 2,
  activity: { bins: ['2026-01-01', '2026-01-02'], counts: [3, 1] },
  span: { from: '2026-01-01', to: '2026-01-02' },
  langs: [
    { lang: 'zh-Hant', count: 20 },
    { lang: 'en', count: 15 },
  ],
  duplicates: [{ keys: ['a', 'b'], near: true }],
  representative: [{ key: 'a', text: '這份聲明到底約束了誰?' }],
  mostReplied: [{ key: 'b', count: 2 }],
  mostVoted: [{ key: 'b', score: 12 }],
  terms: ['約束', 'clause'],
  replyPairs: [{ key: 'b', parentKey: 'a' }],
};

test('the digest says what was left out and links each comment to its place', () => {
  const onReveal = vi.fn();
  show(<DigestView digest={digest} thread={thread} onReveal={onReveal} />);
  expect(root.textContent).toContain('16 of 51 left out');
  // Counted with the people who wrote them: what is left out is neither quoted nor counted.
  expect(root.textContent).toContain('35 comments · 13 people');
  expect(root.textContent).toContain('#16');
  expect(root.textContent).toContain('No. 2');
  act(() => find('button.marked').click());
  expect(onReveal).toHaveBeenCalledWith('a');
});

test('of an endless comment only the beginning is drawn', () => {
  const endless = { ...thread, comments: [comment('a', 'bob', '😀'.repeat(5000)), comment('b', 'bob', 'x'.repeat(5000))] };
  show(
    <DigestView
      digest={{ ...digest, representative: [{ key: 'b', text: `x${'😀'.repeat(5000)}` }] }}
      thread={endless}
      onReveal={() => {}}
    />,
  );
  for (const quote of root.querySelectorAll('.clamp')) {
    expect(quote.textContent!.length).toBeLessThan(402);
    expect(quote.textContent).not.toMatch(/[\ud800-\udbff]…$/);
  }
});

test('a sentence is pointed at on hover and focus, and shown on click', () => {
  const onReveal = vi.fn();
  const onPoint = vi.fn();
  const sentence = { text: 'A sentence.', block: 0, start: 0, end: 11 };
  show(<SentenceList label="Summary" sentences={[sentence]} lang="en" onReveal={onReveal} onPoint={onPoint} />);
  const button = find<HTMLButtonElement>('button');
  act(() => button.focus());
  expect(onPoint).toHaveBeenLastCalledWith(sentence);
  act(() => button.blur());
  expect(onPoint).toHaveBeenLastCalledWith(null);
  act(() => button.click());
  expect(onReveal).toHaveBeenCalledWith(sentence);
});

test('the frame sets language and theme on the document', () => {
  show('x', { lang: 'zh-TW', theme: 'dark' });
  expect(document.documentElement.lang).toBe('zh-TW');
  expect(getComputedStyle(document.documentElement).backgroundColor).toBe('rgb(27, 26, 23)');
  show('x');
  expect(getComputedStyle(document.documentElement).backgroundColor).toBe('rgb(255, 255, 255)');
});

describe.each(['light', 'dark'] as const)('%s: axe finds nothing', (theme) => {
  const none = () => undefined;
  test.each<[string, ComponentChild]>([
    [
      'switch and segmented',
      [
        <Switch on label="On here" onChange={none} />,
        <Switch on={false} label="Off" onChange={none} />,
        <Segmented
          name="s"
          label="Length"
          value="a"
          options={[
            { value: 'a', label: 'A' },
            { value: 'b', label: 'B' },
          ]}
          onChange={none}
        />,
      ],
    ],
    [
      'tabs',
      <Tabs
        label="Tabs"
        value="a"
        tabs={[
          { id: 'a', label: 'A' },
          { id: 'b', label: 'B' },
        ]}
        onChange={none}
      >
        text
      </Tabs>,
    ],
    [
      'search, menu, plot',
      [
        <SearchField label="Find" value="" onSearch={none} />,
        <Menu label="Copy" items={[]} onChoose={none} />,
        <ActivityPlot activity={digest.activity!} label="Two days" />,
      ],
    ],
    [
      'states',
      [
        <StateView kind="busy" title="Reading" />,
        <StateView title="Nothing" text="why">
          <button type="button" class="btn primary">
            Do
          </button>
        </StateView>,
      ],
    ],
    ['digest', <DigestView digest={digest} thread={thread} onReveal={none} />],
    [
      'labels',
      <LabelEditor
        labels={[
          { text: 'red', colour: 'red' },
          { text: 'yellow', colour: 'yellow' },
          { text: 'grey', colour: 'grey' },
        ]}
        suggestions={[]}
        onChange={none}
      />,
    ],
    [
      'conditions',
      <ConditionEditor
        when={{ kind: 'any', of: [emptyCondition('words'), emptyCondition('regex'), emptyCondition('links'), emptyCondition('all')] }}
        onChange={none}
      />,
    ],
    [
      'list',
      <div style="height:200px;display:flex;flex-direction:column">
        <VirtualList
          label="All"
          count={50}
          rowHeight={40}
          keyOf={String}
          row={(index) => (
            <button type="button" class="btn">
              row {index}
            </button>
          )}
        />
      </div>,
    ],
    ['toast', <Toast message={{ id: 't', text: 'Done', undo: none }} onClose={none} />],
  ])('%s', async (_name, view) => {
    show(view, { theme });
    const { violations } = await axe.run(root, { rules: { region: { enabled: false } } });
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html} ${violation.nodes[0]?.failureSummary}`)).toEqual([]);
  });
});
