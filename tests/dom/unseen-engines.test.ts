import { describe, expect, test } from 'vitest';
import { readRecords } from '../../core/page/adapter/read-records';
import { detectAll } from '../../core/page/detect-all';
import type { CommentRecord } from '../../core/page/record';
import { SITES } from '../../core/sites';
import { growPage } from '../support/grow-page';
import { type Score, type Share, scoreComments, type Told } from '../support/score-comments';

/**
 * How the generic reader does on engines that it was not made for. The pages of the adapters stand for them: with its adapter each is read
 * exactly, and that answer is what the generic reader is held against. `as it is` a page has two or three comments and nothing around
 * them; `grown` it has ten or more, and the rest of a page around them.
 */
const pages = import.meta.glob<string>('../corpus/sites/*.html', { query: '?raw', import: 'default', eager: true });
const NOW = Date.UTC(2026, 0, 1);

const parse = (html: string): Document => (Document as unknown as { parseHTMLUnsafe: (html: string) => Document }).parseHTMLUnsafe(html);

const told = (record: CommentRecord): Told => ({
  author: record.authorName,
  text: record.text,
  date: record.date,
  floor: record.floor,
  score: record.score,
  parent: record.parentIndex,
});

function found(document: Document, url: string): Told[] {
  const comments = detectAll(document, { url, now: NOW, generic: true }).thread?.comments ?? [];
  const index = new Map(comments.map((comment, i) => [comment.key, i]));
  return comments.map((comment) => ({
    author: comment.author.name,
    text: comment.text,
    date: comment.date,
    floor: comment.floor,
    score: comment.score,
    parent: comment.parentKey === null ? null : (index.get(comment.parentKey) ?? null),
  }));
}

function measure(grown: boolean) {
  const lines: string[] = [];
  const scores: Score[] = [];
  for (const [path, html] of Object.entries(pages)) {
    const file = path.split('/').at(-1)!.replace('.html', '');
    const adapter = SITES.find((one) => one.name === file.split('--')[0])!;
    const { url } = JSON.parse(/^<!--\s*(\{.*\})/.exec(html)![1]!) as { url: string };
    const document = parse(html);
    const read = () => readRecords(document, adapter, { url, now: NOW })!.records;
    const before = read();
    if (grown && !growPage(document, before)) continue;
    const wanted = read();
    const score = scoreComments(found(document, url), wanted.map(told));
    scores.push(score);
    if (score.faults.length > 0)
      lines.push(`${file} ${score.f1.toFixed(2)} of ${wanted.length}\n    ${score.faults.slice(0, 12).join('\n    ')}`);
  }
  const share = (of: (score: Score) => Share) => {
    const [right, all] = scores.map(of).reduce(([a, b], [c, d]) => [a + c, b + d]);
    return right / all;
  };
  const figures = {
    pages: scores.length,
    f1: scores.reduce((sum, score) => sum + score.f1, 0) / scores.length,
    text: share((score) => score.text),
    author: share((score) => score.author),
    date: share((score) => score.date),
    floor: share((score) => score.floor),
    score: share((score) => score.score),
    parent: share((score) => score.parent),
  };
  return { figures, lines };
}

/** What was reached. The repeated pages hold quotes and numbers twice, so parents, floors and scores are told worse there than they are read. */
const FLOORS = {
  'as it is': { f1: 0.75, text: 0.87, author: 0.945, date: 0.98, floor: 0.7, score: 0.56, parent: 0.915 },
  grown: { f1: 0.78, text: 0.9, author: 0.935, date: 0.985, floor: 0.58, score: 0.475, parent: 0.85 },
};

describe('the generic reader on the pages of the adapters', () => {
  test.each([
    ['as it is', false],
    ['grown', true],
  ] as const)('%s', (name, grown) => {
    const { figures, lines } = measure(grown);
    for (const [figure, floor] of Object.entries(FLOORS[name]))
      expect(figures[figure as keyof typeof figures], `${figure}\n${lines.join('\n')}`).toBeGreaterThanOrEqual(floor);
  });
});
