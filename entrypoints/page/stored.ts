import { STORAGE } from '../../core/bus/protocol';
import type { Adapter } from '../../core/model/adapter';
import { openShelf } from '../../core/model/shelf';

/** What one read of storage gave, by key. */
export type Stored = Readonly<Record<string, unknown>>;

/** What a comment looks like on a site: enough to hold it back while it streams in. Learned on the last visit. */
export interface Look {
  readonly v: 1;
  readonly adapter: Adapter;
  /** Milliseconds; when it was last seen to hold. Absent in what older versions learned. */
  readonly at?: number;
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

/** What was learned of a site; null: nothing, or by another version. */
export function lookIn(stored: Stored, site: string): Look | null {
  const look = stored[STORAGE.look(site)];
  return isObject(look) && look.v === 1 && isObject(look.adapter) ? (look as unknown as Look) : null;
}

/** The adapters of the person's own ("pick a comment"). */
export function ownIn(stored: Stored): readonly Adapter[] {
  const own = stored[STORAGE.adapters];
  return Array.isArray(own) ? (own.filter(isObject) as unknown as readonly Adapter[]) : [];
}

/** The built-in adapters as they are kept in storage. */
export function shelfIn(stored: Stored): string {
  const shelf = stored[STORAGE.shelf];
  return typeof shelf === 'string' ? shelf : '';
}

/** True where the person switched the site off. */
export function isOffIn(stored: Stored, site: string): boolean {
  const settings = stored[STORAGE.settings];
  return isObject(settings) && Array.isArray(settings.offSites) && settings.offSites.includes(site);
}

/** True where the person left a mark somewhere on the site. */
export function hasMarksIn(stored: Stored, site: string): boolean {
  const pack = stored[STORAGE.pack(site)];
  return isObject(pack) && isObject(pack.marks) && Object.keys(pack.marks).length > 0;
}

/** The adapters by which comments may be told while the page streams in: the person's own, what the shelf has for this host, what was learned here. */
export function adaptersIn(stored: Stored, site: string, host: string): readonly Adapter[] {
  const mine = ownIn(stored).filter(({ hosts }) => hosts?.some((suffix) => host === suffix || host.endsWith(`.${suffix}`)));
  const look = lookIn(stored, site);
  return [...mine, ...openShelf(shelfIn(stored)).byHost(host), ...(look ? [look.adapter] : [])];
}
