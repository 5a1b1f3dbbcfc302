import type { Settings } from '../model/settings';
import type { Strings } from '../text/strings';
import { readSettings, watchSettings } from './settings';
import { loadStrings } from './strings';

/** What every page of the extension needs before it can draw: the switches, and the words of the chosen language. */
export interface UiState {
  readonly settings: Settings;
  readonly strings: Strings;
}

/** Calls back with settings and words, once when they are read and again after each change of a setting. Stops with the signal. */
export async function watchUi(onChange: (state: UiState) => void, signal: AbortSignal): Promise<void> {
  let settings = await readSettings();
  let strings = await loadStrings(settings.uiLang);
  const show = async (next: Settings): Promise<void> => {
    const before = settings.uiLang;
    settings = next;
    if (next.uiLang !== before) strings = await loadStrings(next.uiLang);
    if (!signal.aborted && settings === next) onChange({ settings, strings });
  };
  watchSettings((next) => void show(next), signal);
  await show(settings);
}
