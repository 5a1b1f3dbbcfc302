import { STORAGE } from '../../core/bus/protocol';
import { settingsFrom } from '../../core/bus/settings';
import { stringsFrom } from '../../core/bus/strings';
import type { Adapter } from '../../core/model/adapter';
import { EMPTY_RULE_PACK, emptySitePack, type RulePack, type SitePack } from '../../core/model/pack';
import { type Settings, settingsOn } from '../../core/model/settings';
import type { Strings } from '../../core/text/strings';

/** What a comment looks like on a site: enough to hold it back while it streams in. Learned on the last visit. */
export interface Look {
  readonly v: 1;
  readonly adapter: Adapter;
}

/** Everything from storage that decides a page, read in one go. */
export interface PageState {
  /** As they hold on this site. */
  readonly settings: Settings;
  readonly rules: RulePack;
  readonly pack: SitePack;
  readonly look: Look | null;
  readonly strings: Strings;
  readonly own: readonly Adapter[];
  readonly shelf: string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys whose change decides a page again (the bell). */
export const bellKeys = (site: string): readonly string[] => [
  STORAGE.settings,
  STORAGE.rules,
  STORAGE.pack(site),
  STORAGE.strings,
  STORAGE.adapters,
  STORAGE.shelf,
];
/** Keys read before a page is decided. */
export const stateKeys = (site: string): readonly string[] => [...bellKeys(site), STORAGE.look(site)];

/** The state out of what storage gave; what is missing or of another version counts as empty. Never throws. */
export function stateFrom(stored: Readonly<Record<string, unknown>>, site: string): PageState {
  const rules = stored[STORAGE.rules];
  const pack = stored[STORAGE.pack(site)];
  const look = stored[STORAGE.look(site)];
  const own = stored[STORAGE.adapters];
  const shelf = stored[STORAGE.shelf];
  return {
    settings: settingsOn(settingsFrom(stored[STORAGE.settings]), site),
    rules: isObject(rules) && rules.v === 1 ? (rules as unknown as RulePack) : EMPTY_RULE_PACK,
    pack: isObject(pack) && pack.v === 1 ? (pack as unknown as SitePack) : emptySitePack(site),
    look: isObject(look) && look.v === 1 && isObject(look.adapter) ? (look as unknown as Look) : null,
    strings: stringsFrom(stored[STORAGE.strings]),
    own: Array.isArray(own) ? (own.filter(isObject) as unknown as readonly Adapter[]) : [],
    shelf: typeof shelf === 'string' ? shelf : '',
  };
}
