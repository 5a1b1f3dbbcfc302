import type { Decision } from '../model/decision';
import type { Thread } from '../model/thread';

/** What a reader chose beyond the decisions, and how hidden comments are shown. */
export interface PaintView {
  /** false: hidden comments leave no trace. */
  readonly stubs: boolean;
  readonly markNew: boolean;
  readonly showAll: boolean;
  /** Comments that the reader opened again. */
  readonly opened: ReadonlySet<string>;
}

/** How one comment is painted. `rest` stands under the stub of another one. */
export interface Plan {
  readonly shape: 'plain' | 'stub' | 'fold' | 'rest' | 'gone' | 'opened';
  /** Keys under one stub, the comment's own first; empty unless `shape` is stub, fold or opened. */
  readonly group: readonly string[];
}

const PLAIN: Plan = { shape: 'plain', group: [] };
const REST: Plan = { shape: 'rest', group: [] };
const GONE: Plan = { shape: 'gone', group: [] };

/** Turns decisions into shapes: neighbours that are hidden share one stub, what was opened keeps a bar to close it. Comments without a decision are plain. */
export function planPaint(thread: Thread, decisions: ReadonlyMap<string, Decision>, view: PaintView): ReadonlyMap<string, Plan> {
  const plans = new Map<string, Plan>();
  let run: string[] = [];
  const close = () => {
    run.forEach((key, i) => {
      plans.set(key, i === 0 ? { shape: 'stub', group: run } : REST);
    });
    run = [];
  };
  for (const { key } of thread.comments) {
    const treatment = decisions.get(key)?.treatment ?? 'show';
    const hides = treatment === 'hide' || treatment === 'vanish' || treatment === 'fold';
    if (hides && (view.showAll || view.opened.has(key))) {
      close();
      plans.set(key, { shape: 'opened', group: [key] });
    } else if (treatment === 'hide' && view.stubs) run.push(key);
    else if (treatment === 'hide' || treatment === 'vanish') plans.set(key, GONE);
    else {
      close();
      plans.set(key, treatment === 'fold' ? { shape: 'fold', group: [key] } : PLAIN);
    }
  }
  close();
  return plans;
}
