import type { Acts } from './acts';
import { menuItems } from './handle-menu';
import type { Model } from './model';
import type { Surface } from './surface';

const isTyping = (element: Element | null): boolean => element?.matches('input, textarea, select') ?? false;

/** Keys within the UI: Escape closes, arrows move in menus, letters choose there, Tab stays within dialogs, Ctrl or Cmd with Enter saves. */
export function listenToKeys({ root, press }: Surface, model: Model, acts: Acts): void {
  root.addEventListener('keydown', (event) => {
    const { key, isComposing, ctrlKey, metaKey, shiftKey } = event as KeyboardEvent;
    // Enter that ends an IME composition must not save.
    if (isComposing) return;
    const { panel } = model.state;
    const active = root.activeElement;
    if (key === 'Escape') {
      if (panel) model.close();
      else if (model.state.adder || model.state.person || model.state.picking) model.set({ adder: null, person: null, picking: null });
      else if (active?.closest('.card')) model.set({ card: null });
      else return;
      return event.preventDefault();
    }
    if (!panel) return;
    const box = root.querySelector<HTMLElement>('.panel[role=menu], .panel[role=dialog]');
    if (!box) return;
    if (key === 'Enter' && (ctrlKey || metaKey)) {
      const save = box.querySelector<HTMLElement>('.save:not(:disabled)');
      if (save) press(save);
      return event.preventDefault();
    }
    if (key === 'Tab') return keepFocus(event, box, active, shiftKey);
    if (panel.kind !== 'menu' || isTyping(active)) return;
    const items = [...box.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const at = items.indexOf(active as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[key];
    if (to !== undefined) {
      items[(to + items.length) % items.length]?.focus();
      return event.preventDefault();
    }
    if (ctrlKey || metaKey) return;
    const item = menuItems({ model, acts, commentKey: panel.key, at: panel.at }).find((one) => one.key === key);
    if (!item) return;
    event.preventDefault();
    item.act();
  });
}

function keepFocus(event: Event, box: HTMLElement, active: Element | null, back: boolean): void {
  const stops = [...box.querySelectorAll<HTMLElement>('button:not(:disabled), input, select, textarea, a[href]')];
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (!first || !last) return;
  if (back && (active === first || active === box)) last.focus();
  else if (!back && active === last) first.focus();
  else return;
  event.preventDefault();
}
