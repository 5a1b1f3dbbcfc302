import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noCues, type Scan } from '../../../core/page/thread/cues';
import { nestingOf, ownCounts, type Span } from '../../../core/page/thread/groups';
import { CUE, listCues, ownCues } from '../../../core/page/thread/own-cues';

const SIZE = 60;
const places = fc.array(fc.nat(SIZE - 1), { maxLength: 30 }).map((list) => list.sort((a, b) => a - b));
/** Spans in page order, in and beside one another, now and then across another's end. */
const spans = fc
  .array(fc.tuple(fc.nat(SIZE - 1), fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 8 })
  .map((list): Span[] =>
    [...new Map(list).entries()]
      .map(([start, length]) => ({ start, stop: Math.min(SIZE, start + length), from: 0, to: 0 }))
      .sort((a, b) => a.start - b.start || b.stop - a.stop),
  );

test('one walk over all cues counts what a walk for each kind counts', () => {
  fc.assert(
    fc.property(spans, places, places, places, (group, date, author, block) => {
      const cues = { ...noCues(), date, author, block: [...new Set(block)] };
      const page = { cues, all: listCues(cues, SIZE) } as unknown as Scan;
      const above = nestingOf(group);
      const found = ownCues(page, group, above);
      const of = (list: readonly number[]) => ownCounts(group, above, list);
      expect([...found.date]).toEqual([...of(date)]);
      expect([...found.author]).toEqual([...of(author)]);
      expect(found.blocks).toBe(of(cues.block).reduce((a, b) => a + b, 0));
      for (const kind of ['date', 'author', 'block', 'reply'] as const)
        expect(Array.from(found.bits, (bits) => (bits & CUE[kind]) !== 0)).toEqual(Array.from(of(cues[kind]), (count) => count > 0));
    }),
  );
});
