import type { Adapter } from '../model/adapter';
import { documentElementOf, putInto, removeAttributeOf, setAttributeOf } from './safe-dom';
import { createIn, isLoading } from './safe-write';

/**
 * The page's body is veiled no longer than this, whatever happens to storage: where comments are expected, and where nobody knows yet. Storage
 * answers within a few milliseconds, most often before there is a body; Firefox under load took more than 120.
 */
const LONGEST_VEIL_MS = { expected: 5000, unknown: 350 } as const;
/** What was judged and may be seen. The number is anew on each page, so that a page cannot write it into its own markup. */
const OK = 'data-postil-ok';

/** Holds comments back from being painted while a page streams in. */
export interface Curtain {
  /** Hides the whole page until it is known what a comment looks like here; only while the page loads. Called again with another reason, that one's time counts. */
  veil(why: keyof typeof LONGEST_VEIL_MS): void;
  /** From now on what these adapters take for a comment is hidden until it is let through. Lifts the veil. */
  hang(adapters: readonly Adapter[]): void;
  /** These may be seen. */
  release(nodes: readonly Element[]): void;
  /** Nothing is held back any longer, and no trace of it is left. */
  end(): void;
  readonly isHolding: () => boolean;
}

/** Plain css of the roots; open shadow roots (`>>>`) cannot be held back by a sheet of the page. */
const rootsOf = ({ root }: Adapter): readonly string[] => (typeof root === 'string' ? [root] : root).filter((css) => !css.includes('>>>'));

function isCss(css: string): boolean {
  try {
    return CSS.supports(`selector(:is(${css}))`);
  } catch {
    return false;
  }
}

/** Makes the curtain of a document. It falls away with the signal. `pass` is a word that no page can guess. */
export function createCurtain(document: Document, signal: AbortSignal, pass: string): Curtain {
  let veil: HTMLStyleElement | null = null;
  let held: HTMLStyleElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
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
  return {
    veil(why) {
      if (held || signal.aborted || !isLoading(document) || !documentElementOf(document)) return;
      veil ??= sheet('body{visibility:hidden!important}');
      clearTimeout(timer);
      timer = setTimeout(lift, LONGEST_VEIL_MS[why]);
    },
    hang(adapters) {
      // A page that was veiled and has come whole meanwhile was not seen yet: it is held back until it is judged.
      if (held || signal.aborted || !(veil || isLoading(document))) return lift();
      const css = adapters.flatMap(rootsOf).filter(isCss);
      if (css.length > 0) held = sheet(css.map((one) => `:is(${one}):not([${OK}="${pass}"]){visibility:hidden!important}`).join(''));
      lift();
    },
    release(nodes) {
      if (!held) return;
      for (const node of nodes) {
        if (released.has(node)) continue;
        released.add(node);
        setAttributeOf(node, OK, pass);
      }
    },
    end,
    isHolding: () => held !== null,
  };
}
