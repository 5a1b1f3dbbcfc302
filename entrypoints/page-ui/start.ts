import { h, render } from 'preact';
import type { PageLink } from '../page/page-link';
import { createActs } from './acts';
import { App } from './app';
import { listenToKeys } from './keys';
import { runMenuAct } from './menu-act';
import { createModel } from './model';
import { newId } from './new-id';
import { startPicking } from './pick';
import { createSurface } from './surface';
import { watchAway } from './watch-away';

/** How long the pointer rests on a chip before the person's card shows, and how long the card outlives it. */
const REST_MS = 300;

/** Puts the in-page UI on the page of a link, once. It goes when the link's signal says so. */
export function startPageUi(link: PageLink): void {
  if (link.signal.aborted || link.isAttached()) return;
  const model = createModel(link);
  const acts = createActs(model);
  const surface = createSurface(link);
  listenToKeys(surface, model, acts);
  watchAway(model, surface);
  render(h(App, { model, acts, root: surface.root }), surface.mount);
  link.signal.addEventListener('abort', () => render(null, surface.mount), { once: true });
  let resting: ReturnType<typeof setTimeout> | undefined;

  link.attach({
    menu: (key, at) => model.set({ panel: { kind: 'menu', key, at }, person: null, adder: null }),
    why: (keys, at) => model.set({ panel: { kind: 'why', keys, at }, person: null, adder: null }),
    note: (key, at) => model.set({ panel: { kind: 'note', key, at, range: null } }),
    person(key, at) {
      clearTimeout(resting);
      resting = setTimeout(() => model.set({ person: key !== null && at ? { key, at } : null }), REST_MS);
    },
    card: (show, length) => model.set({ card: show ? { length, selected: null } : null }),
    pick: (start) => (start ? startPicking(model) : model.set({ picking: null })),
    act: (act, href) => runMenuAct(model, acts, act, href),
    lost(count) {
      const text = model.t('page.lost', { count });
      model.set({ toast: { id: newId(), text, op: null, isProblem: false, toLost: true } });
    },
    select: (range) => model.set({ adder: range ? { range } : null }),
    key(action, key, at) {
      if (action === 'help') model.set({ panel: { kind: 'help', at: null } });
      else if (key === null) return;
      else if (action === 'tag') model.set({ panel: { kind: 'tag', key, at } });
      else if (action === 'note') model.set({ panel: { kind: 'note', key, at, range: null } });
      else if (action === 'hide') void acts.hide(key);
      else void acts.hidePerson(key);
    },
    changed() {
      surface.refresh();
      model.touch();
    },
    relay: surface.relay,
    orphaned() {
      model.set({ orphaned: true });
      return model.state.panel?.kind === 'note' || model.state.panel?.kind === 'tag';
    },
  });
}
