import base from '../../components/base.css?inline';
import mentions from '../../components/mention-list.css?inline';
import tokens from '../../components/tokens.css?inline';
import { makeHost } from '../../core/page/host';
import type { PageLink } from '../page/page-link';
import style from './style.css?inline';

/** The in-page UI's own ground: a host in the top layer, out of the reach of the page's style and scripts. */
export interface Surface {
  readonly root: ShadowRoot;
  readonly mount: HTMLElement;
  /** Presses a button of ours on behalf of a real key press. */
  press(button: HTMLElement): void;
  /** Shows what the settings say and comes to the top again, e.g. above a dialog that the page has opened since. */
  refresh(): void;
  /** Takes a keyboard or input event away from the page and gives it to what has the focus in here. True if it was ours. */
  relay(event: Event): boolean;
}

/** A page that takes the host out again and again is let have its way. */
const MAX_RETURNS = 10;
const FIRST_PAUSE_MS = 50;
/** Acts by real input only; a page's script can reach the host, and in the e2e build what is in it. */
const GUARDED = [
  'click',
  'auxclick',
  'dblclick',
  'pointerdown',
  'pointerup',
  'pointermove',
  'mousedown',
  'mouseup',
  'keydown',
  'keyup',
  'submit',
  'change',
];
/** What a page must not hear of while it happens in here. */
const PRIVATE = ['click', 'dblclick', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'wheel', 'contextmenu'];

export function createSurface(link: PageLink): Surface {
  const { document, signal } = link;
  const host = makeHost(document, 'app', `${tokens}${base}${mentions}${style}`, link.settings().theme);
  host.element.setAttribute('data-density', link.settings().density);
  const mount = document.createElement('div');
  const scale = document.createElement('style');
  host.root.append(scale, mount);
  /** A page that zooms its root (`html{zoom:1.5}`) would zoom ours too, and put it where the page's own measures do not say. */
  const unzoom = () => {
    const zoom = document.documentElement.currentCSSZoom;
    scale.textContent = zoom > 0 && zoom !== 1 ? `:host{zoom:${1 / zoom}!important}` : '';
  };
  const relayed = new WeakSet<Event>();
  const down = new Set<string>();
  for (const type of GUARDED) {
    host.root.addEventListener(
      type,
      (event) => {
        // A submit that a real key press or click led to is trusted in both browsers.
        if (event.isTrusted || relayed.has(event)) return;
        event.stopImmediatePropagation();
        event.preventDefault();
      },
      { capture: true },
    );
  }
  for (const type of PRIVATE) host.element.addEventListener(type, (event) => event.stopPropagation(), { passive: true });

  document.defaultView?.addEventListener('resize', unzoom, { passive: true, signal });
  const show = () => {
    unzoom();
    document.documentElement.append(host.outer);
    if ('popover' in host.element) {
      host.element.popover = 'manual';
      host.element.showPopover();
    }
  };
  let returns = 0;
  const guard = new MutationObserver(() => {
    if (host.element.isConnected || signal.aborted) return;
    if (++returns > MAX_RETURNS) return guard.disconnect();
    setTimeout(() => !signal.aborted && !host.element.isConnected && show(), FIRST_PAUSE_MS * 2 ** returns);
  });
  show();
  guard.observe(document.documentElement, { childList: true });
  signal.addEventListener(
    'abort',
    () => {
      guard.disconnect();
      host.outer.remove();
    },
    { once: true },
  );

  return {
    root: host.root,
    mount,
    press(button) {
      const click = new MouseEvent('click', { bubbles: true, cancelable: true });
      relayed.add(click);
      button.dispatchEvent(click);
    },
    refresh() {
      const { theme, density } = link.settings();
      host.element.setAttribute('data-density', density);
      if (theme === 'auto') host.element.removeAttribute('data-theme');
      else host.element.setAttribute('data-theme', theme);
      unzoom();
      if (!host.element.isConnected && returns <= MAX_RETURNS) show();
    },
    relay(event) {
      if (!event.isTrusted) return false;
      const code = event instanceof KeyboardEvent ? event.code : '';
      // The focus may have left with the key still down: its release is not the page's business either.
      const isRelease = event.type === 'keyup' && down.delete(code);
      if (event.target !== host.element && !isRelease) return false;
      if (event.type === 'keydown') down.add(code);
      event.stopImmediatePropagation();
      if (event.target !== host.element) return true;
      const active = host.root.activeElement ?? host.root;
      const copy =
        event instanceof KeyboardEvent
          ? new KeyboardEvent(event.type, {
              key: event.key,
              code: event.code,
              shiftKey: event.shiftKey,
              ctrlKey: event.ctrlKey,
              metaKey: event.metaKey,
              altKey: event.altKey,
              repeat: event.repeat,
              isComposing: event.isComposing,
              bubbles: true,
              cancelable: true,
            })
          : new Event(event.type, { bubbles: true, cancelable: true });
      relayed.add(copy);
      if (!active.dispatchEvent(copy)) event.preventDefault();
      return true;
    },
  };
}
