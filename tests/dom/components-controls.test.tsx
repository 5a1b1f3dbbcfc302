import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { ConditionEditor, simplest } from '../../components/condition-editor';
import { emptyCondition } from '../../components/condition-kinds';
import { LabelEditor } from '../../components/label-editor';
import { Menu } from '../../components/menu';
import { problemText } from '../../components/problem-text';
import { SearchField } from '../../components/search-field';
import { NO_STRINGS } from '../../components/strings';
import { Tabs } from '../../components/tabs';
import { Toast } from '../../components/toast';
import type { Condition } from '../../core/model/rule';
import { formatMessage } from '../../core/text/strings';
import english from '../../public/locales/en.json';
import { find, press, root, show } from '../support/stage';

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
