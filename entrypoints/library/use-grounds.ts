import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { threadKeyOf } from '../../core/model/address';
import { threadOf } from '../../core/model/kept-thread';
import { emptySitePack } from '../../core/model/pack';
import type { Ground } from '../../core/rules/try-rule';
import { packOfRow } from '../../core/store/pack-row';
import { recentThreads } from '../../core/store/recent';
import type { Store } from '../../core/store/store';

const pathOf = (url: string): string => /^https?:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] || '/';

async function readGrounds(store: Store): Promise<readonly Ground[]> {
  const open = new Set((await browser.tabs.query({})).map(({ url }) => threadKeyOf(url ?? '')));
  // What is open is asked itself: it knows all of its comments.
  const rows = (await recentThreads(store)).filter(({ key }) => !open.has(key));
  const sites = [...new Set(rows.map(({ thread }) => thread.site))];
  const packs = await store.db.packs.bulkGet(sites.map((site) => `pack:${site}`));
  const bySite = new Map(sites.map((site, i) => [site, packs[i] ? packOfRow(packs[i].value) : emptySitePack(site)]));
  return rows.map(({ thread }) => ({ thread: threadOf(thread), pack: bySite.get(thread.site)!, path: pathOf(thread.url) }));
}

/** The threads read last that are not open now, read once; undefined until they are. */
export function useGrounds(store: Store): readonly Ground[] | undefined {
  const [grounds, setGrounds] = useState<readonly Ground[]>();
  useEffect(() => {
    let stale = false;
    const set = (found: readonly Ground[]) => (stale ? undefined : setGrounds(found));
    void readGrounds(store).then(set, () => set([]));
    return () => {
      stale = true;
    };
  }, [store]);
  return grounds;
}
