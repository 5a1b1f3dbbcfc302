import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type Strings, useStrings } from '../../components/strings';
import type { EngineRequest, EngineResult } from '../../core/summary/model';
import type { Offer } from './load-engines';

/** What is seen of one run: its text so far, how much of a model is there, and in the end its result. */
interface Run {
  readonly offer: Offer;
  readonly text: string;
  readonly loaded: number | null;
  readonly result: EngineResult | null;
}

/** Why there is no text, with what can be done about it. */
function problemOf({ offer, result }: Run, { t }: Strings): string {
  if (!result || result.ok) return '';
  const { name } = offer.engine;
  const { problem, status } = result;
  if (problem === 'forbidden' && status === 401) return t('engines.problem.key', { name });
  if (problem === 'forbidden' && status === null) return t('engines.problem.click');
  // What must be allowed is this extension, by the name that the server sees.
  if (problem === 'forbidden') return t('engines.problem.forbidden', { name, origin: location.origin });
  if (problem === 'denied') return t(offer.trial ? 'engines.firefox.denied' : 'engines.denied');
  if (problem === 'refused' && status === 200) return t('engines.problem.inAnswer', { name });
  if (problem === 'refused' && status !== null)
    return t(status === 400 || status === 404 ? 'engines.problem.status' : 'engines.problem.server', { name, status: String(status) });
  if (problem === 'refused' && offer.trial) return t('engines.problem.trial');
  return t(`engines.problem.${problem}`, { name });
}

interface Props {
  readonly kind: EngineRequest['kind'];
  /** Changes with the page: what was written of another one goes. */
  readonly id: string;
  /** What is sent, made when it is asked for. */
  readonly source: () => string;
  readonly title: string;
  readonly lang: string | null;
  readonly sentences: number;
}

/** A text by a model, beside the page's own sentences and marked as generated. Shows nothing unless an engine is switched on. */
export function Generated({ kind, id, source, title, lang: written, sentences }: Props) {
  const strings = useStrings();
  const { t } = strings;
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  const [run, setRun] = useState<Run | null>(null);
  const stop = useRef<AbortController | null>(null);
  const lang = written ?? strings.lang;

  useEffect(() => {
    let stale = false;
    void import('./load-engines').then(({ loadEngines }) => loadEngines(lang)).then((found) => (stale ? undefined : setOffers(found)));
    setRun(null);
    return () => {
      stale = true;
      stop.current?.abort();
    };
  }, [id, lang]);

  const generate = async (offer: Offer) => {
    stop.current?.abort();
    const mine = new AbortController();
    stop.current = mine;
    const change = (patch: Partial<Run>) => {
      if (stop.current === mine) setRun((before) => (before ? { ...before, ...patch } : before));
    };
    setRun({ offer, text: '', loaded: null, result: null });
    // Asks only where it is not granted yet. Nothing is awaited for the browser's own model: its download needs the click.
    if (offer.needs !== null && !(await browser.permissions.request(offer.needs).catch(() => false)))
      return change({ result: { ok: false, problem: 'denied', status: null } });
    const result = await offer.engine.summarise(
      { source: source(), title, kind, lang, sentences },
      { signal: mine.signal, onText: (text) => change({ text }), onLoad: (loaded) => change({ loaded }) },
    );
    change({ result, text: result.ok ? result.text : '' });
  };

  if (offers.length === 0) return null;
  const running = run !== null && run.result === null;
  const name = run?.offer.engine.name ?? '';
  return (
    <section class="generated stack">
      {offers.map((offer) => (
        <div key={offer.engine.name} class="row">
          <button
            type="button"
            class="btn"
            disabled={running || (offer.state.state === 'unavailable' && offer.state.reason !== 'permission')}
            onClick={() => void generate(offer)}
          >
            {t('engines.generate', { name: offer.engine.name })}
          </button>
          {offer.state.state !== 'ready' && (
            <span class="muted">
              {offer.trial &&
              (offer.state.state === 'downloadable' || (offer.state.state === 'unavailable' && offer.state.reason === 'permission'))
                ? t('engines.firefox.why')
                : t(`engines.state.${offer.state.state === 'unavailable' ? offer.state.reason : offer.state.state}`)}
            </span>
          )}
        </div>
      ))}
      {running && (
        <div class="row">
          <span role="status" class="muted grow">
            {run.loaded !== null && run.loaded < 1 && run.text === ''
              ? t('engines.loading', { percent: Math.floor(run.loaded * 100) })
              : t(run.text === '' ? 'engines.working' : 'engines.unfinished')}
          </span>
          <button type="button" class="btn" onClick={() => stop.current?.abort()}>
            {t('common.cancel')}
          </button>
        </div>
      )}
      {run !== null && run.text !== '' && (
        <div class="card stack">
          <p class="muted">{t('engines.generatedBy', { name })}</p>
          <p class="text" dir="auto" lang={lang}>
            {run.text}
          </p>
          {run.result?.ok && (
            <p class="muted" role="status">
              {run.result.host === null ? t('engines.onDevice') : t('engines.sent', { count: run.result.sent, host: run.result.host })}
              {run.result.dropped > 0 && ` · ${t('engines.dropped', { count: run.result.dropped })}`}
            </p>
          )}
        </div>
      )}
      {run?.result?.ok === false && (
        <div role="alert">
          <p class={run.result.problem === 'cancelled' ? 'muted' : 'problem text'}>{problemOf(run, strings)}</p>
          <p class="muted">{t('engines.failed')}</p>
        </div>
      )}
    </section>
  );
}
