import { readStored, watchStored } from '../../core/bus/bell';
import { threadKeyOf } from '../../core/model/address';
import type { Decision } from '../../core/model/decision';
import type { Mark } from '../../core/model/mark';
import type { DetectOptions, Found } from '../../core/page/found';
import { setHighlight } from '../../core/page/highlight';
import { bringsComments, isNearThread } from '../../core/page/near-thread';
import { createNews } from '../../core/page/news';
import { createReading } from '../../core/page/reading';
import { isLoading } from '../../core/page/safe-write';
import type { Steps } from '../../core/page/steps';
import { createWatch } from '../../core/page/watch';
import { translatorOf } from '../../core/text/strings';
import { watchLife } from '../page/life';
import { bellKeys, stateKeys } from '../page/stored';
import { type PageBoot, type RunningSession, world } from '../page/world';
import { createAftermath } from './aftermath';
import { createHold } from './hold';
import { inTurns } from './in-turns';
import { createJudge } from './judge';
import { createLateParts } from './late-parts';
import { showMarks } from './marks';
import { answerCommands } from './page-commands';
import { listenToPageKeys } from './page-keys';
import { createPainting } from './painting';
import { createPlacing } from './placing';
import type { Session } from './shared';
import { type PageState, stateFrom } from './state';
import { createUiLink } from './ui-link';
import { watchSelection } from './watch-selection';

const NOTHING: Found = { article: null, blockElements: [], titleElement: null, thread: null, comments: new Map() };
/** A page without a thread is watched this long after it loaded, then let go. */
const SETTLE_MS = 4000;
/** After a click or scroll such a page is watched again: comments are often fetched only then. */
const REARM_MS = 2500;

/** After its thread grew, a page that is left alone this long is read as a whole. */
const STILL_MS = 5000;

/** While the page streams in, comments wait for their judgement, so a pass that is cheaper than this rests as long as it took; a dearer one twice that. */
const EARLY_CHEAP_MS = 8;

/** Runs Postil on a page until `stop`: reads, decides, paints, and does so again whenever the page or the reader's data change. */
export function startSession(boot: PageBoot, first: Found | null): RunningSession {
  const { document, signal, site } = boot;
  const url = () => document.location.href;
  const judge = createJudge();
  let state: PageState | null = null;
  let found = NOTHING;
  let decisions: ReadonlyMap<string, Decision> = new Map();
  let marks: readonly Mark[] = [];
  let isDead = false;
  let done: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    done = resolve;
  });
  const view = { opened: new Set<string>(), showAll: false };

  const isOff = () => isDead || (state?.settings.offSites.includes(site) ?? false);
  const session: Session = {
    document,
    signal,
    url,
    site,
    threadKey: () => found.thread?.key ?? threadKeyOf(url()),
    state: () => state,
    isOff,
    found: () => found,
    decisions: () => decisions,
    marks: () => marks,
    view,
    decideAgain: () => decideAgain(),
    storied: () => late.storied(),
    report: () => ({
      url: url(),
      article: found.article,
      thread: found.thread,
      decisions: [...decisions.values()],
      nothing: found.article || found.thread ? null : isOff() ? 'page.nothing.off' : 'page.nothing.found',
      showAllHidden: view.showAll,
    }),
    t: (key, values) => translatorOf(state?.strings ?? { lang: 'en', texts: {} })(key, values),
    painter: () => painting.painter(),
    stop,
    orphaned,
    bring: boot.bring,
  };
  const late = createLateParts(boot, {
    ready,
    isOff,
    lacksEngine: () => state !== null && judge.lacksEngine(state, url()),
    engineCame: () => (isLoading(document) ? passEarly() : void decideSlowly()),
    readAgain() {
      // What is being read has no story in it.
      drop();
      pass();
    },
  });
  const news = createNews();
  const hold = createHold(boot, () => passEarly());
  const paint = () => painting.paint();
  const ui = createUiLink(session, judge, paint);
  const painting = createPainting(session, ui);
  const placed = createPlacing(session, (count) => ui.run((page) => page.lost(count)));
  const aftermath = createAftermath(session, (fresh) => {
    marks = fresh;
    if (fresh.some(({ commentKey, selectors }) => commentKey === null && selectors)) void late.storied();
    paint();
    showMarks(session);
    placed();
    ui.changed();
  });

  function decideAgain(): void {
    if (!state) return;
    decisions = found.thread ? judge.decide(found.thread, state, Date.now()) : new Map();
    paint();
    late.hasEngine();
    if (!isLoading(document)) aftermath.decided();
    ui.changed();
  }

  /** After the bell: the page stands as it is, only what is known of it changed. The page keeps its turns meanwhile. */
  async function decideSlowly(): Promise<void> {
    if (!state || !found.thread) return decideAgain();
    const { thread } = found;
    const fresh = await judge.decideSlowly(thread, state, Date.now(), signal);
    if (!fresh || found.thread !== thread) return;
    decisions = fresh;
    await inTurns(painting.paintInSteps(), () => signal.aborted || decisions !== fresh);
    if (signal.aborted || decisions !== fresh) return;
    late.hasEngine();
    aftermath.decided();
    ui.changed();
  }

  const options = (): DetectOptions => ({ url: url(), now: Date.now(), own: state?.own ?? [], shelf: state?.shelf ?? '' });

  /** While the page streams in: what is complete of it is judged before it is painted. */
  function passEarly(): void {
    if (!state || signal.aborted) return;
    const start = performance.now();
    const part = hold.read(options());
    if (part.thread) {
      found = part;
      news.unsettle();
      decisions = judge.decide(part.thread, state, Date.now());
      paint();
    }
    // A rule that cannot be asked yet might hide any of them.
    if (late.hasEngine()) hold.release(part);
    const took = performance.now() - start;
    watch.passed(took, took < EARLY_CHEAP_MS ? 1 : 2);
  }

  /** One pass over the page as it stands. */
  function pass(): void {
    if (!state || signal.aborted || isOff()) return;
    if (isLoading(document) && hold.isHolding()) {
      passEarly();
      return;
    }
    reading.start();
  }

  /** Mere growth of the thread is read alone; once the page has been still for a while it is read as a whole again. */
  function* read(): Steps<Found> {
    const added = news.take();
    const { detectInSteps, growInSteps } = world().finder!;
    const grown = added && found.thread ? yield* growInSteps(document, found, added, options()) : null;
    if (!grown) return yield* detectInSteps(document, options());
    clearTimeout(stillness);
    stillness = setTimeout(() => {
      news.unsettle();
      pass();
    }, STILL_MS);
    return grown;
  }

  const reading = createReading({
    read,
    done(fresh, milliseconds, again) {
      const start = performance.now();
      found = fresh;
      watch.also(found.trees ?? []);
      if (again) news.unsettle();
      try {
        if (found.thread || painting.painter()) decideAgain();
        else if (!isLoading(document)) aftermath.decided();
      } finally {
        over();
      }
      watch.passed(milliseconds + performance.now() - start);
      if (again) watch.plan();
      showMarks(session);
      placed();
      settle();
    },
    failed(problem) {
      news.unsettle();
      over();
      throw problem;
    },
  });

  /** What is being read is of no use any more, and what was read says little of the page. */
  function drop(): void {
    reading.drop();
    clearTimeout(stillness);
    news.unsettle();
  }

  /** Whatever goes wrong, nothing of the page stays held back. */
  function over(): void {
    late.wasRead();
    if (isLoading(document)) return;
    hold.end();
    done();
  }

  const watch = createWatch(
    document,
    {
      onChange(records) {
        let grown = false;
        news.note(records, found);
        for (const { target, addedNodes } of records) {
          painting.painter()?.release(target);
          reading.touched(target);
          grown ||= addedNodes.length > 0;
        }
        if (isLoading(document)) return hold.isHolding();
        if (reading.isReading()) return false;
        // On a page with a thread what was added is judged before it is painted, if the last pass leaves time for it.
        return (
          grown &&
          found.thread !== null &&
          records.some(({ target, addedNodes }) => isNearThread(target, found) && bringsComments(addedNodes, found))
        );
      },
      onQuiet: pass,
    },
    signal,
  );

  let settled: ReturnType<typeof setTimeout> | undefined;
  let stillness: ReturnType<typeof setTimeout> | undefined;
  /** Lets go of a page without a thread when nothing more is to be expected. */
  function settle(ms = SETTLE_MS): void {
    clearTimeout(settled);
    if (found.thread || document.readyState !== 'complete') return;
    settled = setTimeout(() => reading.isReading() || watch.rest(), ms);
  }
  function rearm(): void {
    if (found.thread || signal.aborted || !state || isOff() || isLoading(document)) return;
    watch.start();
    settle(REARM_MS);
  }

  async function load(): Promise<void> {
    const fresh = stateFrom(await (state ? readStored(stateKeys(site)) : boot.stored()), site);
    if (signal.aborted || isDead) return;
    const before = state;
    const wasOff = isOff();
    // The same rules stay the same object: what was compiled of them still holds.
    state = before && before.rules.n === fresh.rules.n ? { ...fresh, rules: before.rules } : fresh;
    if (isOff()) return leave();
    watch.start();
    if (isLoading(document)) return hold.isHolding() ? passEarly() : undefined;
    const sameReader = before && !wasOff && before.shelf === fresh.shelf && JSON.stringify(before.own) === JSON.stringify(fresh.own);
    if (sameReader) return decideSlowly();
    drop();
    if (!first) return pass();
    // The scout has read the page a moment ago.
    found = first;
    watch.also(found.trees ?? []);
    first = null;
    decideAgain();
    done();
    settle();
  }
  /** The site is switched off: the page as it was, only the bell is listened to. */
  function leave(): void {
    drop();
    hold.end();
    watch.rest();
    painting.clear();
    found = NOTHING;
    decisions = new Map();
    marks = [];
    view.opened.clear();
    showMarks(session);
    for (const name of ['postil-flash', 'postil-point']) setHighlight(document, name, []);
    aftermath.decided();
    over();
    done();
  }
  /** The extension was updated under the page. An unsaved note stays on the screen, with what can still be done with it. */
  function orphaned(): void {
    if (signal.aborted) return;
    if (!ui.orphaned()) {
      stop();
      return;
    }
    isDead = true;
    drop();
    watch.rest();
    painting.clear();
  }
  function stop(): void {
    if (signal.aborted) return;
    leave();
    boot.stop();
  }

  document.addEventListener('DOMContentLoaded', () => pass(), { signal, once: true });
  watchStored(bellKeys(site), () => void load(), signal);
  watchLife(session, {
    navigated: () => {
      view.opened.clear();
      view.showAll = false;
      marks = [];
      drop();
      if (state && !isOff()) {
        watch.start();
        watch.plan();
      }
    },
    returned: () => void load(),
    loaded: () => settle(),
    stirred: rearm,
    orphaned,
  });
  listenToPageKeys(session, ui);
  watchSelection(session, ui);
  void load();
  return { hear: answerCommands(session, ui, judge, paint) };
}
