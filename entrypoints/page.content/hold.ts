import type { Adapter } from '../../core/model/adapter';
import { openShelf } from '../../core/model/shelf';
import { readRecords } from '../../core/page/adapter/read-records';
import type { CommentElements, DetectOptions, Found } from '../../core/page/found';
import {
  documentElementOf,
  nextSiblingOf,
  nodeNameOf,
  parentElementOf,
  putInto,
  removeAttributeOf,
  setAttributeOf,
} from '../../core/page/safe-dom';
import { createIn, isLoading } from '../../core/page/safe-write';
import { toThread } from '../../core/page/to-thread';
import type { PageState } from './state';

/** Nothing is veiled longer than this, whatever happens to storage. */
const LONGEST_VEIL_MS = 350; // Firefox under load took more than 120
/** A stream that stalls this long: what has come so far is judged as it stands. */
const STALLED_MS = 2000;
const OK = 'data-postil-ok';

/** Holds comments back until they are judged, on sites where it is known what a comment looks like. */
export interface Hold {
  /** The state is there; null: the site is switched off, nothing is held. */
  know(state: PageState | null): void;
  readonly isHolding: () => boolean;
  /** The comments that are complete in what has come of the page so far, ready to be judged. */
  read(options: DetectOptions): Found;
  /** They were judged and painted: the good ones may be seen. */
  release(found: Found): void;
  /** The whole page was judged. */
  end(): void;
}

/** The adapters by which comments may be told while the page streams in: what was learned here, then what the shelf has for this host. */
function adaptersFor({ look, own, shelf }: PageState, host: string): readonly Adapter[] {
  const mine = own.filter(({ hosts }) => hosts?.some((suffix) => host === suffix || host.endsWith(`.${suffix}`)));
  return [...mine, ...openShelf(shelf).byHost(host), ...(look ? [look.adapter] : [])];
}

/** Plain css of the roots; open shadow roots (`>>>`) cannot be held back by a sheet of the page. */
const rootsOf = ({ root }: Adapter): readonly string[] => (typeof root === 'string' ? [root] : root).filter((css) => !css.includes('>>>'));

export function createHold(document: Document, signal: AbortSignal, stalled: () => void): Hold {
  let veil: HTMLStyleElement | null = null;
  let held: HTMLStyleElement | null = null;
  let adapters: readonly Adapter[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let patient = true;
  const released = new Set<Element>();

  const sheet = (css: string) => {
    const style = createIn(document, 'style');
    style.setAttribute('data-postil', 'sheet');
    style.textContent = css;
    putInto(documentElementOf(document)!, 'append', style);
    return style;
  };
  const lift = () => {
    clearTimeout(timer);
    veil?.remove();
    veil = null;
  };
  const end = () => {
    lift();
    held?.remove();
    held = null;
    for (const node of released) removeAttributeOf(node, OK);
    released.clear();
  };
  signal.addEventListener('abort', end, { once: true });
  if (isLoading(document) && documentElementOf(document)) {
    // Storage answers within a few milliseconds, most often before there is a body: nobody sees this, but an unwanted comment cannot slip through.
    veil = sheet('body{visibility:hidden!important}');
    timer = setTimeout(lift, LONGEST_VEIL_MS);
  }
  return {
    know(state) {
      if (!state || !isLoading(document)) return end();
      if (held) return;
      adapters = adaptersFor(state, document.location.hostname);
      const css = adapters.flatMap(rootsOf).filter(isCss);
      if (css.length > 0) held = sheet(css.map((one) => `:is(${one}):not([${OK}]){visibility:hidden!important}`).join(''));
      lift();
    },
    isHolding: () => held !== null,
    read(options) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        patient = false;
        if (held) stalled();
      }, STALLED_MS);
      for (const adapter of adapters) {
        const read = attempt(document, adapter, options);
        if (!read?.thread) continue;
        const comments = read.thread.comments.filter(({ key }) => !patient || isWhole(read.comments.get(key)));
        patient = true;
        const thread = comments.length > 0 ? { ...read.thread, comments } : null;
        return { article: null, blockElements: [], titleElement: null, thread, comments: read.comments };
      }
      return { article: null, blockElements: [], titleElement: null, thread: null, comments: new Map() };
    },
    release({ thread, comments }) {
      if (!held) return;
      for (const { key } of thread?.comments ?? []) {
        for (const node of comments.get(key)?.nodes ?? []) {
          if (released.has(node)) continue;
          released.add(node);
          setAttributeOf(node, OK, '');
        }
      }
    },
    end,
  };
}

function isCss(css: string): boolean {
  try {
    return CSS.supports(`selector(:is(${css}))`);
  } catch {
    return false;
  }
}

function attempt(document: Document, adapter: Adapter, options: DetectOptions) {
  try {
    return toThread(document, readRecords(document, adapter, options), options);
  } catch {
    return null; // broken css: the full pass will tell
  }
}

/** True once the parser has left an element: something comes after it, or after one that holds it. */
function isClosed(element: Element): boolean {
  for (let up: Element | null = element; up && nodeNameOf(up) !== 'BODY'; up = parentElementOf(up)) if (nextSiblingOf(up)) return true;
  return false;
}

/** True once all of a comment has come; one with replies inside is whole when its words and its author are. */
function isWhole(elements: CommentElements | undefined): boolean {
  if (!elements) return false;
  const last = elements.nodes[elements.nodes.length - 1];
  if (last && isClosed(last)) return true;
  return (
    elements.author !== null &&
    isClosed(elements.author) &&
    elements.body.length > 0 &&
    elements.body.every(isClosed) &&
    last !== elements.body[0]
  );
}
