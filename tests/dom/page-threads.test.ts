import { describe, expect, test } from 'vitest';
import { detectAll as detect } from '../../core/page/detect-all';

interface Gold {
  readonly url: string;
  readonly now?: string;
  readonly declared?: number | null;
  readonly comments: readonly Record<string, unknown>[] | null;
}

const pages = import.meta.glob('../corpus/*.html', { query: '?raw', import: 'default', eager: true }) as Record<string, string>;
const golds = import.meta.glob('../corpus/*.json', { import: 'default', eager: true }) as Record<string, Gold>;
const named = (pattern: RegExp) =>
  Object.keys(pages)
    .map((path) => path.replace(/^.*\/|\.html$/g, ''))
    .filter((name) => pattern.test(name))
    .map((name) => ({ name, html: pages[`../corpus/${name}.html`]!, gold: golds[`../corpus/${name}.json`]! }));

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const NOW = Date.UTC(2026, 0, 1);

describe('threads on pages of every build', () => {
  test.each(named(/^thread-/))('$name', ({ html, gold }) => {
    const { thread } = detect(parse(html), { url: gold.url, now: gold.now ? Date.parse(gold.now) : NOW, generic: true });
    expect(thread).not.toBeNull();
    const index = new Map(thread!.comments.map((comment, i) => [comment.key, i]));
    const found = thread!.comments.map((comment) => ({
      ...comment,
      author: comment.author.name,
      parentIndex: comment.parentKey === null ? null : index.get(comment.parentKey),
    }));
    expect(found.map((comment) => comment.text)).toEqual(gold.comments!.map((comment) => comment.text));
    gold.comments!.forEach((comment, i) => {
      const fields = Object.fromEntries(Object.entries(comment).filter(([name, value]) => name !== 'date' || value !== null));
      expect(found[i]).toMatchObject(fields);
    });
    if (gold.declared !== undefined) expect(thread!.declared).toBe(gold.declared);
  });
});

describe('pages that look like a thread and are none', () => {
  test.each(named(/^(?:none|quiet)-/))('$name', ({ html, gold }) => {
    const { thread } = detect(parse(html), { url: gold.url, now: NOW, generic: true });
    expect(thread?.comments.map((comment) => comment.text) ?? []).toEqual([]);
  });
});
