export type SummaryLength = 'short' | 'medium' | 'long';

/** How many sentences each length asks for; shorter articles give fewer. */
export const SUMMARY_SENTENCES: Readonly<Record<SummaryLength, number>> = { short: 1, medium: 3, long: 6 };

/** The switches that can be chosen anew for one site: how pages look there. */
export const SITE_KEYS = ['theme', 'density', 'stubStyle', 'markNew', 'chips'] as const;
export type SiteChoice = Partial<Pick<Settings, (typeof SITE_KEYS)[number]>>;

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
  /** A bar beside comments that are new since the last visit. */
  readonly markNew: boolean;
  /** Labels beside names. */
  readonly chips: boolean;
  /** Keep comments of the threads read last, so that rules can be tried on them. */
  readonly keepThreads: boolean;
  /** What was chosen otherwise for single sites, by site. */
  readonly bySite: Readonly<Record<string, SiteChoice>>;
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
  chips: true,
  keepThreads: true,
  bySite: {},
  offSites: [],
};

/** The switches as they hold on one site. */
export const settingsOn = (settings: Settings, site: string): Settings =>
  Object.hasOwn(settings.bySite, site) ? { ...settings, ...settings.bySite[site] } : settings;

/** The switches with one choice for a site: `undefined` goes back to what holds everywhere. A site without a choice of its own is forgotten. */
export function chooseOn<K extends keyof SiteChoice>(settings: Settings, site: string, key: K, value: SiteChoice[K]): Settings {
  const { [key]: _, ...others } = settings.bySite[site] ?? {};
  const choice: SiteChoice = value === undefined ? others : { ...others, [key]: value };
  const { [site]: __, ...rest } = settings.bySite;
  return { ...settings, bySite: Object.keys(choice).length === 0 ? rest : { ...rest, [site]: choice } };
}
