import { reexecWithNewNode } from './new-node.mjs';

reexecWithNewNode(import.meta.url);
const [what, ...args] = process.argv.slice(2);
const RUNS = {
  pages: async () => (await import('./eval-pages.mjs')).runPages(args),
  summaries: async () => (await import('./eval-text.mjs')).runSummaries(args),
  discussions: async () => (await import('./eval-text.mjs')).runDiscussions(args),
};
const run = RUNS[what];
if (!run) {
  console.error(`usage: npm run -s eval -- ${Object.keys(RUNS).join('|')} … (got ${JSON.stringify(what ?? '')})`);
  process.exit(2);
}
await run();
