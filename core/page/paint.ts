import type { Decision } from '../model/decision';
import type { Comment, Thread } from '../model/thread';
import { type Chips, createChips } from './chips';
import type { CommentElements, Found } from './found';
import type { Host } from './host';
import { around } from './inner-tree';
import { keepReading } from './keep-reading';
import { readNesting } from './own-parts';
import { makeNote, makeStub, type PartContext } from './paint-parts';
import { tokensOf } from './paint-tokens';
import { type PaintView, type Plan, planPaint } from './plan-paint';
import { putInto, rectOf, removeAttributeOf, setAttributeOf, textContentOf } from './safe-dom';
import { isLoading } from './safe-write';
import { dropSheet, needSheet } from './sheet';

/** Shows decisions on a page and takes every trace of it away again. */
export interface Painter {
  /** Brings the page in line with the decisions. Only what changed is touched; comments that are gone are cleared. */
  paint(found: Found, decisions: ReadonlyMap<string, Decision>, view: PaintView, notes: ReadonlyMap<string, string>): void;
  /** The same in turns with the page, where nobody waits for it: each step takes a few milliseconds. A later `paint` ends what is left of it. */
  paintInSteps(
    found: Found,
    decisions: ReadonlyMap<string, Decision>,
    view: PaintView,
    notes: ReadonlyMap<string, string>,
  ): Generator<void, void>;
  /** The comment that a node of the page stands in, null if none. */
  keyOf(node: Node | null): string | null;
  /** Takes everything off the comment that holds `node` if its author or text is no longer what was painted (a recycled node). True if so. */
  release(node: Node): boolean;
  /** The comment under the pointer or with the focus, null if none. */
  readonly current: () => string | null;
  /** Gives the focus to a comment's handle; null where it has none. */
  focus(key: string): Element | null;
  /** Restores the page byte for byte. */
  clear(): void;
}

interface Painted {
  readonly elements: CommentElements;
  readonly sign: string;
  look: string;
  marked: readonly Element[];
  stub: Host | null;
  note: Host | null;
}

/** Comments painted between two pauses. */
const STEP = 100;

/** What tells whether a node still shows the comment that it was painted for. */
const signOf = ({ author, body }: CommentElements): string =>
  `${(author && textContentOf(author)) ?? ''}\n${body.map((element) => textContentOf(element) ?? '').join('\n')}`.slice(0, 2000);

/** Makes a painter for a document. Nothing is put into the page before the first comment needs it. */
export function createPainter(context: PartContext): Painter {
  const { document } = context;
  const painted = new Map<string, Painted>();
  let roots = new WeakMap<Node, string>();
  const trees = new Set<ShadowRoot | Document>();
  // Elements that show another comment by now than was read from them: nothing is painted there until they are read anew.
  const outdated = new WeakSet<CommentElements>();
  let chips: Chips | null = null;

  const unmark = (one: Painted) => {
    for (const element of one.marked) removeAttributeOf(element, 'data-postil');
    one.stub?.outer.remove();
    one.note?.outer.remove();
    one.marked = [];
    one.stub = one.note = null;
    one.look = '';
  };
  const drop = (key: string) => {
    const one = painted.get(key);
    if (!one) return;
    unmark(one);
    for (const node of one.elements.nodes) roots.delete(node);
    chips?.drop(key);
    painted.delete(key);
  };
  const keyOf = (node: Node | null): string | null => {
    for (let up = node; up; up = around(up)) {
      const key = roots.get(up);
      if (key !== undefined) return key;
    }
    return null;
  };

  const mark = (
    one: Painted,
    comment: Comment,
    plan: Plan,
    decision: Decision | undefined,
    innerNodes: readonly Element[],
    thread: Thread,
    decisions: ReadonlyMap<string, Decision>,
    view: PaintView,
    note: string,
  ) => {
    const first = one.elements.nodes[0]!;
    const tokens = tokensOf(one.elements, innerNodes, plan.shape, {
      treatment: decision?.treatment,
      colour: decision?.colour,
      isNew: Boolean(decision?.isNew && view.markNew),
      hasMargin,
    });
    for (const [element, list] of tokens) setAttributeOf(element, 'data-postil', list.join(' '));
    one.marked = [...tokens.keys()];
    if (plan.shape === 'stub' || plan.shape === 'fold' || plan.shape === 'opened') {
      const group = plan.group.map((key) => byKey(thread, key)).filter((other) => other !== undefined);
      one.stub = makeStub(
        context,
        first,
        plan.shape,
        group,
        group.map(({ key }) => decisions.get(key)),
      );
      putInto(first, 'prepend', one.stub.outer);
    }
    if (note !== '' && (plan.shape === 'plain' || plan.shape === 'opened')) {
      const last = one.elements.body[one.elements.body.length - 1] ?? first;
      one.note = makeNote(context, last, comment.key, note);
      putInto(last, 'append', one.note.outer);
    }
  };

  let index: { readonly thread: Thread; readonly keys: ReadonlyMap<string, Comment> } | null = null;
  const byKey = (thread: Thread, key: string): Comment | undefined => {
    if (index?.thread !== thread) index = { thread, keys: new Map(thread.comments.map((comment) => [comment.key, comment])) };
    return index.keys.get(key);
  };
  let margin: boolean | null = null;
  // One layout read a page, none while it loads: comments of a thread stand at one edge.
  const hasMargin = (element: Element): boolean => {
    if (isLoading(document)) return true;
    margin ??= rectOf(element).left >= 6;
    return margin;
  };

  let run = 0;
  function* paintInSteps(
    found: Found,
    decisions: ReadonlyMap<string, Decision>,
    view: PaintView,
    notes: ReadonlyMap<string, string>,
  ): Generator<void, void> {
    const mine = ++run;
    const { thread, comments } = found;
    for (const key of [...painted.keys()]) {
      const now = comments.get(key);
      const before = painted.get(key)!;
      // The key must still stand for the very same nodes, else the marks would sit on a stranger.
      if (!now || now.nodes.length !== before.elements.nodes.length || now.nodes.some((node, i) => node !== before.elements.nodes[i]))
        drop(key);
    }
    if (!thread) return;
    needSheet(document, 'paint');
    for (const tree of found.trees ?? []) {
      needSheet(tree, 'paint');
      trees.add(tree);
    }
    chips ??= createChips(context);
    const plans = planPaint(thread, decisions, view);
    const nesting = readNesting(thread, comments);
    const jobs: (() => void)[] = [];
    const tops: Element[] = [];
    let at = 0;
    for (const comment of thread.comments) {
      if (at++ % STEP === STEP - 1) {
        yield;
        if (mine !== run) return;
      }
      const { key } = comment;
      const elements = comments.get(key);
      const plan = plans.get(key);
      if (!elements?.nodes[0] || !plan || outdated.has(elements)) continue;
      let one = painted.get(key);
      if (!one) {
        one = { elements, sign: signOf(elements), look: 'plain', marked: [], stub: null, note: null };
        painted.set(key, one);
        for (const node of elements.nodes) roots.set(node, key);
      }
      const decision = decisions.get(key);
      const note = notes.get(key) ?? '';
      const inner = (nesting.inner.get(key) ?? []).flatMap((other) => comments.get(other)?.nodes ?? []);
      const look = lookOf(plan, decision, view, note, inner.length);
      if (plan.shape !== 'rest' && plan.shape !== 'gone') tops.push(elements.nodes[0]);
      chips.put(comment, elements, decision, plan.shape === 'plain' || plan.shape === 'opened');
      const lost = (one.stub && !one.stub.outer.isConnected) || (one.note && !one.note.outer.isConnected);
      if (one.look === look && !lost) continue;
      const target = one;
      jobs.push(() => {
        unmark(target);
        mark(target, comment, plan, decision, inner, thread, decisions, view, note);
        target.look = look;
      });
    }
    for (let from = 0; from < jobs.length && document.defaultView; from += STEP) {
      if (from > 0) {
        yield;
        if (mine !== run) return;
      }
      keepReading(document.defaultView, tops, () => {
        for (const job of jobs.slice(from, from + STEP)) job();
      });
    }
  }

  return {
    keyOf,
    paintInSteps,
    paint(found, decisions, view, notes) {
      for (const _ of paintInSteps(found, decisions, view, notes));
    },
    current: () => chips?.current() ?? null,
    focus: (key) => chips?.focus(key) ?? null,
    release(node) {
      const key = keyOf(node);
      const one = key === null ? undefined : painted.get(key);
      if (key === null || !one || signOf(one.elements) === one.sign) return false;
      outdated.add(one.elements);
      drop(key);
      return true;
    },
    clear() {
      run++;
      for (const key of [...painted.keys()]) drop(key);
      chips?.stop();
      dropSheet(document, 'paint');
      for (const tree of trees) dropSheet(tree, 'paint');
      trees.clear();
      chips = index = margin = null;
      roots = new WeakMap();
    },
  };
}

/** What a comment's paint depends on; equal looks need no work. */
function lookOf(plan: Plan, decision: Decision | undefined, view: PaintView, note: string, inner: number): string {
  if (
    plan.shape === 'plain' &&
    note === '' &&
    (decision === undefined || (decision.treatment === 'show' && !(decision.isNew && view.markNew)))
  )
    return 'plain';
  const because = decision?.because.map(({ id, name }) => `${id} ${name}`).join();
  return [plan.shape, plan.group.join(), decision?.treatment, decision?.colour, decision?.isNew && view.markNew, because, note, inner].join(
    '|',
  );
}
