import type { ComponentChildren } from 'preact';
import { SearchField } from '../../components/search-field';
import { Segmented } from '../../components/segmented';
import { type MessageKey, useStrings } from '../../components/strings';
import { useSettings } from '../../components/surface';
import { Switch } from '../../components/switch';
import { writeSettings } from '../../core/bus/settings';
import { DEFAULT_SETTINGS, type Settings } from '../../core/model/settings';
import { LANGUAGES } from '../../core/text/languages';
import { EngineSettings } from './engine-settings';
import { matches, searchWords } from './matching';
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

interface Entry {
  readonly key: MessageKey;
  readonly why: MessageKey | null;
  readonly control: (label: string) => ComponentChildren;
}

/** All switches, with a search over their names and explanations. */
export function SettingsView({ query, onSearch }: { readonly query: string; readonly onSearch: (query: string) => void }) {
  const { t } = useStrings();
  const settings = useSettings();
  const { done } = useLibrary();
  const set = (patch: Partial<Settings>) => void writeSettings(patch);
  const entries: readonly Entry[] = [
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
      key: 'settings.theme',
      why: null,
      control: (label) => (
        <Segmented
          name="theme"
          label={label}
          value={settings.theme}
          onChange={(theme) => set({ theme })}
          options={[
            { value: 'auto', label: t('settings.theme.auto') },
            { value: 'light', label: t('settings.theme.light') },
            { value: 'dark', label: t('settings.theme.dark') },
          ]}
        />
      ),
    },
    {
      key: 'settings.density',
      why: null,
      control: (label) => (
        <Segmented
          name="density"
          label={label}
          value={settings.density}
          onChange={(density) => set({ density })}
          options={[
            { value: 'comfortable', label: t('settings.density.comfortable') },
            { value: 'compact', label: t('settings.density.compact') },
          ]}
        />
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
    {
      key: 'settings.stub',
      why: 'settings.stub.why',
      control: (label) => (
        <Segmented
          name="stub"
          label={label}
          value={settings.stubStyle}
          onChange={(stubStyle) => set({ stubStyle })}
          options={[
            { value: 'stub', label: t('settings.stub.line') },
            { value: 'none', label: t('settings.stub.none') },
          ]}
        />
      ),
    },
    {
      key: 'settings.markNew',
      why: 'settings.markNew.why',
      control: (label) => <Switch on={settings.markNew} label={label} onChange={(markNew) => set({ markNew })} />,
    },
    {
      key: 'settings.keys',
      why: 'settings.keys.why',
      control: (label) => <Switch on={settings.keysOn} label={label} onChange={(keysOn) => set({ keysOn })} />,
    },
    ...(Object.keys(KEYS) as KeyName[]).map(
      (name): Entry => ({
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
  const shown = entries.filter((entry) =>
    matches({ ...entry }, () => [t('library.settings'), t(entry.key), entry.why ? t(entry.why) : ''], words),
  );
  const engines = matches({}, () => [t('engines.title'), t('engines.builtIn'), t('engines.server'), t('engines.server.why')], words);
  const reset = async () => {
    const before = settings;
    await writeSettings(DEFAULT_SETTINGS);
    done.offer('done.settingsReset', () => void writeSettings(before));
  };
  return (
    <div class="scroll stack">
      <header class="list-head">
        <h1>{t('library.settings')}</h1>
        <SearchField label={t('settings.search')} value={query} onSearch={onSearch} />
      </header>
      {shown.length === 0 && !engines && <p class="muted">{t('library.noMatch')}</p>}
      <ul class="settings">
        {shown.map((entry) => (
          <li key={entry.key}>
            <div class="grow settings-name">
              <p>{t(entry.key)}</p>
              {entry.why && <p class="muted">{t(entry.why)}</p>}
            </div>
            {entry.control(t(entry.key))}
          </li>
        ))}
      </ul>
      {engines && <EngineSettings />}
      <p>
        <button type="button" class="btn" onClick={() => void reset()}>
          {t('settings.reset')}
        </button>
      </p>
    </div>
  );
}
