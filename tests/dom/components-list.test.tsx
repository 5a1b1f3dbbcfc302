import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { useSelection } from '../../components/use-selection';
import { VirtualList } from '../../components/virtual-list';
import { find, press, root, show } from '../support/stage';

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

describe('choosing rows', () => {
  const KEYS = ['a', 'b', 'c', 'd', 'e'];
  let seen: readonly string[] = [];
  function Choosable({ keys }: { readonly keys: readonly string[] }) {
    const selection = useSelection(keys);
    seen = [...selection.chosen].sort();
    return (
      <VirtualList
        label="All"
        count={keys.length}
        rowHeight={40}
        keyOf={(index) => keys[index]!}
        row={(index) => keys[index]!}
        selection={selection}
        selectLabel="Choose"
      />
    );
  }
  const row = (index: number) => find(`[data-index="${index}"]`);
  const click = async (index: number, shiftKey = false) => {
    act(
      () =>
        void row(index)
          .querySelector('input')!
          .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey })),
    );
    await act(() => new Promise((done) => setTimeout(done)));
  };
  beforeEach(() => {
    root.style.cssText = 'display:flex;flex-direction:column;height:400px;width:300px';
    show(<Choosable keys={KEYS} />);
  });

  test('by clicks, with Shift from the last one to this one in either direction', async () => {
    await click(3);
    await click(1, true);
    expect(seen).toEqual(['b', 'c', 'd']);
    await click(2);
    expect(seen).toEqual(['b', 'd']);
    expect(row(1).querySelector('input')!.checked).toBe(true);
    expect(row(2).querySelector('input')!.checked).toBe(false);
  });

  test('by keys: Space, Shift with arrows, Ctrl+A, Escape', () => {
    row(0).focus();
    press(row(0), ' ');
    expect(seen).toEqual(['a']);
    press(row(0), 'ArrowDown', { shiftKey: true });
    press(row(1), 'ArrowDown', { shiftKey: true });
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(document.activeElement).toBe(row(2));
    press(row(2), 'a', { ctrlKey: true });
    expect(seen).toEqual(KEYS);
    press(row(2), 'Escape');
    expect(seen).toEqual([]);
  });

  test('what leaves the list is no longer chosen', async () => {
    await click(1);
    await click(4);
    show(<Choosable keys={['a', 'e']} />);
    expect(seen).toEqual(['e']);
  });
});
