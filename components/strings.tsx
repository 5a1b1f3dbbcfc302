import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Every key of the catalogue; the type comes from `public/locales/en.json`, so that a mistyped key does not compile. */
export type MessageKey = keyof typeof import('../public/locales/en.json');

/** What a message's placeholders stand for; numbers are written in the language's own way. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** The words of one language. `lang` is a BCP 47 tag; `n` and `date` format in it. */
export interface Strings {
  readonly lang: string;
  readonly t: (key: MessageKey, values?: MessageValues) => string;
  readonly n: (value: number) => string;
  /** A moment in milliseconds as a date, with the time where `time` is set. */
  readonly date: (at: number, time?: boolean) => string;
  /** How far a moment lies from another, both in milliseconds: "in 7 days", "yesterday". */
  readonly when: (at: number, now: number) => string;
}

/** Before a language is loaded every message is its own key. */
export const NO_STRINGS: Strings = {
  lang: 'en',
  t: (key) => key,
  n: String,
  date: (at) => new Date(at).toISOString().slice(0, 10),
  when: (at) => new Date(at).toISOString().slice(0, 10),
};

/** The words that all views below read. */
export const StringsContext = createContext<Strings>(NO_STRINGS);

/** The words of the language in use. */
export const useStrings = (): Strings => useContext(StringsContext);

const UNITS = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
] as const;
const MINUTE_MS = 60_000;

/** Builds the words of one language from a formatter (`core/text/strings`). */
export function stringsOf(lang: string, t: Strings['t']): Strings {
  const number = new Intl.NumberFormat(lang);
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'medium' });
  const moment = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' });
  const span = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
  return {
    lang,
    t,
    n: (value) => number.format(value),
    date: (at, time) => (time ? moment : day).format(at),
    when: (at, now) => {
      const [unit, size] = UNITS.find(([, ms]) => Math.abs(at - now) >= ms) ?? ['minute', MINUTE_MS];
      return span.format(Math.round((at - now) / size), unit);
    },
  };
}
