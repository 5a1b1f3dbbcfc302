import { useState } from 'preact/hooks';
import { Icon } from '../../components/icon';
import { useStrings } from '../../components/strings';
import { useSettings } from '../../components/surface';
import { writeSettings } from '../../core/bus/settings';
import { originOf, siteOfOrigin } from '../../core/model/origin';
import { SITE_KEYS } from '../../core/model/settings';
import { formatRoute, routeTo } from './route';
import { optionOf, PAGE_CHOICES } from './site-choices';
import { useLibrary } from './use-store';

/** Where the switches of one site are. */
export const siteSettingsLink = (site: string): string => formatRoute({ ...routeTo('settings'), item: site });

/** The sites whose pages look otherwise than everywhere, and a way to choose for one more. */
export function SiteSettingsList({ onOpen }: { readonly onOpen: (site: string) => void }) {
  const { t } = useStrings();
  const { bySite } = useSettings();
  const { done } = useLibrary();
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState(false);
  const open = () => {
    const origin = originOf(address);
    setProblem(origin === null);
    if (origin) onOpen(siteOfOrigin(origin));
  };
  const forget = async (site: string) => {
    const { [site]: _, ...others } = bySite;
    await writeSettings({ bySite: others });
    done.offer('done.settingsReset', () => void writeSettings({ bySite }));
  };
  return (
    <section class="stack">
      <h2>{t('settings.sites')}</h2>
      <p class="muted">{t('settings.sites.why')}</p>
      <ul class="settings">
        {Object.keys(bySite)
          .sort()
          .map((site) => (
            <li key={site}>
              <div class="grow settings-name">
                <p>
                  <a href={siteSettingsLink(site)}>
                    <bdi>{site}</bdi>
                  </a>
                </p>
                <p class="muted">
                  {SITE_KEYS.flatMap((key) => {
                    const value = bySite[site]![key];
                    const name = PAGE_CHOICES[key].options.find(([option]) => value !== undefined && option === optionOf(value))?.[1];
                    return name ? [t('settings.site.choice', { name: t(PAGE_CHOICES[key].key), value: t(name) })] : [];
                  }).join(' · ')}
                </p>
              </div>
              <button
                type="button"
                class="btn icon plain"
                aria-label={t('settings.site.forget', { site })}
                title={t('settings.site.forget', { site })}
                onClick={() => void forget(site)}
              >
                <Icon name="trash" />
              </button>
            </li>
          ))}
      </ul>
      <form
        class="row nowrap"
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <input
          class="field"
          aria-label={t('sites.address')}
          placeholder="forum.example.org"
          aria-invalid={problem}
          aria-describedby="site-settings-problem"
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <button type="submit" class="btn field-height">
          {t('settings.site.choose')}
        </button>
      </form>
      <p class="problem" id="site-settings-problem" role="alert">
        {problem && t('settings.site.bad')}
      </p>
    </section>
  );
}
