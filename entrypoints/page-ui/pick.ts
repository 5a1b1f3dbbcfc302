import { learnAdapter } from '../../core/page/learn-adapter';
import { HOST_TAG } from '../../core/page/letters';
import type { Model } from './model';

/** Starts the mode in which the reader points out a comment: by pointer, or with Tab and Enter. It ends when `picking` is null again. */
export function startPicking(model: Model): void {
  const { document, signal, url } = model.link;
  const stopper = new AbortController();
  const options = { capture: true, signal: AbortSignal.any([stopper.signal, signal]) };
  model.set({ picking: { kind: 'pointing', box: null, refused: false }, panel: null, adder: null, person: null });
  model.subscribe(() => {
    if (model.state.picking?.kind === 'pointing' || stopper.signal.aborted) return;
    stopper.abort();
    if (!model.state.picking) model.link.pointRanges([]);
  });
  const target = (event: Event): Element | null => {
    const at = event.composedPath()[0];
    return event.isTrusted && at instanceof Element && at.localName !== HOST_TAG ? at : null;
  };
  const hover = (event: Event) => {
    const at = target(event);
    if (at) model.set({ picking: { kind: 'pointing', box: at.getBoundingClientRect(), refused: false } });
  };
  const choose = (at: Element) => {
    const learned = learnAdapter(document, at, { url: url(), now: Date.now() });
    if (!learned.ok) return model.set({ picking: { kind: 'pointing', box: null, refused: true } });
    const ranges = learned.value.records.records.flatMap(({ nodes }) =>
      nodes.map((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return range;
      }),
    );
    model.link.pointRanges(ranges);
    model.set({ picking: { kind: 'found', learned: learned.value } });
  };
  document.addEventListener('pointermove', hover, options);
  document.addEventListener('focusin', hover, options);
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const) {
    document.addEventListener(
      type,
      (event) => {
        const at = target(event);
        if (!at) return;
        // The page must not follow the link that is pointed at.
        event.preventDefault();
        event.stopImmediatePropagation();
        if (type === 'click') choose(at);
      },
      options,
    );
  }
  document.addEventListener(
    'keydown',
    (event) => {
      const at = target(event);
      if (!at || (event.key !== 'Escape' && event.key !== 'Enter')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') model.set({ picking: null });
      else choose(at);
    },
    options,
  );
}
