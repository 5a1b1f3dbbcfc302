import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach } from 'vitest';
import { Surface } from '../../components/surface';
import { DEFAULT_SETTINGS, type Settings } from '../../core/model/settings';
import english from '../../public/locales/en.json';
import traditional from '../../public/locales/zh-TW.json';
import '../../components/tokens.css';
import '../../components/base.css';

/** Where views are shown; made anew for each test. */
export let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('main');
  document.body.append(root);
  document.documentElement.style.background = 'var(--paper)';
});
afterEach(() => {
  act(() => render(null, root));
  root.remove();
});

/** Shows a view within the frame of Postil's own pages. */
export function show(view: ComponentChild, { lang = 'en', theme = 'light' as Settings['theme'] } = {}): void {
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

/** A key pressed on an element, with Shift or Ctrl where `more` says so. */
export function press(element: Element, key: string, more: KeyboardEventInit = {}): void {
  void act(() => void element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })));
}

/** The first element that matches; throws without one. */
export const find = <T extends Element = HTMLElement>(selector: string): T => {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};
