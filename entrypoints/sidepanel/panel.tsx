import { useCallback } from 'preact/hooks';
import { problemText } from '../../components/problem-text';
import { StateView } from '../../components/state-view';
import { useStrings } from '../../components/strings';
import { useLatest } from '../../components/use-latest';
import { readPage, siteOfPage, watchFront } from '../../core/bus/watch-page';
import { Outline } from './outline';

/** The side panel: the thread in front as an outline, or why there is none. */
export function Panel({ tabId }: { readonly tabId: number | null }) {
  const strings = useStrings();
  const { t } = strings;
  const look = useCallback(() => readPage(tabId), [tabId]);
  const { value: page, again: read } = useLatest(look, watchFront, siteOfPage);
  if (page?.kind === 'read') return <Outline tab={page.tab} report={page.report} />;
  return (
    <main class="panel-state">
      {page === null && <StateView alone kind="busy" title={t('popup.reading')} />}
      {page?.kind === 'closed' && <StateView alone title={t('popup.closed')} text={t('popup.closedWhy')} />}
      {page?.kind === 'off' && <StateView alone title={t('popup.off')} text={t('popup.offWhy', { site: page.site.site })} />}
      {page?.kind === 'ask' && <StateView alone title={t('popup.ask')} text={t('popup.askWhy')} />}
      {page?.kind === 'failed' && (
        <StateView alone kind="alert" title={problemText(page.problem, strings)} text={page.where}>
          <button type="button" class="btn primary" onClick={() => void read()}>
            {t('common.retry')}
          </button>
        </StateView>
      )}
    </main>
  );
}
