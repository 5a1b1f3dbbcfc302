import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Anchor, Model } from './model';
import { usePlace } from './use-place';

interface Props {
  readonly model: Model;
  readonly at: Anchor;
  readonly role: 'dialog' | 'menu';
  readonly label: string;
  readonly kind: string;
  /** Changes when the panel's size may have changed. */
  readonly anew?: unknown;
  readonly children: ComponentChildren;
}

/** A box that points at its anchor and takes the focus: the first `[data-first]` in it, else the box. Narrow windows show it at the lower edge. */
export function Panel({ at, role, label, kind, anew, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { left, top } = usePlace(at, box, anew);
  useLayoutEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('[data-first]') ?? box.current;
    first?.focus({ preventScroll: true });
  }, []);
  return (
    <div {...{ role, 'aria-label': label }} ref={box} class={`panel ${kind}`} tabIndex={-1} style={{ left: `${left}px`, top: `${top}px` }}>
      {children}
    </div>
  );
}
