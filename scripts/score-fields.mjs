#!/usr/bin/env node
/**
 * Scores bylines and dates of stories: node scripts/score-fields.mjs GOLD.jsonl PREDICTIONS.jsonl [--list byline|date]
 * GOLD rows hold `author` and `date` where they are known; predictions are what `eval -- pages` (article.byline, article.date) or
 * article-evidence --predict wrote. A byline is exact when it names the same people in any order, a date when it is the same day.
 */
import { lines } from './learn-parts.mjs';

const [goldFile, predictionFile] = process.argv.slice(2);
const listed = process.argv.includes('--list') ? process.argv[process.argv.indexOf('--list') + 1] : '';
const squash = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
const peopleOf = (text) =>
  new Set(
    (text ?? '')
      .split(/[;,/&|、，；]|\s(?:and|und|et|y|e|og|och|und|en|i|и|和)\s/iu)
      .map(squash)
      .filter(Boolean),
  );
const dayOf = (text) => {
  const [, y, m, d] = /(\d{4})\D+(\d{1,2})\D+(\d{1,2})/.exec(text ?? '') ?? [];
  return y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : '';
};
const sameDate = (gold, found) => {
  if (dayOf(gold) === dayOf(found)) return true;
  // The same moment, told in another time zone.
  const [a, b] = [Date.parse(gold), Date.parse(found)];
  return /\d:\d/.test(gold) && /\d:\d/.test(found) && a === b;
};

const found = new Map(
  lines(predictionFile).map((row) => [
    row.id,
    { byline: row.article?.byline ?? row.byline ?? null, date: row.article?.date ?? row.date ?? null },
  ]),
);
const sums = { byline: { gold: 0, exact: 0, wrong: 0, missing: 0, extra: 0 }, date: { gold: 0, exact: 0, wrong: 0, missing: 0, extra: 0 } };
for (const truth of lines(goldFile)) {
  const { byline, date } = found.get(truth.id) ?? { byline: null, date: null };
  for (const [field, gold, answer, same] of [
    ['byline', truth.author, byline, (a, b) => [...peopleOf(a)].sort().join() === [...peopleOf(b)].sort().join()],
    ['date', truth.date, date, sameDate],
  ]) {
    const sum = sums[field];
    if (!gold) {
      if (answer) sum.extra++;
      continue;
    }
    sum.gold++;
    const verdict = answer === null ? 'missing' : same(gold, answer) ? 'exact' : 'wrong';
    sum[verdict]++;
    if (listed === field && verdict !== 'exact') console.log(`${verdict.padEnd(8)}${truth.id}\n  gold  ${gold}\n  found ${answer ?? ''}`);
  }
}
for (const [field, { gold, exact, wrong, missing, extra }] of Object.entries(sums))
  console.log(
    `${field}: exact ${((100 * exact) / Math.max(1, gold)).toFixed(1)} % of ${gold}, wrong ${wrong}, missing ${missing}; given where the gold has none ${extra}`,
  );
