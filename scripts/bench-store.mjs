// Figures of the library: looking people up, searching, backing up and restoring a hundred thousand records.
// Alone: node scripts/bench-store.mjs
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, chromiumPath } from './browsers.mjs';
import { bundle } from './bundle.mjs';

const ENTRY = fileURLToPath(new URL('../tests/bench/store-entry.ts', import.meta.url));
const RECORDS = Number(process.env.RECORDS ?? 100_000);
const MINUTES = 5;

const figure = (id, value, unit, limit, reference) => ({ id, value: Number(value.toPrecision(3)), unit, limit, reference });

/** Runs the store in a page of Chromium on an address of its own (IndexedDB needs an origin). */
export async function benchStore() {
  const script = await bundle(ENTRY, { name: 'benchStoreEntry', minify: false });
  const server = createServer((_request, response) => response.end('<!doctype html><title>bench</title>'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await puppeteer.launch({
    executablePath: chromiumPath(),
    headless: true,
    protocolTimeout: MINUTES * 60_000,
    args: [...chromiumFlags(), '--enable-precise-memory-info'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.addScriptTag({ content: script });
    const got = await page.evaluate((records) => globalThis.benchStoreEntry.run(records), RECORDS);
    if (got.equal !== 1) throw new Error('bench-store: the backup after the restore differs from the file');
    return [
      figure('store.lookup', got.lookup, 'get of one record of 500 people', 0.5, null),
      figure('store.search', got.search, 'ms, p95', 100, null),
      figure('store.index', got.fill, 's to make the index from the rows', null, null),
      figure('store.open', got.open, 's to open the library, 100 changes since', 1, null),
      figure('store.restore', got.restore, 's', 60, null),
      figure('store.backup', got.backup, 's', 60, null),
      figure('store.peak', got.peak, 'MiB above the start, both', null, null),
      figure('store.file', got.file, 'MiB', null, null),
      figure('store.write', got.write, 'ms, p95', 100, null),
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const one of await benchStore()) console.log(JSON.stringify(one));
