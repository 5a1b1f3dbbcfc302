import { containsOf } from '../../core/page/safe-dom';
import { world } from '../page/world';
import type { Session } from './shared';
import type { UiLink } from './ui-link';

/** A selection is offered for highlighting when it has rested this long. */
const REST_MS = 250;

/** True where a range lies within the story or within one comment. */
function isAnnotatable({ found, painter }: Session, range: Range): boolean {
  const { article, blockElements, comments } = found();
  const start = range.startContainer;
  const end = range.endContainer;
  const key = painter()?.keyOf(start) ?? null;
  if (key !== null) return painter()?.keyOf(end) === key && (comments.get(key)?.body.some((body) => range.intersectsNode(body)) ?? false);
  if (!article) return false;
  const holds = (node: Node) => blockElements.some((block) => containsOf(block, node));
  return holds(start) && (holds(end) || range.endOffset === 0);
}

/** Offers to highlight what the reader selects in the story or in a comment, by pointer or keyboard. */
export function watchSelection(session: Session, ui: UiLink): void {
  const { document, signal } = session;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let offered = false;
  const look = () => {
    if (signal.aborted || session.isOff()) return;
    const selection = document.getSelection();
    const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const words = range !== null && range.toString().trim().length > 1;
    // The story is read when words outside the comments are first selected.
    if (words && !world().story && session.painter()?.keyOf(range.startContainer) == null)
      return void session.storied().then(() => world().story && look());
    const fits = words && isAnnotatable(session, range);
    if (fits) ui.run((page) => page.select(range.cloneRange()));
    else if (offered) ui.run((page) => page.select(null));
    offered = fits;
  };
  const later = (event: Event) => {
    if (!event.isTrusted) return;
    clearTimeout(timer);
    timer = setTimeout(look, REST_MS);
  };
  // Not `selectionchange`: while the pointer is still down nothing is offered.
  document.addEventListener('pointerup', later, { passive: true, capture: true, signal });
  document.addEventListener('keyup', (event) => (event.shiftKey || event.key === 'Shift' || offered) && later(event), {
    passive: true,
    capture: true,
    signal,
  });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
