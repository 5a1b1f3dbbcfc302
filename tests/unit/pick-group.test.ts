import { describe, expect, test } from 'vitest';
import { pick, type Weighed } from '../../core/page/thread/pick';

/** A believed group whose records start at `starts` and end at `stop`, all dated and signed. */
const group = (starts: readonly number[], stop: number, rank: number): Weighed => ({ belief: 3, rank, told: 2, starts, stop });
const NARROW = group([10, 20, 30, 40, 50], 60, 9);

describe('the wider of two groups', () => {
  test('stands for the narrow one where its other records lie among the same', () => {
    expect(pick([NARROW, group([10, 15, 20, 30, 40, 45, 50], 60, 8)])).toBe(1);
  });
  test('does not where they all follow the last: cards of other discussions', () => {
    expect(pick([NARROW, group([10, 20, 30, 40, 50, 80, 90, 100], 110, 8)])).toBe(0);
  });
  test('does with one behind the last, which may be made otherwise', () => {
    expect(pick([NARROW, group([10, 20, 30, 40, 50, 60], 70, 8)])).toBe(1);
  });
});
