import { defineContentScript } from 'wxt/utils/define-content-script';
import { isAlive } from '../../core/bus/call';
import { pageLink } from './page-link';
import { startSession } from './session';

/** A hostile page can forge WXT's "a newer script started" event; we come back this often, then give up quietly. */
const MAX_RESTARTS = 20;

export default defineContentScript({
  matches: ['*://*/*'],
  registration: 'runtime',
  runAt: 'document_start',
  allFrames: false,
  noScriptStartedPostMessage: true,
  main(context) {
    // Registered and injected by hand at once, or injected twice: one session a page.
    if (pageLink() || !(document.documentElement instanceof HTMLElement)) return;
    const session = startSession(document, () => {});
    let forged = 0;
    context.onInvalidated(() => {
      // Only an update of the extension really ends a session; then there is nobody left to ask.
      if (!isAlive() || ++forged > MAX_RESTARTS) session.stop();
    });
  },
});
