// Whether marks find their place again after edits: right, given up, or (never) wrong. Alone: node scripts/bench-anchor.mjs
import { fileURLToPath } from 'node:url';
import './load-ts.mjs';

const EDITS = 10_000;

/** The simulation of tests/unit/page/anchor.test.ts, as figures. */
export async function benchAnchor() {
  const { anchorsAfterEdits } = await import('../tests/support/random-edits.ts');
  const { right, orphan, wrong } = anchorsAfterEdits(EDITS);
  return [
    { id: 'store.anchor', value: wrong.length, unit: `wrong places of ${EDITS} random edits`, limit: 0, reference: null },
    {
      id: 'store.anchor.found',
      value: Number(((100 * right) / (right + orphan)).toPrecision(3)),
      unit: '% found again',
      limit: null,
      reference: null,
    },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const one of await benchAnchor()) console.log(JSON.stringify(one));
