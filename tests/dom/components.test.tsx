import axe from 'axe-core';
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ActivityPlot, joinBins } from '../../components/activity-plot';
import { ConditionEditor, simplest } from '../../components/condition-editor';
import { emptyCondition, itemsOf } from '../../components/condition-kinds';
import { DigestView } from '../../components/digest-view';
import { LabelEditor } from '../../components/label-editor';
import { Menu } from '../../components/menu';
import { Name, visibleName } from '../../components/name';
import { problemText } from '../../components/problem-text';
import { SearchField } from '../../components/search-field';
import { Segmented } from '../../components/segmented';
import { SentenceList } from '../../components/sentence-list';
import { piecesOf, Spans } from '../../components/spans';
import { StateView } from '../../components/state-view';
import { NO_STRINGS } from '../../components/strings';
import { Surface } from '../../components/surface';
import { Switch } from '../../components/switch';
import { Tabs } from '../../components/tabs';
import { Toast } from '../../components/toast';
import { VirtualList } from '../../components/virtual-list';
import type { Condition } from '../../core/model/rule';
import { DEFAULT_SETTINGS, type Settings } from '../../core/model/settings';
import type { Digest } from '../../core/model/summary';
import type { Comment, Thread } from '../../core/model/thread';
import { formatMessage } from '../../core/text/strings';
import english from '../../public/locales/en.json';
import traditional from '../../public/locales/zh-TW.json';
import '../../components/tokens.css';
import '../../components/base.css';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('main');
  document.body.append(root);
  document.documentElement.style.background = 'var(--paper)';
});
afterEach(() => {
  act(() => render(null, root));
  root.remove();
});

function show(view: ComponentChild, { lang = 'en', theme = 'light' as Settings['theme'] } = {}): void {
  const texts = lang === 'zh-TW' ? traditional : english;
  act(() =>
    render(
      <Surface settings={{ ...DEFAULT_SETTINGS, theme }} strings={{ lang, texts }}>
        {view}
      </Surface>,
      root,
    ),
  );
}
const press = (element: Element, key: string) =>
  act(() => void element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
const find = <T extends Element = HTMLElement>(selector: string): T => {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};

describe('names', () => {
  test.each([
    ['bob', 'bob'],
    ['b\u200bob', 'b◌ob'],
    ['\u202eevil', '◌evil'],
    ['👩\u200d👩\u200d👧', '👩\u200d👩\u200d👧'],
    ['a\u00adb', 'a◌b'],
    ['محمد', 'محمد'],
    ['阿澄', '阿澄'],
  ])('%s is shown as %s', (name, shown) => {
    expect(visibleName(name)).toBe(shown);
  });
  test('a name is isolated from the direction around it, and never empty', () => {
    show(<Name name="" />);
    expect(find('bdi').textContent).toBe(english['common.noName']);
  });
});

describe('marked ranges', () => {
  test.each([
    [5, [], '0-5'],
    [5, [{ start: 1, end: 3 }], '0-1 1-3* 3-5'],
    [
      5,
      [
        { start: 2, end: 4 },
        { start: 0, end: 3 },
      ],
      '0-3* 3-4* 4-5',
    ],
    [5, [{ start: 3, end: 99 }], '0-3 3-5*'],
    [5, [{ start: 4, end: 2 }], '0-5'],
  ])('%i characters, %j', (length, ranges, wanted) => {
    const text = piecesOf(length, ranges).map(({ start, end, marked }) => `${start}-${end}${marked ? '*' : ''}`);
    expect(text.join(' ')).toBe(wanted);
  });
  test('markup in a text stays text', () => {
    show(<Spans text={'<img src=x onerror="alert(1)">'} ranges={[{ start: 0, end: 4 }]} />);
    expect(root.querySelector('img')).toBeNull();
    expect(find('mark').textContent).toBe('<img');
  });
});

test.each([
  [[1, 2, 3], 8, [1, 2, 3]],
  [[1, 1, 1, 1, 1], 2, [3, 2]],
  [[], 8, []],
])('bins %j in at most %i bars', (counts, most, wanted) => {
  expect(joinBins(counts, most)).toEqual(wanted);
});

test.each([
  ['spam, 广告，推广、x', ['spam', '广告', '推广', 'x']],
  [' a ,a,, ', ['a']],
  ['one word\ntwo', ['one word', 'two']],
])('typed items %j', (text, wanted) => {
  expect(itemsOf(text)).toEqual(wanted);
});

test('tabs: arrows move choice and focus, and wrap', () => {
  const onChange = vi.fn();
  const tabs = [
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
  ];
  show(
    <Tabs label="t" value="a" tabs={tabs} onChange={onChange}>
      x
    </Tabs>,
  );
  press(find('[role=tablist]'), 'ArrowLeft');
  expect(onChange).toHaveBeenLastCalledWith('b');
  expect(document.activeElement?.id).toBe('tab-b');
  expect([...root.querySelectorAll<HTMLElement>('[role=tab]')].map((tab) => tab.tabIndex)).toEqual([0, -1]);
});

test('menu: opens on its first entry, Escape gives the focus back', () => {
  const onChoose = vi.fn();
  show(
    <Menu
      label="Copy"
      items={[
        { id: 'x', label: 'X' },
        { id: 'y', label: 'Y' },
      ]}
      onChoose={onChoose}
    />,
  );
  act(() => find('button').click());
  expect(document.activeElement?.textContent).toBe('X');
  press(document.activeElement!, 'ArrowDown');
  expect(document.activeElement?.textContent).toBe('Y');
  press(document.activeElement!, 'Escape');
  expect(root.querySelector('[role=menu]')).toBeNull();
  expect(document.activeElement).toBe(find('button'));
  act(() => find('button').click());
  act(() => root.querySelectorAll<HTMLElement>('[role=menuitem]')[1]!.click());
  expect(onChoose).toHaveBeenCalledWith('y');
});

test('search waits for a pause and not for composition', async () => {
  const onSearch = vi.fn();
  show(<SearchField label="Find" value="" onSearch={onSearch} />);
  const box = find<HTMLInputElement>('input');
  const input = (value: string, isComposing: boolean) => {
    box.value = value;
    act(() => void box.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing })));
  };
  input('ping', true);
  await new Promise((done) => setTimeout(done, 200));
  expect(onSearch).not.toHaveBeenCalled();
  input('a', false);
  input('ab', false);
  await new Promise((done) => setTimeout(done, 200));
  expect(onSearch.mock.calls).toEqual([['ab']]);
});

describe('a list of 100,000', () => {
  const opened = vi.fn();
  const removed = vi.fn();
  beforeEach(() => {
    root.style.cssText = 'display:flex;flex-direction:column;height:400px;width:300px';
    show(
      <VirtualList
        label="All"
        count={100_000}
        rowHeight={40}
        keyOf={(index) => String(index)}
        row={(index) => `row ${index}`}
        onOpen={opened}
        onDelete={removed}
      />,
    );
  });
  test('holds only the rows in view', () => {
    expect(root.querySelectorAll('li').length).toBeLessThan(40);
    expect(find('li').getAttribute('aria-setsize')).toBe('100000');
    expect(find('.virtual').scrollHeight).toBe(4_000_000);
  });
  test('is walked by keyboard to its end and back', () => {
    find('li').focus();
    press(document.activeElement!, 'End');
    expect(document.activeElement?.textContent).toBe('row 99999');
    press(document.activeElement!, 'ArrowUp');
    expect(document.activeElement?.textContent).toBe('row 99998');
    press(document.activeElement!, 'Enter');
    expect(opened).toHaveBeenLastCalledWith(99_998);
    press(document.activeElement!, 'Delete');
    expect(removed).toHaveBeenLastCalledWith(99_998);
    press(document.activeElement!, 'Home');
    expect(document.activeElement?.textContent).toBe('row 0');
  });
  test('keeps the focused row when it is scrolled out of view', async () => {
    find('li').focus();
    find('.virtual').scrollTop = 2_000_000;
    await new Promise((done) => setTimeout(done, 100));
    expect(document.activeElement?.textContent).toBe('row 0');
    expect(root.textContent).toContain('row 50000');
  });
});

test('a known label brings its colour; the same label is not added twice', () => {
  const onChange = vi.fn();
  show(<LabelEditor labels={[{ text: 'old', colour: 'red' }]} suggestions={[{ text: 'good', colour: 'green' }]} onChange={onChange} />);
  const box = find<HTMLInputElement>('.label-text');
  const type = (value: string) => {
    box.value = value;
    act(() => void box.dispatchEvent(new InputEvent('input', { bubbles: true })));
    act(() => find<HTMLFormElement>('form').requestSubmit());
  };
  type(' good ');
  expect(onChange).toHaveBeenLastCalledWith([
    { text: 'old', colour: 'red' },
    { text: 'good', colour: 'green' },
  ]);
  type('old');
  expect(onChange).toHaveBeenLastCalledWith([{ text: 'old', colour: 'green' }]);
  const calls = onChange.mock.calls.length;
  type('   ');
  expect(onChange.mock.calls.length).toBe(calls);
});

describe('conditions', () => {
  test('a lone condition is edited as a row and saved without its group', () => {
    const onChange = vi.fn();
    const when: Condition = { kind: 'words', words: ['spam'], part: false, lookalikes: false, spaced: false };
    show(<ConditionEditor when={when} onChange={onChange} />);
    act(() => find('.condition-group > .btn').click());
    const next: Condition = onChange.mock.lastCall![0];
    expect(next).toEqual({ kind: 'all', of: [when, emptyCondition('words')] });
    expect(simplest({ kind: 'all', of: [{ kind: 'any', of: [when] }] })).toEqual(when);
    expect(simplest({ kind: 'none', of: [when] })).toEqual({ kind: 'none', of: [when] });
  });
  test('another kind starts empty, another group keeps its rows', () => {
    const onChange = vi.fn();
    const inner: Condition = { kind: 'any', of: [{ kind: 'first' }, { kind: 'new' }] };
    show(<ConditionEditor when={{ kind: 'all', of: [inner, { kind: 'mine' }] }} onChange={onChange} />);
    const choose = (at: number, kind: string) => {
      const select = root.querySelectorAll<HTMLSelectElement>('.condition-head > select')[at]!;
      select.value = kind;
      act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
    };
    choose(0, 'none');
    expect(onChange).toHaveBeenLastCalledWith({ kind: 'all', of: [{ kind: 'none', of: inner.of }, { kind: 'mine' }] });
    choose(3, 'links');
    expect(onChange).toHaveBeenLastCalledWith({ kind: 'all', of: [inner, { kind: 'links', range: { min: null, max: null } }] });
  });
});

test.each([
  ['fault.silent', 'Postil did not answer'],
  ['rules.expected: most', '“most” is expected here'],
  ['invalid named capture', 'invalid named capture'],
  ['Error: disk. Full.', 'Error: disk. Full.'],
])('a problem %s is said as %s', (problem, said) => {
  const t = (key: string, values: Readonly<Record<string, string | number>> = {}) => formatMessage(english, key, values);
  expect(problemText(problem, { ...NO_STRINGS, t })).toBe(said);
});

test('a toast is read out, offers undo and goes by itself', () => {
  vi.useFakeTimers();
  const onClose = vi.fn();
  const undo = vi.fn();
  show(<Toast message={{ id: '1', text: 'Done', undo }} onClose={onClose} />);
  expect(find('[role=status]').textContent).toContain('Done');
  act(() => find('button').click());
  expect(undo).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(7900);
  expect(onClose).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(onClose).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

const comment = (key: string, name: string, text: string, more: Partial<Comment> = {}): Comment => ({
  key,
  id: null,
  author: { name, id: null, url: null },
  text,
  date: null,
  dateText: null,
  floor: null,
  depth: 0,
  parentKey: null,
  score: null,
  quotes: [],
  op: false,
  ...more,
});
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
  expect(root.textContent).toContain('#16');
  expect(root.textContent).toContain('No. 2');
  act(() => find('button.marked').click());
  expect(onReveal).toHaveBeenCalledWith('a');
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
  expect(getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()).toBe('#1b1a17');
  show('x');
  expect(getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()).toBe('#ffffff');
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
