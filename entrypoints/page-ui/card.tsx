import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { MentionList } from '../../components/mention-list';
import { SUMMARY_SENTENCES, type SummaryLength } from '../../core/model/settings';
import { summariseArticle } from '../../core/summary/article';
import { type CopyForm, summaryAs } from '../../core/summary/copy-summary';
import type { Acts } from './acts';
import { selectionSource, storySource } from './card-source';
import type { Model } from './model';

interface Props {
  readonly model: Model;
  readonly acts: Acts;
}
interface Corner {
  readonly right: number;
  readonly top: number;
}

const LENGTHS: readonly SummaryLength[] = ['short', 'medium', 'long'];
const COPIES: readonly CopyForm[] = ['text', 'markdown', 'quotes'];
const PLACE_KEY = 'card';
const STEP = 16; // px a press of an arrow key moves the card
const HOME: Corner = { right: 16, top: 16 };

/** The summary of the story beside the page. It is moved by its title bar, by mouse, finger or arrow keys, and stays where it was put. */
export function Card({ model, acts }: Props) {
  const { t, link, state } = model;
  const selected = state.card?.selected ?? null;
  const source = selected ? selectionSource(link, selected) : storySource(link);
  const { article } = source;
  const length = state.card?.length ?? 'medium';
  const [folded, setFolded] = useState(false);
  const [corner, setCorner] = useState<Corner>(HOME);
  const drag = useRef<{ readonly x: number; readonly y: number; readonly from: Corner } | null>(null);
  const box = useRef<HTMLElement>(null);
  const summary = useMemo(() => article && summariseArticle(article, { sentences: SUMMARY_SENTENCES[length] }), [article, length]);

  useEffect(() => {
    void link.read([PLACE_KEY]).then((stored) => {
      const kept = stored[PLACE_KEY] as Partial<Corner> | undefined;
      if (kept && Number.isFinite(kept.right) && Number.isFinite(kept.top)) setCorner(within({ right: kept.right!, top: kept.top! }));
    });
  }, []);
  // However the card goes: a focused element that is taken away tells nobody in Firefox.
  const pointed = useRef(source);
  pointed.current = source;
  useEffect(() => () => pointed.current.point(null), []);
  const within = ({ right, top }: Corner): Corner => {
    const view = link.document.defaultView!;
    const { offsetWidth = 0 } = box.current ?? {};
    return {
      right: Math.round(Math.max(0, Math.min(right, view.innerWidth - offsetWidth))),
      top: Math.round(Math.max(0, Math.min(top, view.innerHeight - 48))),
    };
  };
  const keep = (next: Corner) => {
    setCorner(next);
    void link.store({ [PLACE_KEY]: next });
  };
  const nudge = (event: KeyboardEvent) => {
    if (event.key === 'Home') {
      event.preventDefault();
      keep(HOME);
      return;
    }
    const move = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
    if (!move) return;
    event.preventDefault();
    keep(within({ right: corner.right + move[0]!, top: corner.top + move[1]! }));
  };
  const close = () => model.set({ card: null });
  const copy = (form: CopyForm) => {
    if (article && summary) void acts.copy(summaryAs(form, article, summary.sentences), 'page.done.copy');
  };

  return (
    <aside
      ref={box}
      class="card"
      aria-label={t(selected ? 'page.card.selection' : 'page.card.label')}
      style={{ right: `${corner.right}px`, top: `${corner.top}px` }}
    >
      <header>
        <button
          type="button"
          class="grip"
          title={t('page.card.move')}
          onKeyDown={nudge}
          onPointerDown={(event) => {
            drag.current = { x: event.clientX, y: event.clientY, from: corner };
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={(event) => {
            const start = drag.current;
            if (start)
              setCorner(within({ right: start.from.right - (event.clientX - start.x), top: start.from.top + (event.clientY - start.y) }));
          }}
          onPointerUp={() => {
            drag.current = null;
            keep(corner);
          }}
        >
          {selected
            ? t('page.card.selection')
            : summary && !summary.tooShort
              ? t('page.card.title', { count: summary.sentences.length })
              : t('page.card.label')}
        </button>
        <button
          type="button"
          class="btn plain small fold"
          aria-expanded={!folded}
          aria-label={t(folded ? 'page.card.unfold' : 'page.card.fold')}
          title={t(folded ? 'page.card.unfold' : 'page.card.fold')}
          onClick={() => setFolded(!folded)}
        >
          {folded ? '▾' : '▴'}
        </button>
        <button type="button" class="btn plain small close" aria-label={t('page.close')} onClick={close}>
          ✕
        </button>
      </header>
      {folded ? null : (
        <div class="card-body">
          {(!article || (summary?.sentences.length === 0 && selected)) && (
            <p class="empty">{t(selected ? 'page.card.noText' : 'page.card.nothing')}</p>
          )}
          {summary?.tooShort && summary.sentences.length > 0 && (
            <p class="empty">{t(selected ? 'page.card.selectionShort' : 'page.card.tooShort')}</p>
          )}
          {summary && (
            <ol>
              {summary.sentences.map((sentence) => (
                <li key={`${sentence.block} ${sentence.start}`}>
                  <button
                    type="button"
                    class="sentence"
                    dir="auto"
                    lang={article?.lang ?? undefined}
                    onClick={() => source.reveal(sentence)}
                    onPointerEnter={() => source.point(sentence)}
                    onPointerLeave={() => source.point(null)}
                    onFocus={() => source.point(sentence)}
                    onBlur={() => source.point(null)}
                  >
                    {sentence.text}
                  </button>
                </li>
              ))}
            </ol>
          )}
          {summary && !(selected && summary.tooShort) && (
            <MentionList
              people={summary.people}
              numbers={summary.numbers}
              lang={article?.lang ?? null}
              words={{
                title: t('page.mentions'),
                people: t('page.mentions.people'),
                numbers: t('page.mentions.numbers'),
                none: t('page.mentions.none'),
              }}
              onReveal={source.reveal}
              onPoint={source.point}
            />
          )}
        </div>
      )}
      {article && summary && !folded && (
        <footer>
          <fieldset class="lengths" aria-label={t('page.card.length')}>
            {LENGTHS.map((one) => (
              <button
                key={one}
                type="button"
                class="btn plain small"
                aria-pressed={one === length}
                onClick={() => model.set({ card: { length: one, selected } })}
              >
                {t(`page.card.${one}`)}
              </button>
            ))}
            <span class="grow" />
            <select
              class="copy"
              aria-label={t('page.copy')}
              value=""
              onChange={(event) => {
                copy(event.currentTarget.value as CopyForm);
                event.currentTarget.value = '';
              }}
            >
              <option value="" disabled hidden>
                {t('page.copy')}
              </option>
              {COPIES.map((form) => (
                <option key={form} value={form}>
                  {t(`page.card.copy.${form}`)}
                </option>
              ))}
            </select>
          </fieldset>
          <p>{t('page.card.how')}</p>
        </footer>
      )}
    </aside>
  );
}
