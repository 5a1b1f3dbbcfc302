import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Icon } from '../../components/icon';
import { Logo } from '../../components/logo';
import { problemText } from '../../components/problem-text';
import { StateView } from '../../components/state-view';
import { useStrings } from '../../components/strings';
import { Switch } from '../../components/switch';
import { Toast } from '../../components/toast';
import { useDone } from '../../components/use-done';
import { useLatest } from '../../components/use-latest';
import { ask } from '../../core/bus/call';
import type { TabPage } from '../../core/bus/page-of-tab';
import { readPage, siteOfPage, watchPage } from '../../core/bus/watch-page';
import { originOf } from '../../core/model/origin';
import { ReadPage } from './read-page';

const undo = async (op: string): Promise<boolean> => {
  const answer = await ask('operation.undo', { op });
  return answer.ok && answer.value.undone;
};

/** The popup of one tab: header with the site's switch, then what the page holds or why there is nothing. */
export function Popup({ tabId }: { readonly tabId: number | null }) {
  const strings = useStrings();
  const { t } = strings;
  const look = useCallback(() => readPage(tabId), [tabId]);
  const { value: page, again: read } = useLatest(look, watchPage, siteOfPage);
  const done = useDone(undo, () => void read());
  const [busy, setBusy] = useState(false);
  const site = page?.site?.site ?? '';

  useEffect(() => {
    document.title = site === '' ? 'Postil' : `Postil · ${site}`;
  }, [site]);

  const setOn = async (on: boolean) => {
    setBusy(true);
    // The permission prompt needs the click itself: nothing may be awaited before it.
    const origin = on && page?.kind === 'ask' ? originOf(site) : null;
    const granted = origin === null || (await browser.permissions.request({ origins: [origin] }).catch(() => false));
    if (granted) await ask('site.set', { op: crypto.randomUUID(), site, on });
    await read();
    setBusy(false);
  };

  return (
    <>
      <header class="popup-head">
        <Logo />
        <b>Postil</b>
        <bdi class="muted ellipsis grow" title={site}>
          {site}
        </bdi>
        {site !== '' && page?.kind !== 'closed' && (
          <Switch on={page?.site?.on ?? false} disabled={busy} label={t('popup.runHere', { site })} onChange={(on) => void setOn(on)} />
        )}
        <button
          type="button"
          class="btn icon plain"
          aria-label={t('popup.library')}
          title={t('popup.library')}
          onClick={() => void browser.runtime.openOptionsPage().then(() => window.close())}
        >
          <Icon name="settings" />
        </button>
      </header>
      {page?.kind === 'read' ? (
        <ReadPage tab={page.tab} site={page.site} report={page.report} done={done} onChanged={() => void read()} />
      ) : (
        <main>
          <NoPage page={page} site={site} onRetry={() => void read()} onTurnOn={() => void setOn(true)} />
        </main>
      )}
      <Toast message={done.toast} onClose={done.clear} />
    </>
  );
}

interface NoPageProps {
  readonly page: Exclude<TabPage, { kind: 'read' }> | null;
  readonly site: string;
  readonly onRetry: () => void;
  readonly onTurnOn: () => void;
}

/** Why there is nothing to show yet, and what can be done about it. */
function NoPage({ page, site, onRetry, onTurnOn }: NoPageProps) {
  const strings = useStrings();
  const { t } = strings;
  if (page === null) return <StateView alone kind="busy" title={t('popup.reading')} />;
  if (page.kind === 'closed') return <StateView alone title={t('popup.closed')} text={t('popup.closedWhy')} />;
  if (page.kind === 'off')
    return (
      <StateView alone title={t('popup.off')} text={t('popup.offWhy', { site })}>
        <button type="button" class="btn primary" onClick={onTurnOn}>
          {t('popup.turnOn')}
        </button>
      </StateView>
    );
  if (page.kind === 'ask')
    return (
      <StateView alone title={t('popup.ask')} text={t('popup.askWhy')}>
        <button type="button" class="btn primary" onClick={onTurnOn} disabled={site === ''}>
          {t('popup.allowSite')}
        </button>
      </StateView>
    );
  return (
    <StateView alone kind="alert" title={problemText(page.problem, strings)} text={page.where}>
      <button type="button" class="btn primary" onClick={onRetry}>
        {t('common.retry')}
      </button>
    </StateView>
  );
}
