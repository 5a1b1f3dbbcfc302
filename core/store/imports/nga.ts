import { ok, type Result, refused } from '../../model/result';
import { FILE_FAULT, parseJson } from '../json';
import { nearestColour } from './colour';
import { Collector, type Drafts, idOf, listOf, nativeRegexCheck, objectOf, patternOf, type RegexCheck, textOf, timeOf } from './drafts';

/** The forum's main host; it answers on others too, whose people are kept apart. */
const SITE = 'bbs.nga.cn';
const NAME = 'NGA-BBS-SCRIPT';

/** UTF-8 text out of Base64; null if it is none. */
function fromBase64(text: string): string | null {
  const packed = text.replace(/\s+/g, '');
  if (packed === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(atob(packed), (char) => char.charCodeAt(0)));
  } catch {
    return null;
  }
}

/** The NGA script: Base64 of JSON, or the JSON. Banned people are hidden, marks become labels, keywords rules for the site. */
export function readNga(file: string, check: RegexCheck = nativeRegexCheck): Result<Drafts> {
  const parsed = parseJson(file.trimStart().startsWith('{') ? file : (fromBase64(file) ?? file));
  if (!parsed.ok) return parsed;
  const root = objectOf(parsed.value);
  if (root.name !== NAME) return refused(FILE_FAULT.notOurs, 'name');
  const into = new Collector();
  const at = timeOf(root.timestamp);
  const scope = { kind: 'site', site: SITE } as const;
  for (const item of listOf(root.ban_list)) {
    const person = objectOf(item);
    const id = idOf(person.uid) || null;
    into.person({ site: SITE, id, name: textOf(person.name, 256) || (id ?? ''), note: textOf(person.desc), action: 'hide', at });
  }
  for (const item of listOf(root.mark_list)) {
    const person = objectOf(item);
    const id = idOf(person.uid) || null;
    const marks = listOf(person.marks).map(objectOf);
    const labels = marks.map((mark) => ({ text: textOf(mark.mark, 80).trim(), colour: nearestColour(textOf(mark.bg_color, 40)) }));
    const note = marks
      .map((mark) => textOf(mark.desc))
      .filter(Boolean)
      .join('\n');
    into.person({
      site: SITE,
      id,
      name: textOf(person.name, 256) || (id ?? ''),
      labels: labels.filter((label) => label.text !== ''),
      note,
      at,
    });
  }
  const words: string[] = [];
  for (const [i, item] of listOf(root.keywords_list).entries()) {
    const keyword = textOf(item, 1000).trim();
    const when = keyword === '' ? null : patternOf(keyword, check, true);
    if (typeof when === 'string') into.lost(`keywords_list[${i}] ${when}`);
    else if (when?.kind === 'words') words.push(...when.words);
    else if (when) into.rule(when, 'hide', scope);
  }
  if (words.length > 0) into.rule({ kind: 'words', words, part: true, lookalikes: false, spaced: false }, 'hide', scope, { name: NAME });
  into.others(root, ['name', 'ver', 'exportDate', 'timestamp', 'ban_list', 'mark_list', 'keywords_list']);
  return ok(into.done('NGA'));
}
