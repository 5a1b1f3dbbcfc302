import type { CommentElements, DetectOptions, Found } from '../../core/page/found';
import { nextSiblingOf, nodeNameOf, parentElementOf } from '../../core/page/safe-dom';
import { type PageBoot, world } from '../page/world';

/** A stream that stalls this long: what has come so far is judged as it stands. */
const STALLED_MS = 2000;

/** Holds comments back until they are judged, on sites where it is known what a comment looks like. */
export interface Hold {
  readonly isHolding: () => boolean;
  /** The comments that are complete in what has come of the page so far, ready to be judged. */
  read(options: DetectOptions): Found;
  /** They were judged and painted: the good ones may be seen. */
  release(found: Found): void;
  /** The whole page was judged. */
  end(): void;
}

/** Makes the hold over what the page's curtain hides. `stalled` is called when a stream pauses for long: what has come is to be judged as it stands. */
export function createHold({ document, signal, curtain, adapters }: PageBoot, stalled: () => void): Hold {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let patient = true;
  const end = () => {
    clearTimeout(timer);
    curtain.end();
  };
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return {
    isHolding: curtain.isHolding,
    read(options) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        patient = false;
        if (curtain.isHolding()) stalled();
      }, STALLED_MS);
      for (const adapter of adapters()) {
        const read = world().finder!.readAs(document, adapter, options);
        if (!read?.thread) continue;
        const comments = read.thread.comments.filter(({ key }) => !patient || isWhole(read.comments.get(key)));
        patient = true;
        const thread = comments.length > 0 ? { ...read.thread, comments } : null;
        return { article: null, blockElements: [], titleElement: null, thread, comments: read.comments };
      }
      return { article: null, blockElements: [], titleElement: null, thread: null, comments: new Map() };
    },
    release({ thread, comments }) {
      curtain.release((thread?.comments ?? []).flatMap(({ key }) => comments.get(key)?.nodes ?? []));
    },
    end,
  };
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
