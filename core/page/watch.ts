import { isOurs } from './is-ours';
import { nodeNameOf } from './safe-dom';

/** Growth is gathered until the page is this long quiet. */
const QUIET_MS = 150;
/** A page that never rests is read this often at least. */
const LONGEST_MS = 1000;
/** After a pass the page rests this many times as long as the pass took, so that a restless page costs a tenth of the time at most. */
const REST_FACTOR = 9;
/** What must be judged before it is painted waits only this many times as long. */
const URGENT_FACTOR = 2;

const WATCHED = { childList: true, characterData: true, subtree: true } as const;
/** Trees within the page that are watched at most: a page of custom elements has thousands. */
const MOST_TREES = 500;

/** What watches a page grow. */
export interface Watch {
  /** Notices changes from now on; again after `rest`. */
  start(): void;
  /** Lets go of the observer and of what is planned. */
  rest(): void;
  /** Plans a pass when the page is quiet. */
  plan(): void;
  /** To be told how long a pass took and how often that long the page is left alone then; the changes that the pass made itself are forgotten. */
  passed(milliseconds: number, rest?: number): void;
  /** Watches these trees within the page as well (open shadow roots, documents of frames): what happens in them is not told outside. */
  also(trees: readonly (ShadowRoot | Document)[]): void;
  readonly watching: () => boolean;
}

export interface WatchActs {
  /** Each batch of changes by the page, before the next frame. True: something that must be judged before it is painted may be among them. */
  readonly onChange: (records: readonly MutationRecord[]) => boolean;
  readonly onQuiet: () => void;
}

/** Makes a watch over a document's nodes and text. One observer at most; it rests until started. */
export function createWatch(document: Document, { onChange, onQuiet }: WatchActs, signal: AbortSignal): Watch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let restUntil = 0;
  let urgentUntil = 0;
  let watching = false;
  const inner = new Set<ShadowRoot | Document>();

  const run = () => {
    clearTimeout(timer);
    timer = undefined;
    since = 0;
    if (!signal.aborted) onQuiet();
  };
  const plan = () => {
    const now = performance.now();
    if (since === 0) since = now;
    clearTimeout(timer);
    const wait = Math.max(0, Math.min(QUIET_MS, since + LONGEST_MS - now), restUntil - now);
    timer = setTimeout(run, wait);
  };
  const observer = new MutationObserver((all) => {
    const records = all.filter((record) => !isOwn(record));
    if (records.length === 0) return;
    if (!onChange(records)) return plan();
    const wait = urgentUntil - performance.now();
    if (wait <= 0) return run();
    clearTimeout(timer);
    timer = setTimeout(run, wait);
  });
  const rest = () => {
    observer.disconnect();
    clearTimeout(timer);
    timer = undefined;
    since = 0;
    watching = false;
  };
  signal.addEventListener('abort', rest, { once: true });
  // A frame that has loaded changes nothing in the page around it.
  document.addEventListener(
    'load',
    ({ target }) => {
      if (watching && nodeNameOf(target as Node) === 'IFRAME') plan();
    },
    { capture: true, signal },
  );
  return {
    start() {
      if (watching || signal.aborted) return;
      watching = true;
      observer.observe(document, WATCHED);
      for (const tree of inner) observer.observe(tree, WATCHED);
    },
    also(trees) {
      for (const tree of trees) {
        if (inner.has(tree) || inner.size >= MOST_TREES) continue;
        inner.add(tree);
        if (watching) observer.observe(tree, WATCHED);
      }
    },
    rest,
    plan,
    passed(milliseconds, rest = REST_FACTOR) {
      const now = performance.now();
      restUntil = now + milliseconds * rest;
      urgentUntil = now + milliseconds * Math.min(rest, URGENT_FACTOR);
      observer.takeRecords();
    },
    watching: () => watching,
  };
}

/** True for a change that only adds or removes elements of Postil's. */
function isOwn({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type !== 'childList') return false;
  for (const nodes of [addedNodes, removedNodes]) for (let i = 0; i < nodes.length; i++) if (!isOurs(nodes[i]!)) return false;
  return true;
}
