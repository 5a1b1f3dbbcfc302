import { useCallback, useState } from 'preact/hooks';
import type { Result } from '../core/model/result';
import { problemText } from './problem-text';
import { type MessageKey, type MessageValues, useStrings } from './strings';
import type { ToastMessage } from './toast';

/** What a view needs to say what was done and to take it back. */
export interface Done {
  readonly toast: ToastMessage | null;
  readonly clear: () => void;
  /** Runs a write under a fresh operation id and says the outcome: the message with Undo, or the problem. True if it was done. */
  readonly run: (write: (op: string) => Promise<Result<unknown>>, key: MessageKey, values?: MessageValues) => Promise<boolean>;
  /** Says something that needs no undo. */
  readonly say: (key: MessageKey, values?: MessageValues) => void;
  /** Says something that was done without an operation, with a way of its own to take it back. */
  readonly offer: (key: MessageKey, undo: () => void) => void;
}

/** Writes with a toast and undo. `undo` takes an operation back and says whether it could; `after` is called when anything was written. */
export function useDone(undo: (op: string) => Promise<boolean>, after: () => void = () => undefined): Done {
  const strings = useStrings();
  const { t } = strings;
  const [toast, setToast] = useState<ToastMessage | null>(null);
  const clear = useCallback(() => setToast(null), []);
  const say = (key: MessageKey, values?: MessageValues) => setToast({ id: crypto.randomUUID(), text: t(key, values), undo: null });
  const offer: Done['offer'] = (key, takeBack) => {
    const back = () => {
      takeBack();
      say('done.undone');
    };
    setToast({ id: crypto.randomUUID(), text: t(key), undo: back });
  };
  const run: Done['run'] = async (write, key, values) => {
    const op = crypto.randomUUID();
    const outcome = await write(op);
    if (!outcome.ok) {
      setToast({ id: op, text: problemText(outcome.problem, strings), undo: null });
      return false;
    }
    const back = async () => {
      const undone = await undo(op);
      say(undone ? 'done.undone' : 'done.notUndone');
      after();
    };
    setToast({ id: op, text: t(key, values), undo: () => void back() });
    after();
    return true;
  };
  return { toast, clear, run, say, offer };
}
