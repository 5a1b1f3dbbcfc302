import { reexecWithNewNode } from './new-node.mjs';

reexecWithNewNode(import.meta.url);
/** Which module measures which figures; ids as in docs/measuring.md. A name on the command line picks by id prefix or module. */
const BENCHES = {
  detect: async (wants) => (await import('./bench-detect.mjs')).benchDetect(wants),
  rules: async () => (await import('./bench-rules.mjs')).benchRules(),
  text: async () => (await import('./bench-text.mjs')).benchText(),
  size: async () => (await import('./bench-size.mjs')).benchSize(),
  store: async () => [
    ...(await (await import('./bench-store.mjs')).benchStore()),
    ...(await (await import('./bench-chip.mjs')).benchChip()),
    ...(await (await import('./bench-anchor.mjs')).benchAnchor()),
  ],
  page: async () => (await import('./bench-page.mjs')).benchPage(),
};
/** Ids that each module answers for, so that `npm run bench -- P6` runs only what it must. */
const IDS = {
  detect: /^P(1|2|3|4|5|11|12)\b/,
  rules: /^(P6|P7|rules)\b/,
  text: /^P13\b/,
  size: /^P10\b/,
  store: /^store\b/,
  page: /^P(8|9)\b/,
};

const wanted = process.argv.slice(2);
const known = (name) => name in BENCHES || Object.values(IDS).some((pattern) => pattern.test(name));
for (const name of wanted) {
  if (known(name)) continue;
  console.error(`bench: no figure or group is called ${JSON.stringify(name)}; groups: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
for (const [group, run] of Object.entries(BENCHES)) {
  if (wanted.length && !wanted.some((name) => name === group || IDS[group].test(name))) continue;
  const wants = (id) => !wanted.length || wanted.some((name) => name === group || id.startsWith(name) || name.startsWith(`${id}.`));
  for (const figure of await run(wants)) {
    if (wanted.length && !wanted.some((name) => name === group || figure.id.startsWith(name))) continue;
    console.log(JSON.stringify(figure));
  }
}
