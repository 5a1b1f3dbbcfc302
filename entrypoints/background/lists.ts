import { browser } from 'wxt/browser';
import { type Result, refused } from '../../core/model/result';
import { refuseText } from '../../core/rules/diff';
import { MAX_LIST_CHARS } from '../../core/rules/limits';
import type { ListRow } from '../../core/store/database';
import { allLists, listAddress, receiveList } from '../../core/store/lists';
import type { Store } from '../../core/store/store';

/** A character of most scripts has three bytes at most. */
const MAX_BYTES = 3 * MAX_LIST_CHARS;
const LIMIT_MS = 30_000;
const MAX_TAG_CHARS = 1000;
/** Lists are asked for once a day; the alarm itself is not that exact. */
const QUIET_MS = 20 * 3_600_000;

/** What a header may say; a backup may bring any text as a tag. */
const TAG = /^(?:W\/)?"[\x21\x23-\x7e]*"$/;
/** Answers that are no text, whatever their bytes. Servers that do not know a list's name say `octet-stream`. */
const NO_TEXT = /^(?:image|audio|video|font|multipart)\/|^application\/(?:pdf|zip|gzip|x-|vnd\.|wasm)/i;
const A_PAGE = /^(?:text\/html|application\/(?:xhtml\+)?xml|text\/xml)\b/i;

/** True if the answer broke off: fewer bytes than it announced. Not every browser says so by itself; bytes that come compressed are counted otherwise. */
function isCut(response: Response, size: number): boolean {
  const announced = response.headers.get('content-length');
  return announced !== null && !response.headers.get('content-encoding') && /^\d+$/.test(announced) && Number(announced) !== size;
}

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

/** The bytes as UTF-8 text. null: they are none, or hold the control characters of a file that is no text. */
function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

function tagOf(response: Response): string | null {
  const tag = response.headers.get('etag') ?? '';
  return tag.length <= MAX_TAG_CHARS && TAG.test(tag) ? tag : null;
}

/**
 * Fetches a list and lays a new copy aside to be looked at. Only with the host's permission; without cookies or referrer, no redirect
 * followed; at most 6 MB and 30 s. Whatever goes wrong, the last good copy and its rules stay.
 */
export async function refreshList(store: Store, list: ListRow): Promise<Result<{ readonly changed: boolean }>> {
  // A backup may bring any address: what no browser understands is refused, not thrown over.
  const address = listAddress(list.url);
  if (address === null) return refused('fault.list.address', list.url);
  const host = address.hostname;
  if (!(await browser.permissions.contains({ origins: [`https://${host}/*`] }))) return refused('fault.list.permission', host);
  try {
    const response = await fetch(list.url, {
      headers: list.etag !== null && TAG.test(list.etag) ? { 'If-None-Match': list.etag } : {},
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
    if (!response.ok) return refused('fault.list.status', `${host}: ${response.status}`);
    const type = response.headers.get('content-type')?.trim() ?? '';
    if (A_PAGE.test(type)) return refused('list.page', host);
    if (NO_TEXT.test(type)) return refused('fault.list.text', `${host}: ${type.slice(0, 80)}`);
    const bytes = await readCapped(response);
    if (bytes === null) return refused('list.long', host);
    if (isCut(response, bytes.length)) return refused('fault.list.cut', host);
    const text = decode(bytes);
    if (text === null) return refused('fault.list.text', host);
    const whole = refuseText(text);
    if (whole) return whole;
    return await receiveList(store, list.uuid, text, tagOf(response));
  } catch (fault) {
    return refused(fault instanceof DOMException && fault.name === 'TimeoutError' ? 'fault.list.late' : 'fault.list.fetch', host);
  }
}

/** Refreshes every list whose last fetch is a day old. One that fails does not stop the others. */
export async function refreshLists(store: Store): Promise<void> {
  const due = store.env.now() - QUIET_MS;
  for (const list of await allLists(store)) if (list.enabled && (list.fetchedAt ?? 0) < due) await refreshList(store, list);
}
