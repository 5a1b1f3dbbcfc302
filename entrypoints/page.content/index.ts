import { defineContentScript } from 'wxt/utils/define-content-script';
import { isAlive } from '../../core/bus/call';
import { pageLink } from './page-link';
import { startSession } from './session';

export default defineContentScript({
  matches: ['*://*/*'],
  registration: 'runtime',
  runAt: 'document_start',
  allFrames: false,
  noScriptStartedPostMessage: true,
  main(context) {
    // Registered and injected by hand at once, or injected twice: one session a page.
    if (pageLink() || !(document.documentElement instanceof HTMLElement)) return;
    const session = startSession(document);
    // A page can forge the event that says "a newer script started": only a dead extension ends a session, and nothing hangs on the context.
    context.onInvalidated(() => {
      if (!isAlive()) session.orphaned();
    });
  },
});
