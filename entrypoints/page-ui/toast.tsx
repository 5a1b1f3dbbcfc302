import { useEffect } from 'preact/hooks';
import type { Acts } from './acts';
import type { Model } from './model';

const TOAST_MS = 8000; // long enough to read and to reach the button

/** What was just done, and how to take it back. The live region itself is always there, so that it is read out. */
export function Toast({ model, acts, root }: { readonly model: Model; readonly acts: Acts; readonly root: ShadowRoot }) {
  const { toast, panel, card } = model.state;
  useEffect(() => {
    if (!toast) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(() => {
        // It stays while the pointer or the focus is on it.
        if (root.querySelector('.toast:hover, .toast:focus-within')) wait();
        else model.set({ toast: null });
      }, TOAST_MS);
    };
    wait();
    return () => clearTimeout(timer);
  }, [toast?.id]);
  const op = toast?.op;
  return (
    <div class={`toast-place ${panel || card ? 'above' : ''}`} role="status">
      {toast && (
        <div class={`toast ${toast.isProblem ? 'is-problem' : ''}`}>
          <span class="grow">{toast.text}</span>
          {op && (
            <button type="button" class="link undo" onClick={() => void acts.undo(op)}>
              {model.t('page.undo')}
            </button>
          )}
          {toast.toLost && (
            <button type="button" class="link" onClick={() => acts.openLibrary('notes', undefined, 'lost')}>
              {model.t('page.lost.show')}
            </button>
          )}
          <button type="button" class="btn plain small" aria-label={model.t('page.close')} onClick={() => model.set({ toast: null })}>
            ✕
          </button>
        </div>
      )}
    </div>
  );
}
