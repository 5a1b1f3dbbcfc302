import { scrollToPlace } from '../../core/page/reveal';
import type { KeyAction } from '../page/page-link';
import type { Session } from './shared';
import type { UiLink } from './ui-link';

const OUT_OF_SIGHT = new Set(['hide', 'vanish']);

/** True where keys are text: fields, editors, and whatever says it is one. */
function isTyping(document: Document, event: KeyboardEvent): boolean {
  for (const element of [event.composedPath()[0], document.activeElement]) {
    if (!(element instanceof HTMLElement)) continue;
    if (
      element.isContentEditable ||
      /^(?:input|textarea|select)$/.test(element.localName) ||
      element.closest('[role=textbox],[role=combobox],[role=searchbox]')
    )
      return true;
  }
  return false;
}

/** Single keys, where the reader switched them on: next and previous comment, tag, hide, note, help. Never while something is typed. */
export function listenToPageKeys(session: Session, ui: UiLink): void {
  const { document, signal } = session;
  const move = (by: 1 | -1) => {
    const { thread, comments } = session.found();
    const keys = (thread?.comments ?? [])
      .map(({ key }) => key)
      .filter((key) => !OUT_OF_SIGHT.has(session.decisions().get(key)?.treatment ?? 'show') || session.view.opened.has(key));
    const current = session.painter()?.current() ?? null;
    const from =
      current === null ? firstInView(keys.map((key) => comments.get(key)?.nodes[0])) - (by === 1 ? 1 : 0) : keys.indexOf(current);
    const to = keys[Math.max(0, Math.min(keys.length - 1, from + by))];
    const node = to === undefined ? undefined : comments.get(to)?.nodes[0];
    if (to === undefined || !node || !document.defaultView) return;
    session.painter()?.focus(to);
    scrollToPlace(document.defaultView, node);
  };
  const act = (action: KeyAction) => {
    const key = session.painter()?.current() ?? null;
    ui.run((page) => page.key(action, key, key === null ? null : (session.painter()?.focus(key) ?? null)));
  };
  document.defaultView?.addEventListener(
    'keydown',
    (event) => {
      const settings = session.state()?.settings;
      if (!settings?.keysOn || session.isOff() || !session.found().thread || !event.isTrusted) return;
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(document, event))
        return;
      const { keys } = settings;
      const acts: Record<string, () => void> = {
        [keys.next]: () => move(1),
        [keys.previous]: () => move(-1),
        [keys.tag]: () => act('tag'),
        [keys.hide]: () => act('hide'),
        [keys.hide.toUpperCase()]: () => act('hidePerson'),
        [keys.note]: () => act('note'),
        [keys.help]: () => act('help'),
      };
      if (!Object.hasOwn(acts, event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      acts[event.key]!();
    },
    { capture: true, signal },
  );
}

function firstInView(nodes: readonly (Element | undefined)[]): number {
  const at = nodes.findIndex((node) => (node?.getBoundingClientRect().bottom ?? 0) > 0);
  return at < 0 ? 0 : at;
}
