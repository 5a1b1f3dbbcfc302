import type { Acts } from './acts';
import type { Model } from './model';

/** Shown in a panel that can't be saved any more, because the extension was updated under it: the text can still be taken along. */
export function OrphanNotice({ model, acts, text }: { readonly model: Model; readonly acts: Acts; readonly text: string }) {
  const { t, link, state } = model;
  if (!state.orphaned) return null;
  return (
    <div class="problem" role="alert">
      <p>{t('page.orphan.note')}</p>
      <div class="row">
        <button type="button" class="btn" onClick={() => void acts.copy(text, 'page.done.copy')}>
          {t('page.orphan.copy')}
        </button>
        <button type="button" class="btn" onClick={() => link.document.location.reload()}>
          {t('page.orphan.reload')}
        </button>
      </div>
    </div>
  );
}
