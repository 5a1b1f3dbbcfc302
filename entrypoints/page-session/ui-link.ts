import { readStored, writeStored } from '../../core/bus/bell';
import { ask, isAlive } from '../../core/bus/call';
import { EMPTY_RULE_PACK } from '../../core/model/pack';
import { DEFAULT_SETTINGS } from '../../core/model/settings';
import { setHighlight } from '../../core/page/highlight';
import { type PageUi, setPageLink } from '../page/page-link';
import type { Judge } from './judge';
import { point, preview, rangesOf, reveal } from './page-commands';
import type { Session } from './shared';

/** The page's hold on its in-page UI, which is fetched when first needed. */
export interface UiLink {
  /** Runs an act on the UI; injects it first if it is not there yet. */
  run(act: (ui: PageUi) => void): void;
  /** Tells a UI that is there of a change. */
  changed(): void;
  /** The extension is gone. True: something unsaved is open, the page must stay as it is. */
  orphaned(): boolean;
  /** Whether the UI was fetched. */
  readonly isThere: () => boolean;
}

const PRIVATE_INPUT = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'paste',
  'copy',
  'cut',
];

/** Puts the link where the second script finds it. */
export function createUiLink(session: Session, judge: Judge, paint: () => void): UiLink {
  const { document, signal } = session;
  let ui: PageUi | null = null;
  let waiting: ((ui: PageUi) => void)[] = [];
  let asked = false;

  const pointRanges = (ranges: readonly Range[]) => setHighlight(document, 'postil-point', ranges);
  setPageLink({
    signal,
    document,
    site: () => session.site,
    url: session.url,
    threadKey: session.threadKey,
    settings: () => session.state()?.settings ?? DEFAULT_SETTINGS,
    strings: () => session.state()?.strings ?? { lang: 'en', texts: {} },
    rules: () => session.state()?.rules ?? EMPTY_RULE_PACK,
    found: session.found,
    report: session.report,
    comment: (key) => {
      const comment = session.found().thread?.comments.find((one) => one.key === key);
      const elements = session.found().comments.get(key);
      return comment && elements ? { comment, elements, decision: session.decisions().get(key) ?? null } : null;
    },
    keyOf: (node) => session.painter()?.keyOf(node) ?? null,
    marks: session.marks,
    ask,
    isAlive,
    reveal: (place, flash) => reveal(session, place, flash, paint),
    point: (place) => point(session, place),
    open: (keys, open) => {
      for (const key of keys) {
        if (open) session.view.opened.add(key);
        else session.view.opened.delete(key);
      }
      paint();
    },
    showAll: (show) => {
      session.view.showAll = show;
      paint();
    },
    preview: (rule) => preview(session, judge, rule),
    pointAll: (keys) => pointRanges(keys.flatMap((key) => rangesOf(session, { kind: 'comment', key }))),
    pointRanges,
    isAttached: () => ui !== null,
    store: writeStored,
    read: readStored,
    attach: (fresh) => {
      ui = fresh;
      const acts = waiting;
      waiting = [];
      for (const act of acts) act(fresh);
    },
  });
  signal.addEventListener('abort', () => setPageLink(null), { once: true });
  // Registered before any script of the page: what is typed into our UI is none of its business.
  for (const type of PRIVATE_INPUT)
    document.defaultView?.addEventListener(type, (event) => void ui?.relay(event), { capture: true, signal });

  return {
    run(act) {
      if (ui) return act(ui);
      waiting.push(act);
      if (asked) return;
      asked = true;
      void session.bring(['ui']).then((is) => {
        if (is) return;
        asked = false;
        waiting = [];
        if (!isAlive()) session.stop();
      });
    },
    changed: () => ui?.changed(),
    orphaned: () => ui?.orphaned() ?? false,
    isThere: () => ui !== null,
  };
}
