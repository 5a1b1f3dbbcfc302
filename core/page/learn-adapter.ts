import type { Adapter } from '../model/adapter';
import { siteOf } from '../model/address';
import { checkAdapter } from '../model/check-adapter';
import { type Result, refused } from '../model/result';
import { describeWithin, firstWithin, kindsOf } from './adapter/describe';
import { describeValue } from './adapter/describe-value';
import { readRecords } from './adapter/read-records';
import { machineDate } from './dates';
import type { DetectOptions } from './found';
import { readAuthors } from './read-authors';
import { readBodies } from './read-bodies';
import { readDates } from './read-dates';
import { readIds } from './read-ids';
import type { ThreadRecords } from './record';
import { attributeOf, bodyOf, documentElementOf, parentElementOf, queryAllIn, queryAllOf } from './safe-dom';
import { finish } from './steps';
import { survey } from './survey';
import type { Scan } from './thread/cues';
import { type Layout, layOut } from './thread/layout';
import { scan } from './thread/scan';

/** What "pick a comment" shows before anything is stored. */
export interface Learned {
  readonly adapter: Adapter;
  readonly records: ThreadRecords;
}

/** Elements around the pointed-at one that are tried as a comment's root. */
const MOST_LEVELS = 14;
const MOST_ROOTS = 3000;

/** What lies at some roots, as the generic readers see it. */
interface Reading {
  readonly css: string;
  readonly roots: readonly Element[];
  readonly authors: readonly (Element | null)[];
  readonly authorIds: readonly (string | null)[];
  readonly dates: readonly (Element | null)[];
  readonly bodies: readonly (readonly Element[])[];
  readonly ids: readonly (string | null)[];
  /** 0 to 3: shares of the records with words, author and date; ids and a selector by them only break a tie. */
  readonly worth: number;
}

/**
 * An adapter for the comments of a page, from one of them that a person pointed at: finds what is like it, reads all of them and describes
 * where their fields stand. Nothing is stored and the page is not changed. Refused when nothing like it repeats, or no words are in it.
 */
export function learnAdapter(document: Document, element: Element, options: DetectOptions): Result<Learned> {
  const body = bodyOf(document);
  const site = siteOf(options.url);
  if (!body || site === '') return refused('learn: must be a page with an http or https address', options.url);
  const page = scan(survey(body), { now: options.now, order: null });
  const index = new Map(page.elements.map((one, i) => [one, i]));
  let best: Reading | null = null;
  let root: Element | null = element;
  for (let level = 0; root && root !== body && level < MOST_LEVELS; level++, root = parentElementOf(root)) {
    for (const css of kindsOf(root)) {
      const reading = read(document, page, index, css, root, options);
      if (reading && (!best || isBetter(reading, best))) best = reading;
    }
  }
  if (!best) return refused('learn: nothing like the pointed-at element repeats on this page', element.localName);
  const adapter = describe(best, site, element);
  if (adapter === null) return refused('learn: no words are found in the comments', best.css);
  const sound = checkAdapter(adapter);
  if (!sound.ok) return sound;
  const records = readRecords(document, sound.value, options);
  if (!records || records.records.every(({ text }) => text === '')) return refused('learn: the comments could not be read back', best.css);
  return { ok: true, value: { adapter: sound.value, records } };
}

/** Fuller records win; among about equally full ones the kind that names clearly more of them, then the fuller again, then the inner one. */
function isBetter(one: Reading, other: Reading): boolean {
  if (Math.abs(one.worth - other.worth) > 0.15) return one.worth > other.worth;
  const more = one.roots.length / other.roots.length;
  return more > 1.1 || (more > 0.9 && one.worth > other.worth);
}

function read(
  document: Document,
  page: Scan,
  index: ReadonlyMap<Element, number>,
  css: string,
  root: Element,
  options: DetectOptions,
): Reading | null {
  const found = queryAllIn(document, css);
  if (found.length < 2 || found.length > MOST_ROOTS) return null;
  const places = Array.from(found).flatMap((one) => index.get(one) ?? []);
  if (places.length < 2 || !places.includes(index.get(root) ?? -1)) return null;
  const spans = places.map((i) => ({ start: i, stop: page.end[i]!, from: page.from[i]!, to: page.to[i]! }));
  const layout: Layout = finish(layOut(page, { how: 'class', key: css, spans }));
  const html = documentElementOf(document);
  const authors = finish(readAuthors(layout, options.url));
  const authorAt = authors.map((author) => author.element);
  const dates = finish(readDates(layout, authorAt, { now: options.now, order: null }, (html && attributeOf(html, 'lang')) ?? ''));
  const bodies = finish(
    readBodies(
      layout,
      authorAt,
      dates.map((date) => date.element),
    ),
  );
  const ids = finish(readIds(layout));
  const share = (has: (k: number) => boolean) => places.filter((_, k) => has(k)).length / places.length;
  const at = (i: number) => (i < 0 ? null : page.elements[i]!);
  return {
    css,
    roots: places.map((i) => page.elements[i]!),
    authors: authorAt.map(at),
    authorIds: authors.map((author) => author.id),
    dates: dates.map((date) => at(date.element)),
    bodies: bodies.map((one) => one.elements.map((i) => page.elements[i]!)),
    ids,
    worth:
      share((k) => bodies[k]!.text !== '') +
      share((k) => authors[k]!.name !== '') +
      share((k) => dates[k]!.date !== null) +
      0.1 * share((k) => ids[k] !== null) +
      (css.includes('[') ? 0.05 : 0),
  };
}

function describe(reading: Reading, site: string, pointed: Element): Adapter | null {
  const { css, roots, authors, dates } = reading;
  const body = describeBody(reading, pointed);
  if (body === null) return null;
  const author = describeWithin(roots, authors, css);
  const date = describeWithin(roots, dates, css).flatMap((one) => datesOf(roots, one, css));
  const prefix = /^[\w.-]+\[id\^="(.+)"\]$/.exec(css)?.[1];
  const id = describeValue(roots, reading.ids, css) ?? (prefix ? `:scope @id /${prefix}(\\d+)/` : null);
  const authorId = describeValue(roots, reading.authorIds, css, authors);
  const beside = [...new Set([...author, ...date.map((one) => one.replace(/ @.*$/, ''))])].filter((one) => one !== ':scope');
  return {
    name: site,
    hosts: [site],
    confidence: 'medium',
    root: css,
    ...(id ? { id } : {}),
    ...(author.length ? { author } : {}),
    ...(authorId ? { authorId } : {}),
    ...(date.length ? { date } : {}),
    body,
    ...(roots.some((one) => queryAllOf(one, 'blockquote').length > 0) && !body.includes('blockquote') ? { quote: 'blockquote' } : {}),
    ...(body === ':scope' && beside.length ? { drop: beside.join(', ') } : {}),
  };
}

/** What a body is called, and what stands beside it. */
const BODYISH = /content|text|body|message|msg|comment|post|inner|entry|md|prose|cooked|usertxt/i;
const ASIDE = /sign|sig$|tool|button|foot|meta|like|vote|score|action|head|info|author|user|name|date|time|avatar|quote|reply-?to|count/i;

/**
 * css of the records' words: of the kinds of elements that hold neither author nor date, the one that most records have and that holds the most
 * text, above all what was pointed at. `:scope` where the words lie loose in the record; null when there are none.
 */
function describeBody({ css, roots, authors, dates }: Reading, pointed: Element): string | null {
  const own = roots.find((root) => root !== pointed && pointed.closest(css) === root);
  const beside = (root: number, one: Element) =>
    [authors[root], dates[root]].some((other) => other && (one.contains(other) || other.contains(one)));
  const kinds = new Set<string>();
  roots.slice(0, 12).forEach((root, k) => {
    for (const one of Array.from(queryAllOf(root, '*')).slice(0, 200)) {
      if (one.closest(css) === root && (one.textContent ?? '').trim() !== '' && !beside(k, one))
        for (const kind of kindsOf(one)) kinds.add(kind);
    }
  });
  let best = { kind: '', worth: 0 };
  for (const kind of kinds) {
    let has = 0;
    let length = 0;
    roots.forEach((root, k) => {
      const one = firstWithin(root, kind, css);
      const text = one && !beside(k, one) ? (one.textContent ?? '').trim().length : 0;
      if (text > 0) has++;
      length += Math.min(text, 1000);
    });
    const share = has / roots.length;
    const called = kind.replace(/.*[ >]/, '');
    const shown = own !== undefined && firstWithin(own, kind, css)?.contains(pointed) === true;
    const worth =
      share ** 2 * Math.log(2 + length / roots.length) * (shown ? 3 : ASIDE.test(called) ? 0.4 : BODYISH.test(called) ? 1.3 : 1);
    if (worth > best.worth) best = { kind, worth };
  }
  if (best.kind !== '') return best.kind;
  return roots.some((root) => (root.textContent ?? '').trim() !== '') ? ':scope' : null;
}

/** Machine dates first, where an element carries one, then what it shows. */
function datesOf(roots: readonly Element[], css: string, rootCss: string): readonly string[] {
  const shown = roots
    .map((root) => (css === ':scope' ? root : firstWithin(root, css, rootCss)))
    .filter((one): one is Element => one !== null);
  for (const name of ['datetime', 'title', 'data-time', 'data-timestamp', 'content']) {
    if (shown.length > 0 && shown.every((one) => machineDate(attributeOf(one, name) ?? '') !== null)) return [`${css} @${name}`, css];
  }
  return [css];
}
