import { Icon } from '../../components/icon';
import { Segmented } from '../../components/segmented';
import { useStrings } from '../../components/strings';
import { useSettings } from '../../components/surface';
import { writeSettings } from '../../core/bus/settings';
import { chooseOn, SITE_KEYS, type SiteChoice } from '../../core/model/settings';
import { type SettingRow, SettingRows } from './setting-rows';
import { choiceOf, optionOf, PAGE_CHOICES } from './site-choices';

/** No choice of its own: what holds everywhere holds here. */
const AS_EVERYWHERE = '';

/** How pages of one site look, where that differs from everywhere. */
export function SiteSettings({ site, onBack }: { readonly site: string; readonly onBack: () => void }) {
  const { t } = useStrings();
  const settings = useSettings();
  const own: SiteChoice = Object.hasOwn(settings.bySite, site) ? settings.bySite[site]! : {};
  const choose = (key: keyof SiteChoice, option: string) => {
    const { bySite } = chooseOn(settings, site, key, option === AS_EVERYWHERE ? undefined : choiceOf(key, option));
    void writeSettings({ bySite });
  };
  const rows = SITE_KEYS.map((name): SettingRow => {
    const { key, why, options } = PAGE_CHOICES[name];
    const chosen = own[name];
    return {
      key,
      why,
      control: (label) => (
        <Segmented
          name={`site-${name}`}
          label={label}
          value={chosen === undefined ? AS_EVERYWHERE : optionOf(chosen)}
          onChange={(option) => choose(name, option)}
          options={[
            { value: AS_EVERYWHERE, label: t('settings.asEverywhere') },
            ...options.map(([value, word]) => ({ value, label: t(word) })),
          ]}
        />
      ),
    };
  });
  return (
    <div class="scroll stack">
      <div class="row">
        <button type="button" class="btn plain" onClick={onBack}>
          <Icon name="back" />
          {t('library.settings')}
        </button>
      </div>
      <header>
        <h1>
          <bdi>{site}</bdi>
        </h1>
        <p class="muted">{t('settings.site.why')}</p>
      </header>
      <SettingRows rows={rows} />
    </div>
  );
}
