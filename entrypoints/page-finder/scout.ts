import type { Found } from '../../core/page/found';
import { createReading } from '../../core/page/reading';
import { createWatch } from '../../core/page/watch';
import { watchLife } from '../page/life';
import { ownIn, type Stored, shelfIn } from '../page/stored';
import { type PageBoot, world } from '../page/world';

/** A page without a thread is watched this long after it loaded, then let go. */
const SETTLE_MS = 4000;
/** After a click or scroll such a page is watched again: comments are often fetched only then. */
const REARM_MS = 2500;

/** Looks for comments on a page until there are some, now and whenever it has grown. Tells of them once and is gone. */
export function scout({ document, stop }: PageBoot, stored: Stored, onFound: (found: Found) => void, signal: AbortSignal): void {
  const url = () => document.location.href;
  const [own, shelf] = [ownIn(stored), shelfIn(stored)];
  let settled: ReturnType<typeof setTimeout> | undefined;
  const settle = (ms: number) => {
    clearTimeout(settled);
    if (document.readyState === 'complete') settled = setTimeout(() => reading.isReading() || watch.rest(), ms);
  };
  const reading = createReading({
    read: () => world().finder!.detectInSteps(document, { url: url(), now: Date.now(), own, shelf }),
    done(found, milliseconds, again) {
      if (found.thread) return onFound(found);
      watch.also(found.trees ?? []);
      watch.passed(milliseconds);
      if (again) watch.plan();
      settle(SETTLE_MS);
    },
    failed(problem) {
      throw problem;
    },
  });
  const watch = createWatch(
    document,
    {
      onChange(records) {
        for (const { target } of records) reading.touched(target);
        return false;
      },
      onQuiet: reading.start,
    },
    signal,
  );
  const again = () => {
    reading.drop();
    watch.start();
    watch.plan();
  };
  watchLife(
    { document, signal, url },
    {
      navigated: again,
      returned: again,
      loaded: () => settle(SETTLE_MS),
      stirred() {
        watch.start();
        settle(REARM_MS);
      },
      orphaned: stop,
    },
  );
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(settled);
      reading.drop();
    },
    { once: true },
  );
  watch.start();
  reading.start();
}
