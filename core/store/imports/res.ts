import { isObject } from '../../model/check';
import { ok, type Result, refused } from '../../model/result';
import { FILE_FAULT, parseJson } from '../json';
import { nearestColour } from './colour';
import { Collector, type Drafts, idOf, listOf, nativeRegexCheck, objectOf, type RegexCheck, textOf, timeOf } from './drafts';
import { conditionOfFilter } from './res-filter';

const SITE = 'reddit.com';
const NEWEST = 2;
const TAG = 'tag.';

/** HTML as text: tags become blanks or line ends, the common entities their characters. For stored snippets only; nothing is rendered. */
export function textOfHtml(html: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'", nbsp: ' ' };
  return (
    html
      .replace(/<br[^<>]{0,200}>|<\/(?:p|div|li|blockquote|pre|h\d)>/gi, '\n')
      // `<` ends the search too: 200,000 of them would cost 2,000 steps each.
      .replace(/<[^<>]{0,2000}>/g, '')
      .replace(/&(#39|\w{2,4});/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
      .replace(/[ \t]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{2,}/g, '\n')
      .trim()
  );
}

/** Version 0 keeps JSON in strings. */
function unpacked(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const parsed = parseJson(value);
  return parsed.ok ? parsed.value : value;
}

function tag(into: Collector, name: string, value: unknown): void {
  const from = objectOf(unpacked(value));
  const text = (textOf(from.text, 80) || textOf(from.tag, 80)).trim();
  const css = textOf(from.color, 40);
  const link = textOf(from.link, 8192);
  const votes = [`▲ ${Number(from.votesUp) || 0}`, `▼ ${Number(from.votesDown) || 0}`].join(' ');
  const old = Number(from.votes) || 0;
  const note = Number(from.votesUp) || Number(from.votesDown) ? votes : old === 0 ? '' : `${old > 0 ? '+' : ''}${old}`;
  into.person({
    site: SITE,
    name,
    labels: text === '' ? [] : [{ text, colour: css === '' || css === 'none' ? 'grey' : nearestColour(css) }],
    note,
    action: from.ignore === true || from.ignored === true ? 'hide' : null,
    sources: /^https?:\/\/\S+$/i.test(link) ? [{ url: link, title: '', commentKey: null, quote: '', at: 0 }] : [],
  });
  into.others(from, ['text', 'tag', 'color', 'link', 'votesUp', 'votesDown', 'votes', 'ignore', 'ignored'], `${TAG}${name}.`);
}

function filters(into: Collector, value: unknown, check: RegexCheck, at: string): void {
  for (const [i, item] of listOf(objectOf(value).value).entries()) {
    const filter = objectOf(item);
    const opts = objectOf(filter.opts);
    const when = conditionOfFilter(filter.body, check, `${at}[${i}].body`);
    if (typeof when === 'string') into.lost(when);
    else {
      const more = { name: textOf(opts.name, 200), replies: opts.propagate === true, enabled: opts.ondemand !== true };
      into.rule(when, 'hide', { kind: 'site', site: SITE }, more);
    }
  }
}

function options(into: Collector, value: unknown, check: RegexCheck, at: string): void {
  const from = objectOf(unpacked(value));
  for (const row of listOf(objectOf(from.users).value)) {
    const name = textOf(listOf(row)[0], 256).trim();
    if (name !== '') into.person({ site: SITE, name, action: 'hide' });
  }
  filters(into, from.customFiltersC, check, `${at}.customFiltersC`);
  into.others(from, ['users', 'customFiltersC'], `${at}.`);
}

function saved(into: Collector, value: unknown): void {
  const all = objectOf(unpacked(value));
  for (const id of Object.keys(all)) {
    const comment = objectOf(all[id]);
    const text = textOfHtml(textOf(comment.comment));
    const at = timeOf(comment.timeSaved);
    into.mark({
      kind: 'bookmark',
      url: textOf(comment.href, 8192),
      commentKey: `t1_${id}`,
      author: textOf(comment.username, 256),
      text,
      at,
    });
  }
}

/** Reddit Enhancement Suite: version 2 (`{SCHEMA_VERSION, data}`), 1 (flat) and 0 (flat, JSON in strings). */
export function readRes(file: string, check: RegexCheck = nativeRegexCheck): Result<Drafts> {
  const parsed = parseJson(file);
  if (!parsed.ok) return parsed;
  const root = objectOf(parsed.value);
  const version = root.SCHEMA_VERSION;
  const data = isObject(root.data) && version !== undefined ? root.data : root;
  if (version === undefined && !Object.keys(data).some((key) => /^(?:tag\.|RES(?:options|modules|\.))/.test(key)))
    return refused(FILE_FAULT.notOurs, 'SCHEMA_VERSION');
  if (version !== undefined && Number(idOf(version)) > NEWEST) return refused(FILE_FAULT.newer, idOf(version));
  const into = new Collector();
  for (const key of Object.keys(data)) {
    if (key.startsWith(TAG)) tag(into, key.slice(TAG.length), data[key]);
    else if (key === 'RESoptions.filteReddit') options(into, data[key], check, key);
    else if (key === 'RESmodules.saveComments.savedComments') saved(into, data[key]);
    else if (key !== 'SCHEMA_VERSION') into.lost(key);
  }
  return ok(into.done('Reddit Enhancement Suite'));
}
