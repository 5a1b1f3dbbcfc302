import { useMemo, useState } from 'preact/hooks';
import type { Colour } from '../../core/model/person';
import { describe } from '../../core/page/anchor';
import { textOfRange } from '../../core/page/quote-range';
import { articleText } from '../page-session/marks';
import type { Acts } from './acts';
import { Colours } from './colours';
import type { Anchor, Model } from './model';
import { OrphanNotice } from './orphan-notice';
import { Panel } from './panel';

interface Props {
  readonly model: Model;
  readonly acts: Acts;
  readonly commentKey: string | null;
  readonly at: Anchor;
  readonly range: Range | null;
}

/** Selectors of a selected range within a comment or the article; null when it lies in neither. */
export function selectorsOf({ link }: Model, key: string | null, range: Range) {
  const { article, blockElements } = link.found();
  const found = key === null ? null : link.comment(key);
  const text = found ? found.comment.text : article ? articleText(article.blocks) : '';
  const place = textOfRange(found ? found.elements.body : blockElements, text, range);
  return place && describe(text, place.start, place.end);
}

/** Writes a note on a comment, on the article, or on a passage of either (then it is a highlight with a note). */
export function NoteDialog({ model, acts, commentKey, at, range }: Props) {
  const { t, link } = model;
  const old = range ? null : (link.marks().find((mark) => mark.commentKey === commentKey && mark.kind === 'note') ?? null);
  const [note, setNote] = useState(old?.note ?? '');
  const [colour, setColour] = useState<Colour>('yellow');
  // Selections move with the page: what was selected is described once.
  const selectors = useMemo(() => (range ? selectorsOf(model, commentKey, range) : null), [range]);
  const save = async () => {
    const done = selectors
      ? await acts.mark('highlight', commentKey, { note, colour, selectors })
      : await acts.mark('note', commentKey, { note, ...(old ? { uuid: old.uuid } : {}) });
    if (done) model.close();
  };
  return (
    <Panel model={model} at={at} role="dialog" label={t('page.note.title')} kind="note">
      <h2>{t('page.note.title')}</h2>
      {selectors && <blockquote class="quote">{selectors.exact}</blockquote>}
      {selectors && <Colours t={t} value={colour} onChange={setColour} />}
      <textarea
        class="field"
        data-first
        rows={4}
        aria-label={t('page.note.text')}
        placeholder={t('page.note.text')}
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <OrphanNotice model={model} acts={acts} text={note} />
      <div class="row end">
        {old && (
          <button
            type="button"
            class="btn plain danger"
            onClick={() => {
              model.close();
              void acts.unmark([old.uuid]);
            }}
          >
            {t('page.delete')}
          </button>
        )}
        <span class="grow" />
        <button type="button" class="btn plain" onClick={() => model.close()}>
          {t('page.cancel')}
        </button>
        <button type="button" class="btn primary save" disabled={note.trim() === '' && !selectors} onClick={() => void save()}>
          {t('page.save')}
        </button>
      </div>
    </Panel>
  );
}
