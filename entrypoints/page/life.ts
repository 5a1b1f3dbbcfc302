import { isAlive } from '../../core/bus/call';

export interface LifeActs {
  /** The address changed without a new document. */
  readonly navigated: () => void;
  /** The page came back from the back-forward cache, or a prerendered one is shown. */
  readonly returned: () => void;
  readonly loaded: () => void;
  /** The reader clicked or scrolled: something may be fetched. */
  readonly stirred: () => void;
  /** The extension was updated or removed under the page. */
  readonly orphaned: () => void;
}

/** At most one look at the page in this time, however much is clicked and scrolled. */
const STIR_MS = 1000;

/** The page that is watched, for how long, and where it stands now. */
export interface LifeOf {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly url: () => string;
}

/** Watches what happens to a page as a whole. Cheap: listeners only, no observers, no timers. */
export function watchLife({ document, signal, url }: LifeOf, { navigated, returned, loaded, stirred, orphaned }: LifeActs): void {
  const view = document.defaultView;
  if (!view) return;
  const options = { signal, passive: true, capture: true };
  let last = withoutFragment(url());
  const look = () => {
    if (!isAlive()) return orphaned();
    const now = withoutFragment(url());
    if (now === last) return;
    last = now;
    navigated();
  };
  view.addEventListener('popstate', look, options);
  view.addEventListener('hashchange', look, options);
  // pushState tells nobody, except where the Navigation API is there (Chromium 102, Firefox 147).
  if (isNavigation(view.navigation)) view.navigation.addEventListener('currententrychange', look, { signal });
  view.addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted) returned();
    },
    options,
  );
  document.addEventListener('prerenderingchange', returned, options);
  if (document.readyState !== 'complete') view.addEventListener('load', loaded, options);
  let stirredAt = 0;
  const stir = (event: Event) => {
    if (!event.isTrusted || event.timeStamp - stirredAt < STIR_MS) return;
    stirredAt = event.timeStamp;
    look();
    if (!signal.aborted) stirred();
  };
  document.addEventListener('click', stir, options);
  document.addEventListener('scroll', stir, options);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look(), options);
}

/** The API itself: where a browser has none, a frame of the page may answer to the name, and one of another origin throws when it is asked for anything. */
const isNavigation = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object Navigation]';

/** Fragments name a place on the page, except those that route (`#/…`, `#!…`). */
const withoutFragment = (url: string): string => (/#!?\//.test(url) ? url : url.replace(/#.*$/, ''));
