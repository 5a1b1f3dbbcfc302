import type { DateOptions } from './dates';
import { readAuthors } from './read-authors';
import { readBodies } from './read-bodies';
import { readDates } from './read-dates';
import { readDeclared } from './read-declared';
import { readFloors } from './read-floors';
import { readIds } from './read-ids';
import { readParents } from './read-parents';
import { readScores } from './read-scores';
import { shortTexts } from './read-shorts';
import type { CommentRecord, ThreadRecords } from './record';
import type { Steps } from './steps';
import type { Scan } from './thread/cues';
import type { Group } from './thread/groups';
import { layOut } from './thread/layout';

export interface ReadOptions extends DateOptions {
  readonly url: string;
  readonly lang: string;
}

/** Reads every record of a group, in page order. Records without words, name and date are left out. */
export function* readThread(page: Scan, group: Group, options: ReadOptions): Steps<ThreadRecords> {
  const layout = yield* layOut(page, group);
  const authors = yield* readAuthors(layout, options.url);
  const authorElements = authors.map((author) => author.element);
  const dates = yield* readDates(layout, authorElements, options, options.lang);
  const bodies = yield* readBodies(
    layout,
    authorElements,
    dates.map((date) => date.element),
    authors.map((author) => author.node),
  );
  const bodyElements = bodies.map((body) => body.elements);
  const ids = yield* readIds(layout);
  const shorts = shortTexts(layout);
  const floors = yield* readFloors(layout, bodyElements, shorts);
  const names = authors.map((author) => author.name);
  const places = yield* readParents(layout, { ids, floors, names, bodies }, shorts);
  const taken = new Set([...authorElements, ...dates.map((date) => date.element)]);
  const scores = yield* readScores(layout, names, bodyElements, taken, shorts);
  const records: CommentRecord[] = [];
  const kept: number[] = [];
  layout.spans.forEach((span, k) => {
    const [author, date, body, place] = [authors[k]!, dates[k]!, bodies[k]!, places[k]!];
    const empty = body.text === '' && (author.name === '' || date.date === null);
    kept.push(empty ? -1 : records.length);
    if (empty) return;
    const nodes: Element[] = [];
    for (let i = span.start; i < span.stop; i = page.end[i]!) nodes.push(page.elements[i]!);
    records.push({
      nodes,
      authorElement: author.element < 0 ? null : page.elements[author.element]!,
      bodyElements: body.elements.map((i) => page.elements[i]!),
      id: ids[k]!,
      authorName: author.name,
      authorId: author.id,
      authorUrl: author.url,
      text: body.text,
      quotes: body.quotes,
      date: date.date,
      dateText: date.dateText,
      floor: floors[k]!,
      score: scores[k]!,
      depth: place.depth,
      parentIndex: keptParent(k, places, kept),
      op: records.length === 0 && floors[k] === '1',
    });
  });
  return { records, declared: readDeclared(page, group), title: null, adapter: null, reader: null };
}

/** The parent's number among the kept records; one that was left out hands on to its own parent. */
function keptParent(k: number, places: readonly { readonly parentIndex: number | null }[], kept: readonly number[]): number | null {
  let parent = places[k]!.parentIndex;
  while (parent !== null && kept[parent] === -1) parent = places[parent]!.parentIndex;
  return parent === null ? null : (kept[parent] ?? null);
}
