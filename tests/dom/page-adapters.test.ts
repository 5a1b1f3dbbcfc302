import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../core/model/adapter';
import { packShelf } from '../../core/model/shelf';
import { readRecords } from '../../core/page/adapter/read-records';
import { readWithAdapters } from '../../core/page/read-adapter';
import type { CommentRecord } from '../../core/page/record';
import { bodyOf } from '../../core/page/safe-dom';
import { finish } from '../../core/page/steps';
import { survey } from '../../core/page/survey';
import { SITES } from '../../core/sites';

/**
 * tests/corpus/sites/<adapter>.html (a second page of one adapter: <adapter>--<what>.html) opens with a comment of JSON lines: first the
 * page ({url, declared, reader}), then a comment each, in page order; what is absent is null, 0, false, '' or [].
 */
const pages = import.meta.glob<string>('../corpus/sites/*.html', { query: '?raw', import: 'default', eager: true });
const NOW = Date.UTC(2026, 0, 1);
const shelf = packShelf(SITES);

interface Expected {
  id?: string;
  by?: string;
  who?: string;
  url?: string;
  on?: string;
  at?: string;
  floor?: string;
  score?: number;
  depth?: number;
  to?: number;
  op?: boolean;
  text?: string;
  quotes?: string[];
  copies?: number;
  nodes?: number;
}

const plain = (record: CommentRecord): Expected => {
  const all: Expected = {
    id: record.id ?? undefined,
    by: record.authorName || undefined,
    who: record.authorId ?? undefined,
    url: record.authorUrl ?? undefined,
    on: record.date ?? undefined,
    at: record.dateText ?? undefined,
    floor: record.floor ?? undefined,
    score: record.score ?? undefined,
    depth: record.depth || undefined,
    to: record.parentIndex ?? undefined,
    op: record.op || undefined,
    text: record.text || undefined,
    quotes: record.quotes.length ? [...record.quotes] : undefined,
    copies: record.copies?.length,
    nodes: record.nodes.length === 1 ? undefined : record.nodes.length,
  };
  return JSON.parse(JSON.stringify(all)) as Expected;
};

/** A page as a browser builds it, declarative shadow roots included. */
const parse = (html: string): Document => (Document as unknown as { parseHTMLUnsafe: (html: string) => Document }).parseHTMLUnsafe(html);

const cases = Object.entries(pages).map(([path, html]) => {
  const file = path.split('/').at(-1)!.replace('.html', '');
  const [head, ...rows] = /^<!--([\s\S]*?)-->/
    .exec(html)![1]!
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { file, adapter: file.split('--')[0]!, html, head: head!, rows: rows as Expected[] };
});

describe('every adapter reads the page of its engine exactly', () => {
  test.each(cases)('$file', ({ adapter, html, head, rows }) => {
    const document = parse(html);
    const before = document.documentElement.outerHTML;
    const broken: string[] = [];
    const options = { url: head.url as string, now: NOW, shelf, onBroken: (name: string) => broken.push(name) };
    const found = finish(readWithAdapters(document, survey(bodyOf(document)!), options));
    expect(broken).toEqual([]);
    expect(found?.records.map(plain)).toEqual(rows);
    expect(found).toMatchObject({ adapter, declared: head.declared ?? null, reader: head.reader ?? null });
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test.each(SITES.map((adapter) => [adapter.name, adapter] as const))(
    '%s: every field that names a comment is exercised by its page',
    (name, adapter) => {
      const own = cases.filter((one) => one.adapter === name);
      const readBy = (changed: Adapter) =>
        own.map(({ html, head }) => readRecords(parse(html), changed, { url: head.url as string, now: NOW })?.records.map(plain) ?? null);
      const whole = readBy(adapter);
      const idle = (['id', 'author', 'authorId', 'date', 'body', 'floor'] as const).filter(
        (field) => adapter[field] !== undefined && JSON.stringify(readBy({ ...adapter, [field]: '.nowhere' })) === JSON.stringify(whole),
      );
      expect(idle).toEqual([]);
    },
  );

  test('no adapter is without a page', () => {
    const read = new Set(cases.map(({ adapter }) => adapter));
    expect(SITES.map(({ name }) => name).filter((name) => !read.has(name))).toEqual([]);
  });
});
