import { STORAGE } from '../../core/bus/protocol';
import type { Adapter } from '../../core/model/adapter';
import type { Acts } from './acts';
import type { Model, Picking } from './model';
import { startPicking } from './pick';

interface Props {
  readonly model: Model;
  readonly acts: Acts;
  readonly picking: Picking;
}

/** Keeps an adapter for its hosts; an older one for the same host gives way. */
async function keep({ link }: Model, adapter: Adapter): Promise<void> {
  const stored = (await link.read([STORAGE.adapters]))[STORAGE.adapters];
  const old = Array.isArray(stored) ? (stored as readonly Adapter[]) : [];
  const others = old.filter(({ hosts }) => !hosts?.some((host) => adapter.hosts?.includes(host)));
  await link.store({ [STORAGE.adapters]: [...others, adapter] });
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
    await keep(model, adapter);
    model.set({ picking: null });
    acts.say('page.done.pick');
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
