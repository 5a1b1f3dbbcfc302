import { SearchField } from '../../components/search-field';
import { Segmented } from '../../components/segmented';
import { type MessageKey, useStrings } from '../../components/strings';
import { useSettings } from '../../components/surface';
import { Switch } from '../../components/switch';
import { writeSettings } from '../../core/bus/settings';
import { DEFAULT_SETTINGS, type Settings, SITE_KEYS, type SiteChoice } from '../../core/model/settings';
import { switchOffEngines, writeEngines } from '../../core/store/engine-choice';
import { forgetRecent } from '../../core/store/recent';
import { LANGUAGES } from '../../core/text/languages';
import { EngineSettings, leaveServer } from './engine-settings';
import { matches, searchWords } from './matching';
import { type SettingRow, SettingRows } from './setting-rows';
import { choiceOf, PAGE_CHOICES } from './site-choices';
import { SiteSettingsList } from './site-settings-list';
import { useLibrary } from './use-store';

type KeyName = keyof Settings['keys'];
const KEYS: Readonly<Record<KeyName, MessageKey>> = {
  next: 'settings.key.next',
  previous: 'settings.key.previous',
  tag: 'settings.key.tag',
  hide: 'settings.key.hide',
  note: 'settings.key.note',
  help: 'settings.key.help',
};

/** A language in its own words; Chinese by its script, which is how its readers tell the two. */
const ownName = (tag: string): string => {
  const named = tag === 'zh-CN' ? 'zh-Hans' : tag === 'zh-TW' ? 'zh-Hant' : tag;
  return new Intl.DisplayNames([tag], { type: 'language' }).of(named) ?? tag;
};

interface Props {
  readonly query: string;
  readonly onSearch: (query: string) => void;
  /** Opens the switches of one site. */
  readonly onOpen: (site: string) => void;
}

/** All switches, with a search over their names and explanations. */
export function SettingsView({ query, onSearch, onOpen }: Props) {
  const { t } = useStrings();
  const settings = useSettings();
  const { done, store } = useLibrary();
  const set = (patch: Partial<Settings>) => void writeSettings(patch);
  // What was kept goes with the switch.
  const keep = async (keepThreads: boolean) => {
    await writeSettings({ keepThreads });
    if (!keepThreads) await forgetRecent(store);
  };
  const ofPages = (name: keyof SiteChoice): SettingRow => {
    const { key, why, options } = PAGE_CHOICES[name];
    const value = settings[name];
    return {
      key,
      why,
      control: (label) =>
        typeof value === 'boolean' ? (
          <Switch on={value} label={label} onChange={(on) => set({ [name]: on })} />
        ) : (
          <Segmented
            name={name}
            label={label}
            value={value as string}
            onChange={(option) => set({ [name]: choiceOf(name, option) })}
            options={options.map(([option, word]) => ({ value: option, label: t(word) }))}
          />
        ),
    };
  };
  const rows: readonly SettingRow[] = [
    {
      key: 'settings.language',
      why: null,
      control: (label) => (
        <select class="field" aria-label={label} value={settings.uiLang} onChange={(event) => set({ uiLang: event.currentTarget.value })}>
          <option value="">{t('settings.language.auto')}</option>
          {LANGUAGES.map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {ownName(tag)}
            </option>
          ))}
        </select>
      ),
    },
    {
      key: 'settings.summaryLength',
      why: null,
      control: (label) => (
        <Segmented
          name="summary-length"
          label={label}
          value={settings.summaryLength}
          onChange={(summaryLength) => set({ summaryLength })}
          options={[
            { value: 'short', label: t('length.short') },
            { value: 'medium', label: t('length.medium') },
            { value: 'long', label: t('length.long') },
          ]}
        />
      ),
    },
    ...SITE_KEYS.map(ofPages),
    {
      key: 'settings.keepThreads',
      why: 'settings.keepThreads.why',
      control: (label) => <Switch on={settings.keepThreads} label={label} onChange={(keepThreads) => void keep(keepThreads)} />,
    },
    {
      key: 'settings.keys',
      why: 'settings.keys.why',
      control: (label) => <Switch on={settings.keysOn} label={label} onChange={(keysOn) => set({ keysOn })} />,
    },
    ...(Object.keys(KEYS) as KeyName[]).map(
      (name): SettingRow => ({
        key: KEYS[name],
        why: null,
        control: (label) => (
          <input
            class="field key"
            aria-label={label}
            maxLength={1}
            disabled={!settings.keysOn}
            value={settings.keys[name]}
            onChange={(event) => {
              const key = event.currentTarget.value.trim();
              if (key !== '') set({ keys: { ...settings.keys, [name]: key } });
            }}
          />
        ),
      }),
    ),
  ];
  const words = searchWords(query);
  const textsOf = ({ key, why }: SettingRow) => [t('library.settings'), t(key), why ? t(why) : ''];
  const shown = rows.filter((row) => matches(row, textsOf, words));
  const sites = matches({}, () => [t('settings.sites'), t('settings.sites.why'), ...Object.keys(settings.bySite)], words);
  const engines = matches({}, () => [t('engines.title'), t('engines.builtIn'), t('engines.server'), t('engines.server.why')], words);
  const reset = async () => {
    const before = settings;
    await writeSettings(DEFAULT_SETTINGS);
    const engines = await switchOffEngines(store);
    await leaveServer(engines);
    done.offer('done.settingsReset', () => {
      void writeSettings(before);
      void writeEngines(store, engines);
    });
  };
  return (
    <div class="scroll stack">
      <header class="list-head">
        <h1>{t('library.settings')}</h1>
        <SearchField label={t('settings.search')} value={query} onSearch={onSearch} />
      </header>
      {shown.length === 0 && !engines && !sites && <p class="muted">{t('library.noMatch')}</p>}
      <SettingRows rows={shown} />
      {sites && <SiteSettingsList onOpen={onOpen} />}
      {engines && <EngineSettings />}
      <p>
        <button type="button" class="btn" onClick={() => void reset()}>
          {t('settings.reset')}
        </button>
      </p>
    </div>
  );
}
