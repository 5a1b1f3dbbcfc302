import type { Selectors } from '../../model/mark';
import { ok, type Result, refused } from '../../model/result';
import { FILE_FAULT, parseJson } from '../json';
import { Collector, type Drafts, listOf, objectOf, textOf, timeOf } from './drafts';

/** Context that our selectors keep, in UTF-16 units. */
const CONTEXT = 32;

/** The quote of an annotation. Its position counts from the start of the page and ours from that of the block, so only the quote is taken. */
function selectorsOf(target: Readonly<Record<string, unknown>>): Selectors | null {
  const quote = listOf(target.selector)
    .map(objectOf)
    .find((selector) => selector.type === 'TextQuoteSelector');
  const exact = textOf(quote?.exact);
  if (exact === '') return null;
  return {
    exact,
    prefix: textOf(quote?.prefix).slice(-CONTEXT),
    suffix: textOf(quote?.suffix).slice(0, CONTEXT),
    start: 0,
    end: exact.length,
  };
}

/** A Hypothesis export: highlights with their notes and tags; notes on a page; replies become notes on the page. */
export function readHypothesis(file: string): Result<Drafts> {
  const parsed = parseJson(file);
  if (!parsed.ok) return parsed;
  const root = objectOf(parsed.value);
  if (!Array.isArray(root.annotations)) return refused(FILE_FAULT.notOurs, 'annotations');
  const into = new Collector();
  for (const [i, item] of root.annotations.entries()) {
    const from = objectOf(item);
    const target = objectOf(listOf(from.target)[0]);
    const selectors = selectorsOf(target);
    const tags = listOf(from.tags)
      .map((tag) => `#${textOf(tag, 200)}`)
      .join(' ');
    const document = objectOf(from.document);
    const title = textOf(Array.isArray(document.title) ? document.title[0] : document.title, 1000);
    into.mark({
      kind: selectors ? 'highlight' : 'note',
      url: textOf(from.uri, 8192) || textOf(target.source, 8192),
      title,
      text: selectors?.exact ?? '',
      note: [textOf(from.text), tags].filter(Boolean).join('\n'),
      colour: selectors ? 'yellow' : null,
      selectors,
      at: timeOf(from.updated) ?? timeOf(from.created),
    });
    into.others(
      from,
      [
        'id',
        'created',
        'updated',
        'user',
        'uri',
        'text',
        'tags',
        'target',
        'document',
        'references',
        'group',
        'hidden',
        'permissions',
        'links',
        'user_info',
        'flagged',
        'is_saved',
      ],
      `annotations[${i}].`,
    );
  }
  into.others(root, ['export_date', 'export_userid', 'client_version', 'annotations']);
  return ok(into.done('Hypothesis'));
}
