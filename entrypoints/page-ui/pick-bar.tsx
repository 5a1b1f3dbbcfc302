import type { Model } from './model';

/** What to do while a comment is being pointed out. */
export function PickBar({ model }: { readonly model: Model }) {
  return (
    <div class="pick" role="status">
      <span class="grow">{model.t('page.pick.how')}</span>
      <button type="button" class="btn" onClick={() => model.set({ picking: false })}>
        {model.t('page.cancel')}
      </button>
    </div>
  );
}
