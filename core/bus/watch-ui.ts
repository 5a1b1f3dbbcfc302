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
  let latest = 0;
  const show = async (settings: Settings): Promise<void> => {
    latest += 1;
    const mine = latest;
    const strings = await loadStrings(settings.uiLang);
    if (!signal.aborted && mine === latest) onChange({ settings, strings });
  };
  // Watching begins before the first read: a change in between is not lost.
  watchSettings((settings) => void show(settings), signal);
  const settings = await readSettings();
  if (latest === 0) await show(settings);
}
