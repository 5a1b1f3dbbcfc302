import { readRecords } from '../core/page/adapter/read-records';
import { type Lesson, lessons } from '../core/page/thread/learn-entry';
import { SITES } from '../core/sites';
import { growPage } from '../tests/support/grow-page';

const NOW = Date.UTC(2026, 0, 1);

/** Where an element stands, for `querySelector`. */
function pathOf(element: Element): string {
  const steps: string[] = [];
  for (let one: Element | null = element; one?.parentElement; one = one.parentElement)
    steps.unshift(`:nth-child(${[...one.parentElement.children].indexOf(one) + 1})`);
  return [':root', ...steps].join(' > ');
}

/**
 * What scripts/learn-threads.mjs learns from a page of tests/corpus/sites: as it is or grown, read with its adapter, whose answer is the gold.
 * null where the page is one that cannot be grown, or whose comments lie in a tree within the page.
 */
export function fixtureLessons(
  file: string,
  html: string,
  grown: boolean,
): { readonly names: readonly string[]; readonly lessons: readonly Lesson[] } | null {
  const adapter = SITES.find((one) => one.name === file.replace(/(?:--.*)?\.html$/, ''))!;
  const { url } = JSON.parse(/^<!--\s*(\{.*\})/.exec(html)![1]!) as { url: string };
  const page = (Document as unknown as { parseHTMLUnsafe: (html: string) => Document }).parseHTMLUnsafe(html);
  const read = () => readRecords(page, adapter, { url, now: NOW })?.records ?? [];
  if (grown && !growPage(page, read())) return null;
  const records = read();
  if (records.some(({ nodes }) => !page.contains(nodes[0]!))) return null;
  const comments = records.map((record) => ({
    cssPath: pathOf(record.nodes[0]!),
    text: record.text,
    author: record.authorName,
    dateText: record.dateText ?? '',
  }));
  return lessons(page, { now: NOW }, { comments });
}

/** The same of a page of tests/corpus without any comments: whatever is found there is wrong. */
export const quietLessons = (html: string) => lessons(new DOMParser().parseFromString(html, 'text/html'), { now: NOW }, {});
