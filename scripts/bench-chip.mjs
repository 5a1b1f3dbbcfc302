// How long after a tag was written its chip stands in another window's page. Needs `npm run build:e2e`. Alone: node scripts/bench-chip.mjs
import { fileURLToPath } from 'node:url';
import { launchWithPostil, until } from './extension.mjs';
import { bringNear, seek } from './person.mjs';
import { ROOT } from './run.mjs';
import { serve } from './serve.mjs';

const TAGS = 40;
const WARM = 5; // the first ones start the worker and fetch what is needed once

const tagged = (op, site, name, label) => ({
  postil: 1,
  command: 'person.change',
  ask: { op, person: { site, id: null, name }, patch: { labels: [{ text: label, colour: 'blue' }] } },
});

/** In the page: the moment at which a chip of that text stands in the document, in any shadow root. */
function chipAt(label) {
  const roots = () => [...document.querySelectorAll('*')].flatMap((one) => (one.shadowRoot ? [one.shadowRoot] : []));
  return new Promise((resolve) => {
    const look = () => {
      if (roots().some((root) => [...root.querySelectorAll('.chip')].some((chip) => chip.textContent === label)))
        resolve(performance.timeOrigin + performance.now());
      else setTimeout(look, 1);
    };
    look();
  });
}

/** Milliseconds from asking for a tag to its chip in another page. */
export async function benchChip() {
  const server = await serve(`${ROOT}/tests/corpus/demo`);
  const postil = await launchWithPostil('chrome');
  try {
    const library = await postil.openExtensionPage('library.html');
    const ask = (message) => library.evaluate((one) => chrome.runtime.sendMessage(one), message);
    // A window of its own: a page in the background is not drawn.
    const page = await postil.browser.newPage({ type: 'window' });
    const url = `http://forum.example:${new URL(server.url).port}/forum-zh.html`;
    await page.goto(url, { waitUntil: 'load' });
    await bringNear(page, '半亩方塘');
    await seek(page, '.more');
    const times = [];
    for (let i = 0; i < TAGS; i++) {
      const label = `tag ${i}`;
      const seen = page.evaluate(chipAt, label);
      const from = await library.evaluate(
        async (one) => {
          const at = performance.timeOrigin + performance.now();
          await chrome.runtime.sendMessage(one);
          return at;
        },
        tagged(crypto.randomUUID(), 'forum.example', '半亩方塘', label),
      );
      const at = await until(() => seen, `the chip “${label}”`);
      if (i >= WARM) times.push(at - from);
    }
    if (!(await ask({ postil: 1, command: 'operation.recent', ask: { limit: 1 } })).ok) throw new Error('bench-chip: nothing was written');
    times.sort((a, b) => a - b);
    const value = Number(times[Math.ceil(times.length * 0.95) - 1].toPrecision(3));
    return [{ id: 'store.chip', value, unit: 'ms from a tag to its chip in another window, p95', limit: 100, reference: null }];
  } finally {
    await postil.close();
    server.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const one of await benchChip()) console.log(JSON.stringify(one));
