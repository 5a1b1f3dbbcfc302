import type { Found } from '../../core/page/found';
import type { PageState } from './state';

/** Nothing is held back longer than this, whatever happens to storage. */
const LONGEST_WAIT_MS = 120;

/** Holds comments back until they are judged, on sites where it is known what a comment looks like. */
export interface Hold {
  /** The state is there; null: the site is switched off, hold nothing. */
  know(state: PageState | null): void;
  readonly isHolding: () => boolean;
  /** Whether changes of a page that is still loading should be judged at once. */
  wants(records: readonly MutationRecord[]): boolean;
  judged(found: Found, complete: boolean): void;
}

export function createHold(document: Document, signal: AbortSignal): Hold {
  let veil: HTMLStyleElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lift = () => {
    clearTimeout(timer);
    veil?.remove();
    veil = null;
  };
  signal.addEventListener('abort', lift, { once: true });
  if (document.readyState === 'loading' && document.documentElement) {
    // Storage answers within a few milliseconds, most often before there is a body: nobody sees this, but an unwanted comment cannot slip through.
    veil = document.createElement('style');
    veil.setAttribute('data-postil', 'sheet');
    veil.textContent = 'body{visibility:hidden!important}';
    document.documentElement.append(veil);
    timer = setTimeout(lift, LONGEST_WAIT_MS);
  }
  return {
    know() {
      lift();
    },
    isHolding: () => false,
    wants: () => false,
    judged() {},
  };
}
