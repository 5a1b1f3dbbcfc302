import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { SUMMARY_SENTENCES, type SummaryLength } from '../../core/model/settings';
import { summariseArticle } from '../../core/summary/article';
import type { Acts } from './acts';
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
const PLACE_KEY = 'card';
const STEP = 16; // px a press of an arrow key moves the card
const HOME: Corner = { right: 16, top: 16 };

/** The summary of the story beside the page. It is moved by its title bar, by mouse, finger or arrow keys, and stays where it was put. */
export function Card({ model, acts }: Props) {
  const { t, link, state } = model;
  const { article } = link.found();
  const length = state.card?.length ?? 'medium';
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
    const move = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
    if (!move) return;
    event.preventDefault();
    keep(within({ right: corner.right + move[0]!, top: corner.top + move[1]! }));
  };
  const close = () => {
    link.point(null);
    model.set({ card: null });
  };
  const copy = () =>
    void acts.copy(
      `${article?.title ?? ''}\n\n${summary?.sentences.map(({ text }) => text).join('\n') ?? ''}\n\n${link.url()}`,
      'page.done.copy',
    );

  return (
    <aside ref={box} class="card" aria-label={t('page.card.label')} style={{ right: `${corner.right}px`, top: `${corner.top}px` }}>
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
          {summary && !summary.tooShort ? t('page.card.title', { count: summary.sentences.length }) : t('page.card.label')}
        </button>
        <button type="button" class="btn plain small close" aria-label={t('page.close')} onClick={close}>
          ✕
        </button>
      </header>
      {!article && <p class="empty">{t('page.card.nothing')}</p>}
      {summary?.tooShort && <p class="empty">{t('page.card.tooShort')}</p>}
      {summary && (
        <ol>
          {summary.sentences.map((sentence) => {
            const place = { kind: 'sentence', block: sentence.block, start: sentence.start, end: sentence.end } as const;
            return (
              <li key={`${sentence.block} ${sentence.start}`}>
                <button
                  type="button"
                  class="sentence"
                  lang={article?.lang ?? undefined}
                  onClick={() => link.reveal(place, true)}
                  onPointerEnter={() => link.point(place)}
                  onPointerLeave={() => link.point(null)}
                  onFocus={() => link.point(place)}
                  onBlur={() => link.point(null)}
                >
                  {sentence.text}
                </button>
              </li>
            );
          })}
        </ol>
      )}
      {article && (
        <footer>
          <fieldset class="lengths" aria-label={t('page.card.length')}>
            {LENGTHS.map((one) => (
              <button
                key={one}
                type="button"
                class="btn plain small"
                aria-pressed={one === length}
                onClick={() => model.set({ card: { length: one } })}
              >
                {t(`page.card.${one}`)}
              </button>
            ))}
            <span class="grow" />
            <button type="button" class="btn plain small" onClick={copy}>
              {t('page.copy')}
            </button>
          </fieldset>
          <p>{t('page.card.how')}</p>
        </footer>
      )}
    </aside>
  );
}
