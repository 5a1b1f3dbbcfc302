import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startBoot } from './boot';

// Not a content script of WXT's: its context announces itself to the page under the extension's name, by which any page could tell that we are here.
export default defineUnlistedScript(() => {
  if (document.documentElement instanceof HTMLElement) startBoot(document);
});
