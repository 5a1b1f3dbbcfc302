import type { Decision } from '../model/decision';
import type { Comment } from '../model/thread';
import { type ChipSpot, chipSpot } from './chip-spot';
import type { CommentElements } from './found';
import { type Chip, makeChip, type PartContext } from './paint-parts';
import { parentElementOf, parentOf, putInto } from './safe-dom';

/** How far outside the window chips are made ready. Farther comments carry nothing, so that 5,000 of them stay light. */
const NEAR = '800px 0px';
/** A page that takes chips out this often does not want them; we give up quietly. */
const MAX_REMOVALS = 200;

/** The chips and ⋯ handles of all comments, made when they come near. */
export interface Chips {
  put(comment: Comment, elements: CommentElements, decision: Decision | undefined, visible: boolean): void;
  drop(key: string): void;
  readonly current: () => string | null;
  /** Gives the focus to the ⋯ handle of a comment. */
  focus(key: string): Element | null;
  stop(): void;
}

interface Slot {
  comment: Comment;
  decision: Decision | undefined;
  spot: ChipSpot;
  watched: Element;
  look: string;
  near: boolean;
  chip: Chip | null;
}

const lookOf = (decision: Decision | undefined): string => decision?.labels.map(({ text, colour }) => `${colour} ${text}`).join('\n') ?? '';

export function createChips(context: PartContext): Chips {
  const { document } = context;
  const slots = new Map<string, Slot>();
  const byElement = new WeakMap<Element, Set<string>>();
  const stopped = new AbortController();
  let removals = 0;
  let lit: string | null = null;

  const show = (slot: Slot) => {
    if (slot.chip && !slot.chip.outer.isConnected && ++removals > MAX_REMOVALS) return;
    slot.chip?.outer.remove();
    const { element, where } = slot.spot;
    const parent = where === 'after' ? parentElementOf(element) : element;
    if (!parent) return;
    slot.chip = makeChip(context, parent, slot.comment, slot.decision);
    putInto(element, where, slot.chip.outer);
    if (lit === slot.comment.key) slot.chip.light(true);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        for (const key of byElement.get(target) ?? []) {
          const slot = slots.get(key);
          if (!slot) continue;
          slot.near = isIntersecting;
          if (isIntersecting && !slot.chip?.outer.isConnected) show(slot);
        }
      }
    },
    { rootMargin: NEAR },
  );
  const drop = (key: string) => {
    const slot = slots.get(key);
    if (!slot) return;
    slot.chip?.outer.remove();
    const keys = byElement.get(slot.watched);
    keys?.delete(key);
    if (!keys?.size) observer.unobserve(slot.watched);
    slots.delete(key);
  };
  const light = (key: string | null) => {
    if (key === lit) return;
    if (lit !== null) slots.get(lit)?.chip?.light(false);
    lit = key;
    if (lit !== null) slots.get(lit)?.chip?.light(true);
  };
  // One listener for the page: the handle shows while the pointer is anywhere on its comment.
  const follow = (event: Event) => {
    if (!event.isTrusted) return;
    for (let up = event.target as Node | null; up; up = parentOf(up)) {
      const keys = byRoot.get(up);
      if (keys !== undefined) return light(keys);
    }
    light(null);
  };
  for (const type of ['pointerover', 'focusin'])
    document.addEventListener(type, follow, { passive: true, capture: true, signal: stopped.signal });
  const byRoot = new WeakMap<Node, string>();

  return {
    put(comment, elements, decision, visible) {
      const { key } = comment;
      const old = slots.get(key);
      if (!visible) return drop(key);
      for (const node of elements.nodes) byRoot.set(node, key);
      const look = lookOf(decision);
      if (old?.watched.isConnected && old.look === look) {
        old.comment = comment;
        old.decision = decision;
        if (old.near && !old.chip?.outer.isConnected) show(old);
        return;
      }
      const near = old?.near ?? false;
      drop(key);
      const spot = chipSpot(elements);
      if (!spot) return;
      const slot: Slot = { comment, decision, spot, watched: spot.element, look, near, chip: null };
      slots.set(key, slot);
      const keys = byElement.get(spot.element);
      if (keys) keys.add(key);
      else byElement.set(spot.element, new Set([key]));
      if (near) show(slot);
      observer.observe(spot.element);
    },
    drop,
    current: () => (lit !== null && slots.has(lit) ? lit : null),
    focus(key) {
      const slot = slots.get(key);
      if (!slot) return null;
      if (!slot.chip?.outer.isConnected) show(slot);
      slot.chip?.handle.focus({ preventScroll: true });
      return slot.chip?.handle ?? null;
    },
    stop() {
      stopped.abort();
      observer.disconnect();
      for (const key of [...slots.keys()]) drop(key);
    },
  };
}
