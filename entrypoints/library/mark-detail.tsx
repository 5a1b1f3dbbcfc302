import { useEffect, useState } from 'preact/hooks';
import { ColourChoice } from '../../components/colour-choice';
import { Difference } from '../../components/difference';
import { Name } from '../../components/name';
import { Spans } from '../../components/spans';
import { useStrings } from '../../components/strings';
import type { Mark } from '../../core/model/mark';
import { type MarkAsk, putMark, removeMarks } from '../../core/store/marks';
import { ORPHANED } from '../../core/store/places';
import { DetailFrame } from './detail-frame';
import { MarkLink } from './mark-link';
import { KIND_NAMES } from './marks-view';
import { useLibrary, useLive } from './use-store';

/** One mark with the whole text that was kept, its note to be edited, and the way back to its place. */
export function MarkDetail({ uuid, onBack }: { readonly uuid: string; readonly onBack: () => void }) {
  const { t, date } = useStrings();
  const { store, done } = useLibrary();
  const read = useLive(async () => {
    const [mark, place] = [await store.db.marks.get(uuid), await store.db.places.get(uuid)];
    return { mark: mark && mark.deletedAt === null ? mark : null, place: place ?? null };
  }, [store, uuid]);
  const mark = read?.mark ?? null;
  const [note, setNote] = useState('');
  useEffect(() => setNote(mark?.note ?? ''), [mark?.note]);
  if (!mark)
    return <DetailFrame back={t('mark.back')} onBack={onBack} state={read ? 'gone' : 'busy'} gone={t('mark.gone')} onRemove={() => {}} />;

  const change = (patch: Pick<Partial<MarkAsk>, 'note' | 'colour'>) =>
    void done.run((op) => putMark(store, op, { kind: mark.kind, on: targetOf(mark), uuid, ...patch }), 'done.mark.note');
  const remove = async () => {
    if (await done.run((op) => removeMarks(store, op, [uuid]), 'done.mark.remove', { count: 1 })) onBack();
  };
  const quote = mark.selectors?.exact || mark.text;
  const place = read?.place ?? null;
  return (
    <DetailFrame back={t('mark.back')} onBack={onBack} state="there" gone={t('mark.gone')} onRemove={() => void remove()}>
      <header>
        <h1>{mark.commentKey === null ? t('mark.article') : <Name name={mark.author} />}</h1>
        <p class="muted">
          {t(KIND_NAMES[mark.kind])} · <bdi>{mark.site}</bdi> · {date(mark.createdAt, true)}
        </p>
        <p>
          <MarkLink url={mark.url} title={mark.title} quote={quote} />
        </p>
      </header>
      {place && ORPHANED.includes(place.state) && (
        <p class="banner">
          <b>{t(place.state === 'missing' ? 'mark.missing' : 'mark.lost')}</b> {t('mark.lostWhy', { date: date(place.at, true) })}
        </p>
      )}
      <section class="stack">
        <h2>{t('mark.kept')}</h2>
        <p class="text quoted" dir="auto">
          <Spans text={mark.text} ranges={mark.selectors ? [mark.selectors] : []} />
        </p>
      </section>
      {place?.now != null && (
        <section class="stack">
          <h2>{t('mark.diff')}</h2>
          <p class="muted">{t('mark.diffWhy', { date: date(place.at, true) })}</p>
          <p class="text quoted" dir="auto">
            <Difference before={mark.text} after={place.now} />
          </p>
        </section>
      )}
      {mark.kind !== 'hide' && mark.kind !== 'allow' && (
        <>
          <label class="stack">
            <h2>{t('mark.note')}</h2>
            <textarea
              class="field"
              rows={5}
              dir="auto"
              value={note}
              onInput={(event) => setNote(event.currentTarget.value)}
              onBlur={() => {
                if (note !== mark.note) change({ note });
              }}
            />
          </label>
          <section class="stack">
            <h2>{t('label.colour')}</h2>
            <ColourChoice label={t('label.colour')} value={mark.colour ?? 'yellow'} onChange={(colour) => change({ colour })} />
          </section>
        </>
      )}
    </DetailFrame>
  );
}

const targetOf = ({ site, threadKey, commentKey, url, title, author, authorId, text }: Mark): MarkAsk['on'] => ({
  site,
  threadKey,
  commentKey,
  url,
  title,
  author,
  authorId,
  text,
});
