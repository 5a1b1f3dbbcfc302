import { useEffect, useState } from 'preact/hooks';
import { ColourChoice } from '../../components/colour-choice';
import { safeLink, shortAddress } from '../../components/facts';
import { Icon } from '../../components/icon';
import { Name } from '../../components/name';
import { Spans } from '../../components/spans';
import { StateView } from '../../components/state-view';
import { useStrings } from '../../components/strings';
import type { Mark } from '../../core/model/mark';
import { type MarkAsk, putMark, removeMarks } from '../../core/store/marks';
import { fragmentLink } from '../../core/text/fragment-link';
import { KIND_NAMES } from './marks-view';
import { useLibrary, useLive } from './use-store';

/** One mark with the whole text that was kept, its note to be edited, and the way back to its place. */
export function MarkDetail({ uuid, onBack }: { readonly uuid: string; readonly onBack: () => void }) {
  const { t, date } = useStrings();
  const { store, done } = useLibrary();
  const mark = useLive(async () => (await store.db.marks.get(uuid)) ?? null, [store, uuid]);
  const [note, setNote] = useState('');
  useEffect(() => setNote(mark?.note ?? ''), [mark?.note]);
  const back = (
    <button type="button" class="btn plain" onClick={onBack}>
      <Icon name="back" />
      {t('mark.back')}
    </button>
  );
  if (mark === undefined) return <StateView kind="busy" title={t('common.loading')} />;
  if (mark === null || mark.deletedAt !== null) return <StateView title={t('mark.gone')}>{back}</StateView>;

  const change = (patch: Pick<Partial<MarkAsk>, 'note' | 'colour'>) =>
    void done.run((op) => putMark(store, op, { kind: mark.kind, on: targetOf(mark), uuid, ...patch }), 'done.mark.note');
  const remove = async () => {
    if (await done.run((op) => removeMarks(store, op, [uuid]), 'done.mark.remove', { count: 1 })) onBack();
  };
  const link = safeLink(mark.url);
  const quote = mark.selectors?.exact || mark.text;
  return (
    <article class="scroll stack">
      <div class="row">
        {back}
        <span class="grow" />
        <button type="button" class="btn danger" onClick={() => void remove()}>
          <Icon name="trash" />
          {t('common.delete')}
        </button>
      </div>
      <header>
        <h1>{mark.commentKey === null ? t('mark.article') : <Name name={mark.author} />}</h1>
        <p class="muted">
          {t(KIND_NAMES[mark.kind])} · <bdi>{mark.site}</bdi> · {date(mark.createdAt, true)}
        </p>
        <p>
          {link ? (
            <a href={fragmentLink(link, quote)} target="_blank" rel="noopener noreferrer">
              <bdi>{mark.title || shortAddress(mark.url)}</bdi>
            </a>
          ) : (
            <bdi>{mark.title}</bdi>
          )}
        </p>
      </header>
      <section class="stack">
        <h2>{t('mark.kept')}</h2>
        <p class="text quoted" dir="auto">
          <Spans text={mark.text} ranges={mark.selectors ? [mark.selectors] : []} />
        </p>
      </section>
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
    </article>
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
