import { STORAGE } from '../../core/bus/protocol';
import { settingsFrom } from '../../core/bus/settings';
import { stringsFrom } from '../../core/bus/strings';
import type { Adapter } from '../../core/model/adapter';
import { EMPTY_RULE_PACK, emptySitePack, type RulePack, type SitePack } from '../../core/model/pack';
import { type Settings, settingsOn } from '../../core/model/settings';
import type { Strings } from '../../core/text/strings';
import { type Look, lookIn, ownIn, type Stored, shelfIn } from '../page/stored';

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

/** The state out of what storage gave; what is missing or of another version counts as empty. Never throws. */
export function stateFrom(stored: Stored, site: string): PageState {
  const rules = stored[STORAGE.rules];
  const pack = stored[STORAGE.pack(site)];
  return {
    settings: settingsOn(settingsFrom(stored[STORAGE.settings]), site),
    rules: isObject(rules) && rules.v === 1 ? (rules as unknown as RulePack) : EMPTY_RULE_PACK,
    pack: isObject(pack) && pack.v === 1 ? (pack as unknown as SitePack) : emptySitePack(site),
    look: lookIn(stored, site),
    strings: stringsFrom(stored[STORAGE.strings]),
    own: ownIn(stored),
    shelf: shelfIn(stored),
  };
}
