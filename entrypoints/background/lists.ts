import { browser } from 'wxt/browser';
import { type Result, refused } from '../../core/model/result';
import type { ListRow } from '../../core/store/database';
import { allLists, receiveList } from '../../core/store/lists';
import type { Store } from '../../core/store/store';

/** A list of 50,000 rules is about 2 MB. */
const MAX_BYTES = 4 * 1024 * 1024;
const LIMIT_MS = 30_000;
/** Lists are asked for once a day; the alarm itself is not that exact. */
const QUIET_MS = 20 * 3_600_000;

/** Reads a body up to the cap. null: it is longer. */
async function readCapped(response: Response): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MAX_BYTES) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  const out = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/**
 * Fetches a list and lays a new copy aside to be looked at. Only with the host's permission; without cookies or referrer, no redirect
 * followed; at most 4 MB and 30 s. Whatever goes wrong, the last good copy and its rules stay.
 */
export async function refreshList(store: Store, list: ListRow): Promise<Result<{ readonly changed: boolean }>> {
  // A backup may bring any address: what no browser understands is refused, not thrown over.
  const address = URL.canParse(list.url) ? new URL(list.url) : null;
  if (address?.protocol !== 'https:' || address.username !== '' || address.password !== '') return refused('fault.list.address', list.url);
  const host = address.hostname;
  if (!(await browser.permissions.contains({ origins: [`https://${host}/*`] }))) return refused('fault.list.permission', host);
  try {
    const response = await fetch(list.url, {
      headers: list.etag === null ? {} : { 'If-None-Match': list.etag },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      // A permission holds for one host, and a list stands where the person saw it: no other address is asked.
      redirect: 'manual',
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400 && response.status !== 304))
      return refused('fault.list.moved', host);
    if (response.status === 304) return receiveList(store, list.uuid, null, null);
    if (!response.ok) return refused('fault.list.fetch', `${host}: ${response.status}`);
    const bytes = await readCapped(response);
    if (bytes === null) return refused('fault.file.tooBig', list.url);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return receiveList(store, list.uuid, text, response.headers.get('etag')?.slice(0, 1000) ?? null);
  } catch (fault) {
    return refused('fault.list.fetch', `${host}: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

/** Refreshes every list whose last fetch is a day old. One that fails does not stop the others. */
export async function refreshLists(store: Store): Promise<void> {
  const due = store.env.now() - QUIET_MS;
  for (const list of await allLists(store)) if (list.enabled && (list.fetchedAt ?? 0) < due) await refreshList(store, list);
}
