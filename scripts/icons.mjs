// Renders docs/icon.svg to PNG in the sizes that browsers and stores ask for: public/icon/*.png.
import { readFile, writeFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, chromiumPath } from './browsers.mjs';

const SIZES = [16, 32, 48, 128];
const folder = new URL('../public/icon/', import.meta.url);
const source = await readFile(new URL('../docs/icon.svg', import.meta.url), 'utf8');
const browser = await puppeteer.launch({ headless: true, executablePath: chromiumPath(), args: chromiumFlags() });
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<!doctype html><style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${source}`);
    await writeFile(new URL(`${size}.png`, folder), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
