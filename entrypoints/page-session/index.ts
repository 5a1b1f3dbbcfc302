import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { world } from '../page/world';
import { startSession } from './session';

// Decides and paints. Comes into a page with its first thread, or together with page.js where comments are known.
export default defineUnlistedScript(() => {
  const shared = world();
  if (shared.session) return;
  shared.session = startSession;
  shared.boot?.arrived();
});
