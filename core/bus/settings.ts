import { type Check, checked, flag, isObject, list, name, oneOf, record, text } from '../model/check';
import { DEFAULT_SETTINGS, type Settings, SITE_KEYS, type SiteChoice } from '../model/settings';
import { readStored, watchStored } from './bell';
import { changeStored } from './change-stored';
import { STORAGE } from './protocol';

const CHECKS: { readonly [K in keyof Settings]: Check<Settings[K]> } = {
  uiLang: text(35),
  theme: oneOf('auto', 'light', 'dark'),
  density: oneOf('comfortable', 'compact'),
  summaryLength: oneOf('short', 'medium', 'long'),
  stubStyle: oneOf('stub', 'none'),
  keysOn: flag,
  keys: (value, at) => ({ ...DEFAULT_SETTINGS.keys, ...pick(record(text(20), 50)(value, at), Object.keys(DEFAULT_SETTINGS.keys)) }),
  markNew: flag,
  chips: flag,
  keepThreads: flag,
  bySite: (value, at) => record(siteChoice, 10_000)(value, at),
  offSites: list(name(253), 100_000),
};

/** Of one site's choices those that are whole; never throws, so that one broken site does not take the others along. */
function siteChoice(value: unknown): SiteChoice {
  if (!isObject(value)) return {};
  const whole = SITE_KEYS.flatMap((key) => {
    const got = Object.hasOwn(value, key) ? checked<unknown>(CHECKS[key], value[key], key) : null;
    return got?.ok ? [[key, got.value]] : [];
  });
  return Object.fromEntries(whole) as SiteChoice;
}

function pick(from: Readonly<Record<string, string>>, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.filter((key) => Object.hasOwn(from, key)).map((key) => [key, from[key]!]));
}

/** Settings out of whatever lies in storage: a field that is missing or wrong falls back alone, unknown ones are left behind. Never throws. */
export function settingsFrom(stored: unknown): Settings {
  if (!isObject(stored)) return DEFAULT_SETTINGS;
  const entries = (Object.keys(CHECKS) as (keyof Settings)[]).map((key) => {
    const got = checked<unknown>(CHECKS[key], stored[key], key);
    return [key, got.ok ? got.value : DEFAULT_SETTINGS[key]] as const;
  });
  return Object.fromEntries(entries) as unknown as Settings;
}

/** The switches as they stand. */
export async function readSettings(): Promise<Settings> {
  return settingsFrom((await readStored([STORAGE.settings]))[STORAGE.settings]);
}

/** Changes the fields that `patchOf` gives for the switches as they stand; gives back the whole. Several at once, in whatever windows of ours, take turns. */
export async function changeSettings(patchOf: (now: Settings) => Partial<Settings>): Promise<Settings> {
  let next = DEFAULT_SETTINGS;
  await changeStored(STORAGE.settings, (stored) => {
    const now = settingsFrom(stored);
    next = settingsFrom({ ...now, ...patchOf(now) });
    return next;
  });
  return next;
}

/** Changes the given fields and leaves the others; gives back the whole. */
export const writeSettings = (patch: Partial<Settings>): Promise<Settings> => changeSettings(() => patch);

/** Calls back with the whole settings after each change, from any context. Stops with the signal. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  watchStored([STORAGE.settings], (rung) => onChange(settingsFrom(rung[STORAGE.settings])), signal);
}
