import type { Acts } from './acts';
import type { Model, Picking } from './model';
import { startPicking } from './pick';

interface Props {
  readonly model: Model;
  readonly acts: Acts;
  readonly picking: Picking;
}

/** What to do while a comment is being pointed out, and then what was found, before anything is stored. */
export function PickBar({ model, acts, picking }: Props) {
  const { t } = model;
  if (picking.kind === 'pointing') {
    const { box, refused } = picking;
    return (
      <>
        {box && (
          <div
            class="pick-box"
            style={{ left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` }}
          />
        )}
        <div class="pick" role="status">
          <span class="grow">{t(refused ? 'page.fault.pick' : 'page.pick.how')}</span>
          <button type="button" class="btn" onClick={() => model.set({ picking: null })}>
            {t('page.cancel')}
          </button>
        </div>
      </>
    );
  }
  const { adapter, records } = picking.learned;
  const [first] = records.records;
  const use = async () => {
    if (await acts.keepAdapter(adapter)) model.set({ picking: null });
  };
  return (
    <div class="pick" role="status">
      <span class="grow">
        {t('page.pick.found', { count: records.records.length })}
        {first && (
          <>
            {' · '}
            <b>
              <bdi>{first.authorName}</bdi>
            </b>{' '}
            {first.text.slice(0, 80)}
          </>
        )}
      </span>
      <button type="button" class="btn primary save" onClick={() => void use()}>
        {t('page.pick.use')}
      </button>
      <button
        type="button"
        class="btn"
        onClick={() => {
          model.link.pointRanges([]);
          startPicking(model);
        }}
      >
        {t('page.pick.again')}
      </button>
      <button type="button" class="btn" onClick={() => model.set({ picking: null })}>
        {t('page.cancel')}
      </button>
    </div>
  );
}
