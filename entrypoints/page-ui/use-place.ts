import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Anchor } from './model';

export interface Placed {
  readonly left: number;
  readonly top: number;
}

const GAP = 4; // px between a panel and what it points at
const EDGE = 8; // px kept free at the window's edges

/** Where a panel of fixed position goes: below its anchor, above it where there is no room, always within the window; follows scrolling. */
export function usePlace(at: Anchor, box: RefObject<HTMLElement | null>, anew: unknown): Placed {
  const [place, setPlace] = useState<Placed>({ left: -9999, top: 0 });
  useLayoutEffect(() => {
    const view = box.current?.ownerDocument.defaultView;
    if (!view) return;
    let last: DOMRect | null = null;
    const put = () => {
      const panel = box.current?.getBoundingClientRect();
      if (!panel) return;
      const now = at?.getBoundingClientRect();
      // What it points at may have been hidden meanwhile: the panel stays where it was.
      if (now && (now.width > 0 || now.height > 0)) last = now;
      const { innerWidth, innerHeight } = view;
      if (!last)
        return setPlace({ left: Math.max(EDGE, (innerWidth - panel.width) / 2), top: Math.max(EDGE, (innerHeight - panel.height) / 3) });
      const isRtl = view.getComputedStyle(view.document.documentElement).direction === 'rtl';
      const wish = isRtl ? last.right - panel.width : last.left;
      const below = last.bottom + GAP;
      const fits = below + panel.height <= innerHeight - EDGE;
      const above = last.top - GAP - panel.height;
      const lowest = innerHeight - EDGE - panel.height;
      // What it points at may be out of sight, scrolled away or moved by another width of the window: the panel is not.
      const top = Math.max(EDGE, Math.min(fits ? below : above >= EDGE ? above : lowest, lowest));
      setPlace({ left: Math.max(EDGE, Math.min(wish, innerWidth - EDGE - panel.width)), top });
    };
    put();
    view.addEventListener('scroll', put, { passive: true, capture: true });
    view.addEventListener('resize', put, { passive: true });
    return () => {
      view.removeEventListener('scroll', put, { capture: true });
      view.removeEventListener('resize', put);
    };
  }, [at, anew]);
  return place;
}
