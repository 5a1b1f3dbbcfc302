import type { Model } from './model';
import type { Surface } from './surface';

/** Closes what is open when the reader turns to the page: menus and cards at a click outside; dialogs stay, since something may be typed in them. */
export function watchAway(model: Model, { root }: Surface): void {
  const { document, signal } = model.link;
  const host = root.host;
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted || event.composedPath()[0] === host || event.target === host) return;
      const { panel, adder } = model.state;
      if (panel?.kind === 'menu' || panel?.kind === 'help') model.set({ panel: null });
      if (adder) model.set({ adder: null });
    },
    { capture: true, passive: true, signal },
  );
}
