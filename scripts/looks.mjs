// How surfaces look, in numbers that survive another font: where their parts stand, and the picture as a small grid of grey.
// `node scripts/looks.mjs` writes the baseline that tests/e2e/looks.test.ts compares with, after somebody looked at the screenshots.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(import.meta.dirname, '..');
const BASELINE = join(ROOT, 'tests/e2e/looks.json');
/** Surfaces that are compared: one of each kind. */
export const COMPARED = ['menu', 'popup-story', 'popup-filters', 'library-people', 'library-settings', 'welcome'];
const COLUMNS = 32;
const ROWS = 24;
/** Even one font is drawn a little wider elsewhere; a line more or less moves what is below by about this much. */
const MOVED = { share: 0.12, px: 28 };
/** Mean difference of the grid, of 255. The same font gives up to 2, dark for light 200, a list without its gaps about 10. */
const GREY = 7;
/** A text of the surfaces' font this much wider or narrower than the baseline's, of 1, is another font: see `sameFont`. */
const OTHER_FONT = 0.005;
/** With another font only a change of the ground itself shows in the picture. */
const GREY_OTHER_FONT = 30;

/** The widths of two scripts in the font that the surfaces are set in, px. Runs in a page of ours. */
function rulerOf() {
  const host = document.querySelector('[data-postil~=app]')?.shadowRoot?.querySelector('.layer') ?? document.body;
  const context = document.createElement('canvas').getContext('2d');
  context.font = `100px ${getComputedStyle(host).fontFamily}`;
  return ['Hide comments like this 0123', '隐藏此评论'].map((text) => Math.round(context.measureText(text).width));
}
/** True if two looks were taken with one font: only then positions and greys of both mean the same. */
export const sameFont = (before, now) =>
  before.ruler.every((width, at) => Math.abs(width - now.ruler[at]) <= Math.max(2, width * OTHER_FONT));

/** How a part stands to the one before it: what no font changes. */
function relationOf([, left, top, width, height], [, l, t, w, h]) {
  if (l >= left - 1 && t >= top - 1 && l + w <= left + width + 1 && t + h <= top + height + 1) return 'within';
  const rows = Math.min(top + height, t + h) - Math.max(top, t);
  // The top of the next column stands beside the foot of this one, however tall either is.
  const nextColumn = l >= left + width - 1 && t < top + height;
  if (nextColumn || rows > Math.min(height, h) / 2) return l >= left ? 'beside' : 'before';
  return t >= top ? 'below' : 'above';
}
const relationsOf = (boxes) => boxes.slice(1).map((box, at) => relationOf(boxes[at], box));

/** Parts of a page of ours with their boxes, at most 60: what a person would name when telling where things are. Runs in the page. */
function boxesOf() {
  const roots = [document];
  for (const element of document.querySelectorAll('*'))
    if (element.shadowRoot && element.matches('[data-postil~=app]')) roots.push(element.shadowRoot);
  const ours = roots.length > 1 ? roots.slice(1) : roots;
  const parts = ours.flatMap((root) => [
    ...root.querySelectorAll(
      'header, h1, h2, nav, footer, [role=tab], [role=menu], [role=menuitem], button, select, input, .segmented, .marked, .settings-name',
    ),
  ]);
  return parts
    .filter((element) => !element.closest('.toast-place')) // comes and goes
    .map((element) => ({ name: `${element.localName}.${[...element.classList].join('.')}`, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.height > 0)
    .slice(0, 60)
    .map(({ name, box }) => [name, ...[box.left, box.top, box.width, box.height].map(Math.round)]);
}

/** A picture as rows of grey, two hex digits a field. `blank` is any page of a browser. */
async function greyOf(blank, png) {
  return blank.evaluate(
    async (data, columns, rows) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [columns, rows];
      const context = canvas.getContext('2d');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, columns, rows);
      const { data: pixels } = context.getImageData(0, 0, columns, rows);
      const fields = Array.from({ length: columns * rows }, (_, at) =>
        Math.round(0.299 * pixels[at * 4] + 0.587 * pixels[at * 4 + 1] + 0.114 * pixels[at * 4 + 2]),
      );
      const hex = fields.map((grey) => grey.toString(16).padStart(2, '0')).join('');
      return hex.match(new RegExp(`.{${columns * 2}}`, 'g'));
    },
    Buffer.from(png).toString('base64'),
    COLUMNS,
    ROWS,
  );
}

/** How a page looks as it stands in its window. */
export const lookOf = async (page, blank) => ({
  ruler: await page.evaluate(rulerOf),
  boxes: await page.evaluate(boxesOf),
  grey: await greyOf(blank, await page.screenshot()),
});

const fieldsOf = (grey) => grey.flatMap((row) => row.match(/../g).map((hex) => Number.parseInt(hex, 16)));

/** What is otherwise than it was, one line each; empty: it looks the same. Of another font's look only the order of the parts and the ground are compared. */
export function looksDiffer(before, now) {
  const lines = [];
  const same = sameFont(before, now);
  const [old, fresh] = [before.boxes, now.boxes];
  const names = (boxes) => boxes.map(([name]) => name).join(' ');
  if (names(old) !== names(fresh)) lines.push(`other parts: ${names(fresh)} instead of ${names(old)}`);
  else if (same)
    for (const [at, [name, ...box]] of old.entries()) {
      const here = fresh[at].slice(1);
      const moved = box.some((value, side) => Math.abs(value - here[side]) > Math.max(MOVED.px, value * MOVED.share));
      if (moved) lines.push(`${name} stands at ${here.join(' ')} instead of ${box.join(' ')}`);
    }
  else {
    const relations = relationsOf(fresh);
    for (const [at, relation] of relationsOf(old).entries())
      if (relations[at] !== relation) lines.push(`${fresh[at + 1][0]} stands ${relations[at]} ${fresh[at][0]} instead of ${relation} it`);
  }
  const [a, b] = [fieldsOf(before.grey), fieldsOf(now.grey)];
  const mean = a.reduce((sum, value, at) => sum + Math.abs(value - b[at]), 0) / a.length;
  if (mean > (same ? GREY : GREY_OTHER_FONT)) lines.push(`the picture differs by ${mean.toFixed(1)} of 255`);
  return lines;
}

/** The baseline: surface → look. */
export const readLooks = () => JSON.parse(readFileSync(BASELINE, 'utf8'));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { leave, startShow, SURFACES, visit } = await import('./surfaces.mjs');
  const show = await startShow('chrome');
  const blank = await show.postil.browser.newPage();
  const looks = {};
  for (const surface of SURFACES.filter(({ file }) => COMPARED.includes(file))) {
    const page = await visit(surface, show);
    await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
    looks[surface.file] = await lookOf(page, blank);
    await leave(surface, page);
  }
  writeFileSync(
    BASELINE,
    `${JSON.stringify(looks, null, 1)
      .replace(/\n {4,}(?=["\d])/g, ' ')
      .replace(/\n {3}\]/g, ' ]')}\n`,
  );
  await show.close();
}
