import { findAdapter } from './adapter/find-adapter';
import { readRecordsInSteps } from './adapter/read-records';
import type { CommentElements, DetectOptions, Found } from './found';
import { readThread } from './read-thread';
import type { CommentRecord } from './record';
import { attributeOf, bodyOf, containsOf, documentElementOf, isConnectedOf, parentElementOf, precedes, textContentOf } from './safe-dom';
import type { Steps } from './steps';
import { surveyOfInSteps } from './survey';
import { scanInSteps } from './thread/scan';
import { makeOf, shapeOf, type ThreadShape, widenShape } from './thread-shape';
import { toThreadInSteps } from './to-thread';

/** Known comments that are read once more together with the new ones: they teach where things stand, and must come out as they are known. */
const WITNESSES = 8;
/** Characters up to which something else that was added says nothing of comments: a spinner, a button, a place for an advertisement. */
const SMALL = 60;

/**
 * Reads what was added to a thread and nothing else: elements that look like the known comments and stand right behind or before them.
 * null: what was added is of another kind, or the known comments beside it would be read otherwise now; then the page is to be read as a whole.
 */
export function* growInSteps(document: Document, found: Found, added: readonly Element[], options: DetectOptions): Steps<Found | null> {
  const { thread } = found;
  const body = bodyOf(document);
  const shape = shapeOf(found);
  if (!thread || !body || !shape) return null;
  const fresh = sorted(added.filter((element) => isConnectedOf(element) && containsOf(body, element)));
  const starts: Element[] = [];
  const nodes: Element[] = [];
  for (const element of fresh) {
    const holder = parentElementOf(element);
    const make = makeOf(element);
    if (holder && shape.holder === holder && shape.starts.has(make)) starts.push(element);
    else if (!(holder && shape.holder === holder && starts.length > 0 && shape.tails.has(make))) {
      if ((textContentOf(element) ?? '').trim().length > SMALL) return null;
      continue;
    }
    nodes.push(element);
  }
  if (starts.length === 0) return null;
  const isBehind = precedes(shape.last, nodes[0]!);
  if (!isBehind && !precedes(nodes[nodes.length - 1]!, shape.first)) return null;
  const witnesses = isBehind ? shape.tops.slice(-WITNESSES) : shape.tops.slice(0, WITNESSES);
  const known = witnesses.flatMap((key) => found.comments.get(key)!.nodes);
  const window = isBehind ? [...known, ...nodes] : [...nodes, ...known];
  const records =
    thread.adapter === null
      ? yield* readAlike(document, body, shape, window, options)
      : yield* readByAdapter(document, thread.adapter, window, options);
  if (!records) return null;
  // The records of the witnesses, with the replies inside them, and the new ones.
  const at = records.findIndex(({ nodes: own }) => own[0] === (isBehind ? nodes[0] : known[0]));
  if (at < 0) return null;
  const [before, after] = [records.slice(0, at), records.slice(at)];
  const [seen, more] = isBehind ? [before, after] : [after, before];
  if (!holdsTrue(found, witnesses, seen)) return null;
  const shift = isBehind ? at : 0;
  const fits = ({ parentIndex, depth }: CommentRecord) =>
    parentIndex === null ? depth === 0 : parentIndex >= shift && parentIndex < shift + more.length;
  if (more.length === 0 || !more.every(fits)) return null;
  const keyed = yield* toThreadInSteps(
    document,
    {
      records: more.map((record) => ({
        ...record,
        op: false,
        parentIndex: record.parentIndex === null ? null : record.parentIndex - shift,
      })),
      declared: thread.declared,
      title: thread.title,
      adapter: thread.adapter,
      reader: thread.reader,
    },
    options,
    found.comments,
  );
  const list = keyed.thread?.comments ?? [];
  const grown: Found = {
    ...found,
    thread: { ...thread, comments: isBehind ? [...thread.comments, ...list] : [...list, ...thread.comments] },
    comments: new Map([...found.comments, ...keyed.comments]),
  };
  widenShape(shape, grown, list, keyed.comments, isBehind);
  return grown;
}

/** In page order, each once. */
function sorted(elements: readonly Element[]): Element[] {
  const list = [...new Set(elements)];
  return list.every((element, i) => i === 0 || precedes(list[i - 1]!, element)) ? list : list.sort((a, b) => (precedes(a, b) ? -1 : 1));
}

/** By structure: only the elements of `window` and what they stand in are surveyed. */
function* readAlike(
  document: Document,
  body: Element,
  shape: ThreadShape,
  window: readonly Element[],
  options: DetectOptions,
): Steps<readonly CommentRecord[] | null> {
  const { survey, tops } = yield* surveyOfInSteps(body, shape.holder, window);
  const page = yield* scanInSteps(survey, { now: options.now, order: null });
  const spans: { start: number; stop: number; from: number; to: number }[] = [];
  for (const top of tops) {
    const [stop, to] = [page.end[top]!, page.to[top]!];
    const before = spans[spans.length - 1];
    if (!shape.starts.has(makeOf(page.elements[top]!))) {
      if (!before) return null;
      spans[spans.length - 1] = { ...before, stop, to };
      continue;
    }
    spans.push({ start: top, stop, from: page.from[top]!, to });
    if (shape.inner.size === 0) continue;
    for (let i = top + 1; i < stop; i++)
      if (shape.inner.has(makeOf(page.elements[i]!))) spans.push({ start: i, stop: page.end[i]!, from: page.from[i]!, to: page.to[i]! });
  }
  const html = documentElementOf(document);
  const lang = (html && attributeOf(html, 'lang')) ?? '';
  const { records } = yield* readThread(page, { how: 'class', key: '', spans }, { now: options.now, order: null, url: options.url, lang });
  return records;
}

function* readByAdapter(
  document: Document,
  name: string,
  window: readonly Element[],
  options: DetectOptions,
): Steps<readonly CommentRecord[] | null> {
  const adapter = findAdapter(name, options);
  // Levels, names and copies are told by comments further up.
  if (!adapter || adapter.depth || adapter.wrap || adapter.parent || adapter.replyTo || adapter.best) return null;
  try {
    return (yield* readRecordsInSteps(document, adapter, options, window))?.records ?? null;
  } catch {
    return null; // broken css: the whole pass will tell
  }
}

/** Did the witnesses and the comments within them come out as they are known? */
function holdsTrue({ thread, comments }: Found, witnesses: readonly string[], seen: readonly CommentRecord[]): boolean {
  const all = thread!.comments;
  const first = all.findLastIndex(({ key }) => key === witnesses[0]);
  if (first < 0 || seen.length === 0 || first + seen.length > all.length) return false;
  return seen.every((record, n) => {
    const comment = all[first + n]!;
    const elements: CommentElements = comments.get(comment.key)!;
    return (
      elements.nodes[0] === record.nodes[0] &&
      comment.author.name === record.authorName &&
      comment.text === record.text &&
      comment.id === record.id &&
      comment.dateText === record.dateText &&
      comment.floor === record.floor
    );
  });
}
