import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readRecords } from '../../core/page/adapter/read-records';
import { detectInSteps } from '../../core/page/detect';
import { growInSteps } from '../../core/page/grow';
import { learnLook } from '../../core/page/learn-look';
import { toThread } from '../../core/page/to-thread';
import { world } from '../page/world';
import { scout } from './scout';

// Reads comments: by adapters and by structure. Comes into a page when it holds words, or with the page where comments are known.
export default defineUnlistedScript(() => {
  world().finder ??= {
    detectInSteps: (document, options) => detectInSteps(document, options, world().story ?? null),
    growInSteps,
    readAs(document, adapter, options) {
      try {
        return toThread(document, readRecords(document, adapter, options), options);
      } catch {
        return null; // broken css: the full pass will tell
      }
    },
    learnLook,
    scout,
  };
});
