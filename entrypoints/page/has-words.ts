import { bodyOf, nodeNameOf, parentOf, walkerOf } from '../../core/page/safe-dom';

/** Letters below which there is neither a story nor a thread: the shortest story in Chinese has as many. */
const FEWEST = 50;
/** A page that grows is looked at this often at most. */
const REST_MS = 250;

const SILENT = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/i;

/** True where a document holds words at all. Stops counting at once when there are enough. */
function enough(document: Document): boolean {
  const body = bodyOf(document);
  if (!body) return false;
  const walker = walkerOf(document, body, 4);
  let letters = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = parentOf(node);
    if (holder && SILENT.test(nodeNameOf(holder))) continue;
    letters += (node as Text).data.trim().length;
    if (letters >= FEWEST) return true;
  }
  return false;
}

/** Calls back once, as soon as a page that was parsed holds words; apps put them in later. Costs one observer until then. */
export function hasWords(document: Document, signal: AbortSignal, act: () => unknown): void {
  if (signal.aborted) return;
  if (enough(document)) {
    act();
    return;
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (signal.aborted || !enough(document)) return;
      stop();
      act();
    }, REST_MS);
  });
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  signal.addEventListener('abort', stop, { once: true });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
}
