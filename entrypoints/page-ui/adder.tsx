import { useRef } from 'preact/hooks';
import { COLOURS, type Colour } from '../../core/model/person';
import type { Acts } from './acts';
import type { Model } from './model';
import { selectorsOf } from './note-dialog';
import { usePlace } from './use-place';

const OFFERED: readonly Colour[] = COLOURS.filter((colour) => ['yellow', 'green', 'blue', 'red'].includes(colour));

/** The small bar at a selection: a highlight in one of four colours, or one with a note. */
export function Adder({ model, acts, range }: { readonly model: Model; readonly acts: Acts; readonly range: Range }) {
  const { t, link } = model;
  const box = useRef<HTMLDivElement>(null);
  const { left, top } = usePlace(range, box, null);
  const key = link.keyOf(range.startContainer);
  const add = async (colour: Colour) => {
    const selectors = selectorsOf(model, key, range);
    model.set({ adder: null });
    if (selectors && (await acts.mark('highlight', key, { colour, selectors }))) link.document.getSelection()?.removeAllRanges();
  };
  return (
    <div ref={box} class="panel adder" role="toolbar" aria-label={t('page.adder.label')} style={{ left: `${left}px`, top: `${top}px` }}>
      {OFFERED.map((colour) => (
        <button
          key={colour}
          type="button"
          class={`colour ${colour}`}
          aria-label={t('page.adder.highlight', { colour: t(`page.colour.${colour}`) })}
          title={t('page.adder.highlight', { colour: t(`page.colour.${colour}`) })}
          style={{ background: `var(--tag-${colour})` }}
          onClick={() => void add(colour)}
        />
      ))}
      <button
        type="button"
        class="btn plain small note"
        onClick={() => model.set({ adder: null, panel: { kind: 'note', key, at: range, range } })}
      >
        {t('page.adder.note')}
      </button>
    </div>
  );
}
