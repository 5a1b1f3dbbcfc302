import { siteOf } from '../../model/address';
import { isObject } from '../../model/check';
import type { PersonAction } from '../../model/person';
import { ok, type Result, refused } from '../../model/result';
import { FILE_FAULT, parseJson } from '../json';
import { Collector, type Drafts, isWeb, listOf, objectOf, textOf, timeOf } from './drafts';

const DELETED = '._DELETED_';
/** Tags that the tool itself acts on, by what they do. */
const HIDE = new Set(['block', 'hide', '屏蔽', '封鎖', '隐藏', '不再显示']);
const DIM = new Set(['ignore', 'clickbait', 'promotion', '忽略', '标题党', '推广', '无聊']);

/** Addresses of profiles: a name in the path, or a number that is the account's id. */
const NAMED = /\/(?:member|members|user|users|u|people|author|profile)\/([^/?#]+)\/?(?:[?#]|$)/i;
const NUMBERED = /(?:[?&]uid=|\/space-uid-|\/uid\/|\/space\/)(\d+)/i;

function actionOf(tags: readonly string[]): PersonAction | null {
  if (tags.some((tag) => HIDE.has(tag.toLowerCase()))) return 'hide';
  return tags.some((tag) => DIM.has(tag.toLowerCase())) ? 'dim' : null;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function entry(into: Collector, url: string, value: unknown): void {
  const from = objectOf(value);
  const meta = objectOf(from.meta);
  const tags = listOf(from.tags)
    .map((tag) => textOf(tag, 80).trim())
    .filter((tag) => tag !== '');
  if (tags.includes(DELETED) || isObject(from.deletedMeta)) return;
  if (!isWeb(url) || !isObject(value)) {
    into.lost(url.slice(0, 200));
    return;
  }
  const [note, title, at] = [textOf(meta.note), textOf(meta.title, 256), timeOf(meta.updated) ?? timeOf(meta.created)];
  const number = NUMBERED.exec(url)?.[1] ?? null;
  const name = NAMED.exec(url)?.[1];
  if (number !== null || name !== undefined || meta.type === 'user') {
    const shown = title || (name === undefined ? (number ?? '') : decoded(name));
    const labels = tags.map((text) => ({
      text,
      colour: text.startsWith('★') ? ('yellow' as const) : HIDE.has(text.toLowerCase()) ? ('red' as const) : ('blue' as const),
    }));
    into.person({ site: siteOf(url), id: number, name: shown, labels, note, action: actionOf(tags), at });
  } else {
    into.mark({ kind: 'bookmark', url, title, note: [tags.map((tag) => `#${tag}`).join(' '), note].filter(Boolean).join('\n'), at });
  }
  into.others(meta, ['created', 'updated', 'title', 'type', 'note'], `${url.slice(0, 200)} meta.`);
}

/** UTags, version 3 (`{data, meta}`) and 2 (addresses beside `meta`). */
export function readUtags(file: string): Result<Drafts> {
  const parsed = parseJson(file);
  if (!parsed.ok) return parsed;
  const root = objectOf(parsed.value);
  const meta = objectOf(root.meta);
  if (typeof meta.databaseVersion !== 'number') return refused(FILE_FAULT.notOurs, 'meta.databaseVersion');
  if (meta.databaseVersion > 3) return refused(FILE_FAULT.newer, String(meta.databaseVersion));
  const into = new Collector();
  const data = isObject(root.data) ? root.data : root;
  for (const url of Object.keys(data)) if (data !== root || url !== 'meta') entry(into, url, data[url]);
  if (data !== root) into.others(root, ['data', 'meta']);
  return ok(into.done('UTags'));
}
