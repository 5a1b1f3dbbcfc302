// Pictures of the surfaces. `npm run screenshots` writes those of the README into docs/screenshots;
// `npm run screenshots -- --all [--lang en,de] [--only library]` every surface × language × theme × width into .output/screenshots,
// with forced colours, twice the size and a very wide window besides, and prints what is wrong with their layout.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reexecWithNewNode } from './new-node.mjs';
import { setUp } from './setup.mjs';

setUp({ firefox: false });
reexecWithNewNode(import.meta.url);
const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'en,zh-CN,de' },
    only: { type: 'string', default: '' },
    faults: { type: 'boolean', default: false },
  },
});

const { ROOT, runBin } = await import('./run.mjs');
const { layoutFaults } = await import('./layout-faults.mjs');
const { leave, startShow, SURFACES, visit } = await import('./surfaces.mjs');

if (runBin(join('..', 'scripts', 'build.mjs'), ['--e2e', '--browser', 'chrome']) !== 0) process.exit(1);
const out = join(ROOT, values.all ? '.output/screenshots' : 'docs/screenshots');
mkdirSync(out, { recursive: true });

/** The README's pictures: surface → file. */
const README = { thread: 'thread', 'popup-story': 'popup-story', 'popup-discussion': 'popup-discussion', 'library-people': 'library' };
const THEMES = { light: { 'prefers-color-scheme': 'light' }, dark: { 'prefers-color-scheme': 'dark' } };
const FORCED = { 'prefers-color-scheme': 'dark', 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' };
const HUGE = { width: 3840, height: 2160 };

const show = await startShow('chrome');
const settle = () => new Promise((done) => setTimeout(done, 250));
const shoot = async (page, file, size, features, whole = false) => {
  await page.setViewport(size);
  await show.see(page, features);
  await settle();
  if (!values.faults) await page.screenshot({ path: join(out, `${file}.png`), fullPage: whole });
};
const found = [];
const look = async (page, surface, where) => {
  const options = { touch: false, ours: Boolean(surface.keep) };
  for (const fault of await page.evaluate(layoutFaults, options)) found.push(`${surface.file} ${where}: ${fault}`);
};

if (!values.all) {
  for (const surface of SURFACES.filter(({ file }) => file in README)) {
    const page = await visit(surface, show);
    await shoot(page, README[surface.file], surface.sizes[0], THEMES.light);
    await leave(surface, page);
  }
} else {
  for (const lang of values.lang.split(',')) {
    await show.speak(lang);
    for (const surface of SURFACES.filter(({ file }) => file.includes(values.only))) {
      const page = await visit(surface, show).catch((error) => {
        found.push(`${surface.file} ${lang}: did not come up: ${error.message}`);
        return null;
      });
      if (!page) continue;
      for (const size of surface.sizes) {
        for (const [theme, features] of Object.entries(THEMES))
          await shoot(page, `${surface.file}-${size.width}-${lang}-${theme}`, size, features, surface.whole);
        await look(page, surface, `${size.width} ${lang}`);
      }
      if (lang === 'en') {
        await shoot(page, `${surface.file}-forced`, surface.sizes[0], FORCED);
        const { width, height } = surface.sizes[0];
        if (!surface.file.startsWith('popup'))
          await shoot(page, `${surface.file}-twice`, { width: width / 2, height: height / 2, deviceScaleFactor: 2 }, THEMES.light);
        if (/^(?:library|welcome|card|thread)/.test(surface.file)) await shoot(page, `${surface.file}-huge`, HUGE, THEMES.light);
      }
      await leave(surface, page);
    }
  }
  for (const fault of found) console.log(fault);
  console.log(`${found.length} faults of layout.`);
}
await show.close();
console.log(`Screenshots are in ${values.all ? '.output/screenshots' : 'docs/screenshots'}.`);
process.exit(values.all && found.length > 0 ? 1 : 0);
