import { browser } from 'wxt/browser';
import { readStored } from '../../core/bus/bell';
import { STORAGE } from '../../core/bus/protocol';
import { isObject } from '../../core/model/check';
import type { RulePack } from '../../core/model/pack';
import { needsEngine } from '../../core/rules/compile';
import { SITES } from '../../core/sites';

/** A host that a match pattern can name. */
const HOST = /^(?:[a-z0-9_-]+\.)*[a-z0-9_-]+$/i;
const LOOK = STORAGE.look('');

/** Every key of storage.local; newer browsers tell without reading the values. */
async function storedKeys(): Promise<readonly string[]> {
  const area = browser.storage.local as typeof browser.storage.local & { readonly getKeys?: () => Promise<string[]> };
  return area.getKeys ? await area.getKeys() : Object.keys(await area.get(null));
}

/** The sites that were visited before and whose comments are known by their looks. */
export async function learnedSites(): Promise<readonly string[]> {
  return (await storedKeys()).filter((key) => key.startsWith(LOOK)).map((key) => key.slice(LOOK.length));
}

const patternOf = (host: string): string => (/^[\d.]+$/.test(host) || !host.includes('.') ? `*://${host}/*` : `*://*.${host}/*`);

/** Match patterns of the sites where it is known what a comment looks like, and whether rules with patterns may have to be asked there. */
export async function knownSites(): Promise<{ readonly matches: readonly string[]; readonly patterns: boolean }> {
  const stored = await readStored([STORAGE.adapters, STORAGE.rules]);
  const own = Array.isArray(stored[STORAGE.adapters]) ? (stored[STORAGE.adapters] as unknown[]) : [];
  const hosts = [...SITES, ...own.filter(isObject)].flatMap(({ hosts: named }) => (Array.isArray(named) ? (named as string[]) : []));
  const all = new Set([...hosts, ...(await learnedSites())].filter((host) => HOST.test(host)).map((host) => host.toLowerCase()));
  const rules = stored[STORAGE.rules];
  return {
    matches: [...all].sort().map(patternOf),
    patterns: isObject(rules) && Array.isArray(rules.rules) && needsEngine((rules as unknown as RulePack).rules),
  };
}
