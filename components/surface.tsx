import { type ComponentChildren, createContext } from 'preact';
import { useContext, useLayoutEffect, useMemo } from 'preact/hooks';
import { DEFAULT_SETTINGS, type Settings } from '../core/model/settings';
import { type Strings as Catalogue, formatMessage } from '../core/text/strings';
import { StringsContext, stringsOf } from './strings';

const SettingsContext = createContext<Settings>(DEFAULT_SETTINGS);

/** The switches as they stand. */
export const useSettings = (): Settings => useContext(SettingsContext);

interface Props {
  readonly settings: Settings;
  readonly strings: Catalogue;
  readonly children: ComponentChildren;
}

/** The frame of every page of ours: gives words and settings to all below, and sets language, theme and density on the document. */
export function Surface({ settings, strings, children }: Props) {
  const words = useMemo(() => stringsOf(strings.lang, (key, values) => formatMessage(strings.texts, key, values, strings.lang)), [strings]);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = strings.lang;
    root.dataset.density = settings.density;
    if (settings.theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = settings.theme;
  }, [strings.lang, settings.theme, settings.density]);
  return (
    <SettingsContext.Provider value={settings}>
      <StringsContext.Provider value={words}>{children}</StringsContext.Provider>
    </SettingsContext.Provider>
  );
}
