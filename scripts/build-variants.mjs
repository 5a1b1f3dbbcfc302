// Writes core/text/variants-table.ts from OpenCC's tables (Apache-2.0): which characters are traditional or regional forms of which.
// Run it by hand when opencc-js is raised: node scripts/build-variants.mjs
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import hongkong from 'opencc-js/dict/HKVariants';
import simplified from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariants';

const TARGET = fileURLToPath(new URL('../core/text/variants-table.ts', import.meta.url));
const WIDTH = 60; // characters a line: Han are twice as wide

/** `from to[ to…]|…` → pairs; of several the first, which is the usual one. */
const pairs = (dict) => dict.split('|').map((entry) => entry.split(' '));
const one = (text) => [...text].length === 1;

const to = new Map();
for (const [from, target] of pairs(simplified)) if (one(from) && one(target) && from !== target) to.set(from, target);
for (const [standard, regional] of [...pairs(taiwan), ...pairs(hongkong)]) {
  const target = to.get(standard) ?? standard;
  if (one(regional) && !to.has(regional) && target !== regional) to.set(regional, target);
}
/** Follows chains, so that folding twice changes nothing. */
function end(char) {
  const met = new Set();
  let now = char;
  while (to.has(now) && !met.has(now)) {
    met.add(now);
    now = to.get(now);
  }
  return now;
}
const groups = new Map();
for (const from of [...to.keys()].sort()) {
  const target = end(from);
  if (target !== from) groups.set(target, (groups.get(target) ?? '') + from);
}

// A character of two UTF-16 units folds slower than others, so the group's first is one of one unit where there is one.
const ordered = [...groups].map(([target, forms]) => {
  const all = [target, ...forms];
  const first = all.find((char) => char.length === 1) ?? target;
  return [first, ...all.filter((char) => char !== first)].join('');
});

const lines = [''];
for (const group of ordered.sort()) {
  if ([...lines.at(-1)].length + [...group].length + 1 > WIDTH) lines.push('');
  lines[lines.length - 1] += (lines.at(-1) === '' ? '' : ' ') + group;
}
writeFileSync(
  TARGET,
  `/**
 * Groups of Han characters that mean the same when words are matched: the form they fold to first (the simplified one, if it is a single UTF-16 unit).
 * Made by scripts/build-variants.mjs from OpenCC (Apache-2.0); not to be edited by hand. Only for extension pages and the background.
 */
export const VARIANT_GROUPS = \`
${lines.join('\n')}
\`;
`,
);
