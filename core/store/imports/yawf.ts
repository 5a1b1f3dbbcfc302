import { isObject } from '../../model/check';
import { ok, type Result, refused } from '../../model/result';
import { FILE_FAULT, parseJson } from '../json';
import { Collector, type Drafts, idOf, listOf, nativeRegexCheck, objectOf, type RegexCheck, textOf } from './drafts';

const SITE = 'weibo.com';
const SCOPE = { kind: 'site', site: SITE } as const;
/** `filter_[comment_]<what>_<action>.items` */
const KEY = /^filter_(?:comment_)?(text|regex|name|author|author_id|user|uid)_(hide|show|fold|highlight)\.items$/;

function patterns(into: Collector, key: string, items: readonly unknown[], action: 'hide' | 'show' | 'fold', check: RegexCheck): void {
  for (const [i, item] of items.entries()) {
    const from = objectOf(item);
    const source = textOf(from.source, 10_000);
    const flags = [...new Set(textOf(from.flags, 10))].filter((flag) => 'imsu'.includes(flag)).join('');
    const problem = source === '' ? 'empty' : check(source, flags);
    if (problem === null) into.rule({ kind: 'regex', source, flags }, action, SCOPE);
    else into.lost(`${key}[${i}] ${problem}`);
  }
}

/** YAWF (药方): words, patterns and people that hide or show comments on weibo.com. */
export function readYawf(file: string, check: RegexCheck = nativeRegexCheck): Result<Drafts> {
  const parsed = parseJson(file);
  if (!parsed.ok) return parsed;
  const root = objectOf(parsed.value);
  if (typeof root.yaofang !== 'string' || !isObject(root.config)) return refused(FILE_FAULT.notOurs, 'yaofang');
  const into = new Collector();
  for (const key of Object.keys(root.config)) {
    const [, what, verb] = KEY.exec(key) ?? [];
    const items = listOf(root.config[key]);
    if (what === undefined || verb === 'highlight' || (verb === 'fold' && what !== 'text' && what !== 'regex')) {
      into.lost(`config.${key}`);
      continue;
    }
    const action = verb as 'hide' | 'show' | 'fold';
    if (what === 'text') {
      const words = items.map((item) => textOf(item, 1000).trim()).filter((word) => word !== '');
      if (words.length > 0)
        into.rule({ kind: 'words', words, part: true, lookalikes: false, spaced: false }, action, SCOPE, { name: 'YAWF' });
    } else if (what === 'regex') patterns(into, `config.${key}`, items, action, check);
    else {
      for (const item of items) {
        const id = isObject(item) ? idOf(item.id) || null : null;
        const name = (typeof item === 'string' ? textOf(item, 256) : textOf(objectOf(item).name, 256)).trim() || (id ?? '');
        into.person({ site: SITE, id, name, action: action === 'show' ? 'show' : 'hide' });
      }
    }
  }
  into.others(root, ['yaofang', 'version', 'userAgent', 'config']);
  return ok(into.done('YAWF'));
}
