import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

/**
 * A ratchet: what was reached on the pages that accuracy is measured on is not lost again.
 * The corpus is no part of the project; where it is absent this says so and holds nothing.
 */
const ROOT = join(import.meta.dirname, '../..');
const CORPUS = process.env.POSTIL_CORPUS ?? join(ROOT, '../shared/corpus');
// A scorer only prints when it is started by its real path.
const SCORERS = existsSync(CORPUS) ? join(realpathSync(CORPUS), '../eval') : '';
const folder = mkdtempSync(join(tmpdir(), 'postil-eval-'));
const isHere = existsSync(CORPUS) && existsSync(SCORERS);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Floor {
  readonly name: string;
  /** pages, summaries or discussions, as in `npm run eval`. */
  readonly kind: string;
  /** Within the corpus: the pages or documents, and what they are scored against. */
  readonly input: string;
  readonly gold: string;
  readonly scorer: string;
  readonly flags: readonly string[];
  readonly scorerFlags: readonly string[];
  /** The first rows only. */
  readonly rows: number;
  /** Dotted path in the scorer's answer → least (or, with a `<` in front, most) value. */
  readonly least: Readonly<Record<string, number>>;
}

const floors: Floor[] = JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8'));
const first = (file: string, rows: number) => readFileSync(file, 'utf8').split('\n').filter(Boolean).slice(0, rows).join('\n');
const at = (value: unknown, path: string): number =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value) as number;

if (!isHere) {
  test('the corpus is absent, so no floor is checked', () => {
    console.log(`No corpus at POSTIL_CORPUS: accuracy is not checked in this run.`);
    expect(isHere).toBe(false);
  });
} else {
  test.each(floors)('$name holds its floors', { timeout: 300_000 }, (floor) => {
    const gold = join(folder, 'gold.jsonl');
    const out = join(folder, 'out.jsonl');
    writeFileSync(gold, first(join(CORPUS, floor.gold), floor.rows));
    const input = join(CORPUS, floor.input);
    const args = floor.kind === 'pages' ? ['--pages', input, '--limit', String(floor.rows), '--out', out] : ['--docs', gold, '--out', out];
    execFileSync(process.execPath, [join(ROOT, 'scripts/eval.mjs'), floor.kind, ...args, ...floor.flags], { stdio: 'pipe' });
    const answer = execFileSync(process.execPath, [join(SCORERS, floor.scorer), gold, out, '--json', ...floor.scorerFlags], {
      encoding: 'utf8',
    });
    const scores: unknown = JSON.parse(answer);
    const below = Object.entries(floor.least).filter(([path, least]) =>
      path.startsWith('<') ? at(scores, path.slice(1)) > least : at(scores, path) < least,
    );
    expect(below.map(([path, least]) => `${path} ${at(scores, path.replace('<', ''))} against ${least}`)).toEqual([]);
  });
}
