// Renders docs/icon.svg to PNG in the sizes that browsers and stores ask for: public/icon/*.png; docs/icon-off.svg, for sites where Postil is off, in those of the toolbar.
import { readFile, writeFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, chromiumPath } from './browsers.mjs';

const DRAWN = { 'icon.svg': { '': [16, 32, 48, 128] }, 'icon-off.svg': { 'off-': [16, 32] } };
const folder = new URL('../public/icon/', import.meta.url);
const browser = await puppeteer.launch({ headless: true, executablePath: chromiumPath(), args: chromiumFlags() });
try {
  const page = await browser.newPage();
  for (const [file, kinds] of Object.entries(DRAWN)) {
    const source = await readFile(new URL(`../docs/${file}`, import.meta.url), 'utf8');
    for (const [prefix, sizes] of Object.entries(kinds))
      for (const size of sizes) {
        await page.setViewport({ width: size, height: size });
        await page.setContent(
          `<!doctype html><style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${source}`,
        );
        await writeFile(new URL(`${prefix}${size}.png`, folder), await page.screenshot({ omitBackground: true }));
      }
  }
} finally {
  await browser.close();
}
