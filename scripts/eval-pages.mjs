import { createWriteStream, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, chromiumPath } from './browsers.mjs';
import { bundle } from './bundle.mjs';

const TABS = 3;
/** Pages are frozen in time; relative dates ("3 hours ago") are read against this moment. */
const NOW = Date.UTC(2026, 0, 1);
const PAGE_TIMEOUT_MS = 20_000;

/** The bytes of a saved page and the charset to announce: UTF-8 when they are, otherwise the browser finds out by itself. */
export function savedPage(file) {
  const raw = readFileSync(file);
  const bytes = file.endsWith('.br') ? brotliDecompressSync(raw) : raw;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { bytes, type: 'text/html; charset=utf-8' };
  } catch {
    return { bytes, type: file.endsWith('.br') ? 'text/html; charset=utf-8' : 'text/html' };
  }
}

/** Opens a tab that answers its next navigation from a saved file and aborts everything else; page scripts never run. */
export async function openTab(browser) {
  const page = await browser.newPage();
  let current = null;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (current && request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      const { bytes, type } = current;
      current = null;
      request.respond({ status: 200, headers: { 'content-type': type, 'content-security-policy': "script-src 'none'" }, body: bytes });
    } else request.abort();
  });
  return {
    page,
    async show(file, url) {
      current = savedPage(file);
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: PAGE_TIMEOUT_MS });
    },
  };
}

/** What `detect` found, in the shape that the scorers read. */
const readPrediction = (options) => {
  const found = globalThis.postilDetect.detect(document, options);
  const { article, thread } = found;
  const parts = options.lump ? globalThis.postilDetect.commentParts(found) : null;
  const index = new Map((thread?.comments ?? []).map((comment, i) => [comment.key, i]));
  const body = article ? globalThis.postilDetect.storyText(article) : '';
  return {
    article: article && { title: article.title, byline: article.byline, date: article.date, body },
    title: article?.title ?? thread?.title ?? found.title ?? '',
    body,
    comments:
      parts ??
      (thread?.comments ?? []).map((comment) => ({
        author: comment.author.name,
        date: comment.date,
        dateText: comment.dateText,
        text: comment.text,
        id: comment.id,
        floor: comment.floor,
        score: comment.score,
        depth: comment.depth,
        parentIndex: comment.parentKey === null ? null : (index.get(comment.parentKey) ?? null),
      })),
  };
};

/**
 * `eval -- pages --pages FILE/pages.jsonl --out OUT.jsonl [--generic] [--lump] [--limit N] [--only REGEX]`
 * `--lump` writes each comment as its part of the page reads, with name and date, for gold that holds all comments so in one text.
 */
export async function runPages(args) {
  const { values } = parseArgs({
    args,
    options: {
      pages: { type: 'string' },
      out: { type: 'string' },
      generic: { type: 'boolean', default: false },
      lump: { type: 'boolean', default: false },
      limit: { type: 'string' },
      only: { type: 'string' },
    },
  });
  if (!values.pages || !values.out) throw new Error('eval pages: needs --pages FILE/pages.jsonl and --out OUT.jsonl');
  const only = values.only ? new RegExp(values.only) : null;
  const rows = readFileSync(values.pages, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter((row) => !only || only.test(row.file))
    .slice(0, values.limit ? Number(values.limit) : undefined);
  const code = await bundle(join(import.meta.dirname, '../core/page/eval-entry.ts'), { name: 'postilDetect' });
  const browser = await puppeteer.launch({
    headless: true,
    executablePath: chromiumPath(),
    args: chromiumFlags(),
    protocolTimeout: 60_000,
  });
  const answers = new Array(rows.length);
  const problems = [];
  let next = 0;
  const started = Date.now();
  const worker = async () => {
    let tab = await openTab(browser);
    for (;;) {
      const i = next++;
      if (i >= rows.length) break;
      const row = rows[i];
      const given = /^https?:\/\/./i.test(row.url ?? '') && URL.canParse(row.url) ? [row.url] : [];
      answers[i] = { article: null, title: '', body: '', comments: [] };
      // An address that the browser refuses to open is tried once more as a made-up one.
      for (const url of [...given, `https://page.example/${encodeURIComponent(row.id)}`]) {
        try {
          await tab.show(join(dirname(values.pages), row.file), url);
          await tab.page.evaluate(code.replace(/^(var|const|let) postilDetect\b/, 'globalThis.postilDetect'));
          const answer = await tab.page.evaluate(readPrediction, {
            url,
            now: NOW,
            generic: values.generic,
            lump: values.lump,
          });
          answers[i] = answer;
          break;
        } catch (error) {
          problems.push(`${row.id}: ${String(error?.message ?? error).split('\n')[0]}`);
          await tab.page.close().catch(() => {});
          tab = await openTab(browser);
        }
      }
    }
  };
  await Promise.all(Array.from({ length: TABS }, worker));
  await browser.close();
  const out = createWriteStream(values.out);
  rows.forEach((row, i) => {
    out.write(`${JSON.stringify({ id: row.id, ...answers[i] })}\n`);
  });
  await new Promise((done) => out.end(done));
  for (const problem of problems) console.error(problem);
  const seconds = (Date.now() - started) / 1000;
  console.error(`${rows.length} pages in ${seconds.toFixed(1)} s, ${problems.length} failed`);
}
