import { readStored, writeStored } from '../../core/bus/bell';
import { STORAGE } from '../../core/bus/protocol';
import { isObject } from '../../core/model/check';
import { learnedSites } from './known-sites';

/** A site changes its looks sooner or later: what was learned of it is learned anew once a year. */
const LASTS_MS = 400 * 86_400_000;
/** Sites whose looks are kept, those learned last; each is about half a kilobyte and one match pattern. */
const MOST_LOOKS = 1000;

/** Forgets what comments looked like on sites where that was learned long ago, and on the oldest beyond `most`. Gives how many went. */
export async function pruneLooks(now: number, most = MOST_LOOKS): Promise<number> {
  const sites = await learnedSites();
  const stored = await readStored(sites.map(STORAGE.look));
  const dated = sites.map((site) => {
    const look = stored[STORAGE.look(site)];
    // Older versions did not write down when: such a row counts as new until it is among too many.
    return { site, at: isObject(look) && typeof look.at === 'number' ? look.at : null };
  });
  const young = dated.filter(({ at }) => at === null || at > now - LASTS_MS).sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const kept = new Set(young.slice(0, most).map(({ site }) => site));
  const gone = sites.filter((site) => !kept.has(site));
  if (gone.length > 0) await writeStored(Object.fromEntries(gone.map((site) => [STORAGE.look(site), null])));
  return gone.length;
}
