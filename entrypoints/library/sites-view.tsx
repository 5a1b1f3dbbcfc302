import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Icon } from '../../components/icon';
import { StateView } from '../../components/state-view';
import { useStrings } from '../../components/strings';
import { useSettings } from '../../components/surface';
import { Switch } from '../../components/switch';
import { ask } from '../../core/bus/call';
import { ALL_SITES, originOf, siteOfOrigin } from '../../core/model/origin';
import { ListHead } from './list-head';
import { siteSettingsLink } from './site-settings-list';
import { useLibrary } from './use-store';

/** Origins that the browser grants us, and again after each change. undefined while they are first read. */
function useOrigins(): readonly string[] | undefined {
  const [origins, setOrigins] = useState<readonly string[]>();
  useEffect(() => {
    const read = () => void browser.permissions.getAll().then((all) => setOrigins([...(all.origins ?? [])].sort()));
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  return origins;
}

/** Where Postil may run: all sites or chosen ones, each with its switch and a way to its own settings; what the browser granted can be given back here, and asked for anew. */
export function SitesView({ query, onSearch }: { readonly query: string; readonly onSearch: (query: string) => void }) {
  const { t } = useStrings();
  const { offSites, bySite } = useSettings();
  const { done } = useLibrary();
  const origins = useOrigins();
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState(false);
  const everywhere = origins?.some((origin) => ALL_SITES.includes(origin)) ?? false;
  const chosen = (origins ?? []).filter((origin) => !ALL_SITES.includes(origin)).map((origin) => ({ origin, site: siteOfOrigin(origin) }));
  const others = [...new Set([...offSites, ...Object.keys(bySite)])].filter((site) => !chosen.some((row) => row.site === site)).sort();
  const rows = [...chosen, ...others.map((site) => ({ origin: null, site }))].filter((row) =>
    row.site.includes(query.trim().toLowerCase()),
  );

  // Nothing may be awaited before request(): the browser wants the click itself.
  const request = (wanted: string) =>
    void browser.permissions.request({ origins: [wanted] }).then(
      (granted) => (granted ? setAddress('') : undefined),
      () => setProblem(true),
    );
  const add = () => {
    const origin = originOf(address);
    setProblem(origin === null);
    if (origin) request(origin);
  };
  const remove = async (wanted: readonly string[]) => {
    if (!(await browser.permissions.remove({ origins: [...wanted] }).catch(() => false))) done.say('fault.siteRemove');
    // The browser may ask again: it is told to by the click on Undo.
    else done.offer('done.siteRemoved', () => request(wanted[0]!));
  };
  const askAgain = (site: string) => {
    const origin = originOf(site);
    if (origin) request(origin);
    if (offSites.includes(site)) setOn(site, true);
  };
  const setOn = (site: string, on: boolean) =>
    void ask('site.set', { op: crypto.randomUUID(), site, on }).then((answer) => {
      if (!answer.ok) done.say('fault.silent');
    });
  return (
    <div class="scroll stack">
      <ListHead
        title={t('library.sites')}
        count={t('count.entries', { count: rows.length })}
        searchLabel={t('library.sites.search')}
        query={query}
        onSearch={onSearch}
      />
      <section class="card row">
        <div class="grow settings-name">
          <p>{t('sites.everywhere')}</p>
          <p class="muted">{t('sites.everywhereWhy')}</p>
        </div>
        <Switch on={everywhere} label={t('sites.everywhere')} onChange={(on) => (on ? request(ALL_SITES[0]!) : void remove(ALL_SITES))} />
      </section>
      <form
        class="row nowrap"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <input
          class="field"
          aria-label={t('sites.address')}
          placeholder="forum.example.org"
          aria-invalid={problem}
          aria-describedby="site-problem"
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <button type="submit" class="btn primary field-height">
          {t('sites.add')}
        </button>
      </form>
      <p class="problem" id="site-problem" role="alert">
        {problem && t('sites.badAddress')}
      </p>
      {rows.length === 0 && !everywhere && <StateView title={t('sites.none')} text={t('sites.noneWhy')} />}
      <ul class="settings">
        {rows.map(({ origin, site }) => (
          <li key={origin ?? site}>
            <div class="grow settings-name">
              <p>
                <a href={siteSettingsLink(site)} title={t('settings.site.why')}>
                  <bdi>{site}</bdi>
                </a>
              </p>
              <p class="muted">
                {offSites.includes(site) ? t('sites.switchedOff') : origin || everywhere ? t('sites.granted') : t('filters.onClick')}
              </p>
            </div>
            {!origin && !everywhere && (
              <button type="button" class="btn" aria-label={t('sites.askAgainFor', { site })} onClick={() => askAgain(site)}>
                {t('sites.askAgain')}
              </button>
            )}
            <Switch on={!offSites.includes(site)} label={t('popup.runHere', { site })} onChange={(on) => setOn(site, on)} />
            {origin && (
              <button
                type="button"
                class="btn icon plain"
                aria-label={t('sites.remove', { site })}
                title={t('sites.remove', { site })}
                onClick={() => void remove([origin])}
              >
                <Icon name="trash" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
