import type { Label, PersonAction } from './person';
import type { Rule } from './rule';

/** What a page needs to know about one person. Short names: one pack is read on every page of the site. */
export interface PackedPerson {
  /** uuid */
  readonly u: string;
  /** newest name */
  readonly n: string;
  readonly l?: readonly Label[];
  readonly a?: PersonAction;
  /** 1 when there is a note */
  readonly o?: 1;
}

/** What a page needs to know about one marked comment. */
export interface PackedMark {
  readonly u: string;
  /** kind: h hide, a allow, n note, l highlight, b bookmark */
  readonly k: 'h' | 'a' | 'n' | 'l' | 'b';
}

/** Everything a site's pages need to decide, in one record, mirrored to `storage.local` under `pack:<site>`. Derived; rebuilt from Dexie at any time. */
export interface SitePack {
  readonly v: 1;
  readonly site: string;
  /** by `#<id>` */
  readonly ids: Readonly<Record<string, PackedPerson>>;
  /** by matching name (core/text/fold `matchingName`); only people whose id is unknown, or whose name may stand for them where the page shows no id */
  readonly names: Readonly<Record<string, PackedPerson>>;
  /** by thread key, then comment key ('' = the article) */
  readonly marks: Readonly<Record<string, Readonly<Record<string, readonly PackedMark[]>>>>;
  /** seen comment hashes by thread key, the 50 threads visited last */
  readonly seen: Readonly<Record<string, readonly number[]>>;
}

/** All enabled rules, mirrored to `storage.local` under `rules`. `v` is the pack's own version, `n` counts changes. */
export interface RulePack {
  readonly v: 1;
  readonly n: number;
  readonly rules: readonly Rule[];
  /** Variants (e.g. traditional → simplified) of the characters that occur in the rules' words: character → folded character. */
  readonly variants: Readonly<Record<string, string>>;
}

export const emptySitePack = (site: string): SitePack => ({ v: 1, site, ids: {}, names: {}, marks: {}, seen: {} });
export const EMPTY_RULE_PACK: RulePack = { v: 1, n: 0, rules: [], variants: {} };
