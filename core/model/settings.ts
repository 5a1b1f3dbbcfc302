export type SummaryLength = 'short' | 'medium' | 'long';

/** How many sentences each length asks for; shorter articles give fewer. */
export const SUMMARY_SENTENCES: Readonly<Record<SummaryLength, number>> = { short: 1, medium: 3, long: 6 };

/** Switches kept in storage.local, readable by content scripts: no secrets here. */
export interface Settings {
  /** BCP 47 tag of the UI, '' = the browser's. */
  readonly uiLang: string;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';
  readonly summaryLength: SummaryLength;
  /** `stub`: a one-line stub stands for a hidden comment; `none`: no trace. */
  readonly stubStyle: 'stub' | 'none';
  /** Single-key shortcuts in the page; off until switched on. */
  readonly keysOn: boolean;
  readonly keys: Readonly<Record<'next' | 'previous' | 'tag' | 'hide' | 'note' | 'help', string>>;
  readonly markNew: boolean;
  /** Hosts on which Postil is switched off although the browser grants them. */
  readonly offSites: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  uiLang: '',
  theme: 'auto',
  density: 'comfortable',
  summaryLength: 'medium',
  stubStyle: 'stub',
  keysOn: false,
  keys: { next: 'j', previous: 'k', tag: 't', hide: 'h', note: 'n', help: '?' },
  markNew: true,
  offSites: [],
};
