import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSettings } from './surface';
import type { Selection } from './use-selection';
import './virtual-list.css';

const COMPACT = 0.84; // share of the usual row height that two lines need in compact density
const SPARE_ROWS = 8; // kept above and below the view, so that a flick of the wheel shows no gap

interface Props {
  readonly label: string;
  readonly count: number;
  /** Height of every row in CSS pixels; a row that is taller is cut. */
  readonly rowHeight: number;
  /** Must be stable for one item. */
  readonly keyOf: (index: number) => string;
  readonly row: (index: number) => ComponentChildren;
  /** Told which rows are drawn, so that what is near can be read ahead. */
  readonly onRange?: (first: number, last: number) => void;
  /** Enter on the current row. */
  readonly onOpen?: (index: number) => void;
  /** Delete on the current row. */
  readonly onDelete?: (index: number) => void;
  /** Rows can be chosen: a box before each, Space, Shift with a click or the arrows, Ctrl or Cmd with A; Escape lets go. */
  readonly selection?: Selection;
  /** What the box before a row is called. */
  readonly selectLabel?: string;
}

/**
 * A list of any length of which only the rows in view exist. Scrolls in its own box.
 * One row is in the tab order; up, down, page keys, Home and End move it, Enter opens, Delete deletes.
 */
export function VirtualList({
  label,
  count,
  rowHeight: comfortable,
  keyOf,
  row,
  onRange,
  onOpen,
  onDelete,
  selection,
  selectLabel,
}: Props) {
  const { density } = useSettings();
  const rowHeight = density === 'compact' ? Math.round(comfortable * COMPACT) : comfortable;
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const [current, setCurrent] = useState(0);
  const wantsFocus = useRef(false);
  const at = Math.min(current, Math.max(0, count - 1));

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, []);

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    box.current?.querySelector<HTMLElement>(`[data-index="${at}"]`)?.focus({ preventScroll: true });
  });

  const go = (to: number) => {
    const index = Math.max(0, Math.min(count - 1, to));
    const element = box.current;
    if (element) {
      const top = index * rowHeight;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + rowHeight > element.scrollTop + element.clientHeight) element.scrollTop = top + rowHeight - element.clientHeight;
      setView({ top: element.scrollTop, height: element.clientHeight });
    }
    wantsFocus.current = true;
    setCurrent(index);
  };

  /** The keys of choosing; true if it was one. */
  const choose = (event: KeyboardEvent): boolean => {
    if (!selection) return false;
    const step = event.shiftKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined;
    if (step !== undefined) {
      const to = Math.max(0, Math.min(count - 1, at + step));
      selection.extend(at, to);
      go(to);
    } else if (event.key === ' ') selection.toggle(at, event.shiftKey);
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') selection.all();
    else if (event.key === 'Escape' && selection.chosen.size > 0) selection.clear();
    else return false;
    return true;
  };

  const press = (event: KeyboardEvent) => {
    // Keys of a control inside the row belong to that control.
    if (!(event.target as Element).matches('.virtual-row')) return;
    if (choose(event)) return event.preventDefault();
    const page = Math.max(1, Math.floor(view.height / rowHeight) - 1);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -count, End: count };
    const step = steps[event.key];
    if (step !== undefined) go(at + step);
    else if (event.key === 'Enter' && onOpen) onOpen(at);
    else if (event.key === 'Delete' && onDelete) {
      wantsFocus.current = true;
      onDelete(at);
    } else return;
    event.preventDefault();
  };

  const first = Math.max(0, Math.floor(view.top / rowHeight) - SPARE_ROWS);
  const last = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + SPARE_ROWS);
  useEffect(() => onRange?.(first, last), [first, last, count]);
  const shown: number[] = [];
  for (let index = first; index < last; index++) shown.push(index);
  // The focused row stays in the document wherever the view is, so that focus is never lost by scrolling.
  if (count > 0 && (at < first || at >= last)) shown.push(at);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the rows
    <div class="virtual" ref={box} onKeyDown={press}>
      <ul class="virtual-all" aria-label={label} style={{ height: `${count * rowHeight}px` }}>
        {shown.map((index) => (
          <li
            key={keyOf(index)}
            class={`virtual-row${selection ? ' choosable' : ''}${selection?.chosen.has(keyOf(index)) ? ' chosen' : ''}`}
            data-index={index}
            aria-setsize={count}
            aria-posinset={index + 1}
            tabIndex={index === at ? 0 : -1}
            style={{ height: `${rowHeight}px`, transform: `translateY(${index * rowHeight}px)` }}
            onFocusIn={() => setCurrent(index)}
          >
            {selection && (
              <label class="virtual-box">
                <input
                  type="checkbox"
                  tabIndex={-1}
                  aria-label={selectLabel ?? ''}
                  checked={selection.chosen.has(keyOf(index))}
                  onClick={(event) => {
                    // The box follows the selection, which the click changes: Shift chooses all between.
                    event.preventDefault();
                    const { shiftKey } = event;
                    setTimeout(() => selection.toggle(index, shiftKey));
                  }}
                />
              </label>
            )}
            {row(index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
