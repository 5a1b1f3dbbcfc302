#!/usr/bin/env node
/**
 * Reads saved pages into block descriptions for scripts/learn-article.mjs and scripts/learn-titles.mjs.
 * node scripts/article-evidence.mjs OUT CORPUS/articles/SET … [--predict] [--comments]
 * Writes OUT/SET.jsonl: {id, title, titles (what the title is chosen from), blocks: [{text, kind}], rows (base64 of Float32)}; with --predict the finder's answer {id, title, byline, date, body}
 * in the shape of `eval -- pages`, many times faster (one tab, DOMParser). --comments runs the thread finder too.
 */
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, chromiumPath } from './browsers.mjs';
import { bundle } from './bundle.mjs';

const flags = new Set(process.argv.slice(2).filter((arg) => arg.startsWith('--')));
const [out, ...sets] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
if (!out || sets.length === 0) throw new Error('article-evidence: needs OUT and at least one set folder with pages.jsonl');
mkdirSync(out, { recursive: true });

const read = (html, url, how) => {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const kit = globalThis.postilLearn;
  const options = { url, now: Date.UTC(2026, 0, 1), generic: false };
  const seen = kit.survey(document.body ?? document.documentElement);
  const records = how.comments && kit.findThread ? kit.withoutStory(kit.finish(kit.findThread(document, seen, options))) : null;
  const started = performance.now();
  if (how.predict) {
    const story = kit.finish(kit.findArticle(document, seen, options, records))?.article ?? null;
    return {
      title: story?.title ?? kit.titleOfPage(document, seen, url),
      byline: story?.byline ?? null,
      date: story?.date ?? null,
      body: story ? kit.storyText(story) : '',
      ms: performance.now() - started,
    };
  }
  const evidence = kit.readEvidence(document, seen, url, records);
  if (!evidence) return { title: '', titles: null, blocks: [], rows: '' };
  const { title, blocks, rows } = evidence;
  const all = new Float32Array(rows.length * kit.FEATURES.length);
  rows.forEach((row, k) => {
    all.set(row, k * row.length);
  });
  let binary = '';
  const bytes = new Uint8Array(all.buffer);
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return { title: title.title, titles: title.evidence, blocks: blocks.map(({ text, kind }) => ({ text, kind })), rows: btoa(binary) };
};

const code = await bundle(join(import.meta.dirname, '../core/page/article/learn-entry.ts'), { name: 'postilLearn' });
const browser = await puppeteer.launch({ headless: true, executablePath: chromiumPath(), args: chromiumFlags(), protocolTimeout: 60_000 });
for (const set of sets) {
  const started = Date.now();
  const rows = readFileSync(join(set, 'pages.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const file = createWriteStream(join(out, `${basename(set)}.jsonl`));
  let page = null;
  let problems = 0;
  for (const [k, row] of rows.entries()) {
    if (k % 200 === 0) {
      await page?.close();
      page = await browser.newPage();
      await page.evaluate(code.replace(/^(var|const|let) postilLearn\b/, 'globalThis.postilLearn'));
    }
    const raw = readFileSync(join(set, row.file));
    const html = (row.file.endsWith('.br') ? brotliDecompressSync(raw) : raw).toString('utf8');
    const answer = await page
      .evaluate(read, html, row.url ?? '', { predict: flags.has('--predict'), comments: flags.has('--comments') })
      .catch((error) => {
        problems++;
        console.error(row.id, String(error.message).split('\n')[0]);
        return { title: '', blocks: [], rows: '', body: '' };
      });
    file.write(`${JSON.stringify({ id: row.id, ...answer })}\n`);
  }
  // The names stay beside the numbers: the learning reads them from there.
  writeFileSync(join(out, 'features.json'), JSON.stringify(await page.evaluate(() => globalThis.postilLearn.FEATURES)));
  await page?.close();
  await new Promise((done) => file.end(done));
  console.error(`${basename(set)}: ${rows.length} pages in ${((Date.now() - started) / 1000).toFixed(1)} s, ${problems} failed`);
}
await browser.close();
process.exit(0);
