import { defineContentScript } from 'wxt/utils/define-content-script';
import { isAlive } from '../../core/bus/call';
import { sweep } from '../../core/page/sweep';
import { pageLink } from './page-link';
import { startSession } from './session';

/** In Firefox the script behind an old panel is dead, but its text can still be selected: it goes with the first click elsewhere. In Chromium it lives and sees to itself. */
function clearUp(panels: readonly Element[]): void {
  if (panels.length === 0 || !('wrappedJSObject' in window)) return;
  const stopper = new AbortController();
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted || panels.includes(event.target as Element)) return;
      for (const panel of panels) panel.remove();
      stopper.abort();
    },
    { capture: true, passive: true, signal: stopper.signal },
  );
}

export default defineContentScript({
  matches: ['*://*/*'],
  registration: 'runtime',
  runAt: 'document_start',
  allFrames: false,
  noScriptStartedPostMessage: true,
  main(context) {
    // Registered and injected by hand at once, or injected twice: one session a page.
    if (pageLink() || !(document.documentElement instanceof HTMLElement)) return;
    // A script that is injected into a page that is already there may follow one that was updated away.
    if (document.readyState !== 'loading') clearUp(sweep(document));
    const session = startSession(document);
    // A page can forge the event that says "a newer script started": only a dead extension ends a session, and nothing hangs on the context.
    context.onInvalidated(() => {
      if (!isAlive()) session.orphaned();
    });
  },
});
