import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../../core/model/row';
import { canonical } from '../../../core/store/canonical';
import { partsOf, revOf, tick } from '../../../core/store/clock';
import { mergeRows, stamped } from '../../../core/store/merge';
import { anyMark, anyPerson, anyRule, anyVisit } from '../../support/rows';

const kinds: readonly (readonly [string, fc.Arbitrary<Row>])[] = [
  ['people', anyPerson],
  ['marks', anyMark],
  ['rules', anyRule],
  ['visits', anyVisit],
];

describe.each(kinds)('merging %s', (_name, row) => {
  const rows = (n: number) => fc.array(row, { minLength: n, maxLength: n }).map((list) => list.map((r) => ({ ...r, uuid: 'u' })));
  const same = (a: Row, b: Row): void => expect(canonical(a)).toBe(canonical(b));
  test('is commutative', () => {
    const commutes = fc.property(rows(2), ([a, b]) => {
      same(mergeRows(a!, b!), mergeRows(b!, a!));
    });
    fc.assert(commutes);
  });
  test('is associative', () => {
    const associates = fc.property(rows(3), ([a, b, c]) => {
      same(mergeRows(mergeRows(a!, b!), c!), mergeRows(a!, mergeRows(b!, c!)));
    });
    fc.assert(associates);
  });
  test('is idempotent', () => {
    const idempotent = fc.property(rows(1), ([a]) => {
      same(mergeRows(a!, a!), a!);
    });
    fc.assert(idempotent);
  });
});

describe('merging keeps both sides’ changes', () => {
  const base = { uuid: 'u', createdAt: 1, updatedAt: 1, deletedAt: null as number | null, rev: {}, note: '', label: 'x' };
  const made = stamped(null, base, revOf(1, 0, 'a'), 1);
  test('of different fields', () => {
    const mine = stamped(made, { ...made, note: '我的' }, revOf(5, 0, 'a'), 5);
    const theirs = stamped(made, { ...made, label: 'y' }, revOf(3, 0, 'b'), 3);
    expect(mergeRows(mine, theirs)).toMatchObject({ note: '我的', label: 'y', updatedAt: 5 });
  });
  test('the later of one field, a deletion being a field', () => {
    const mine = stamped(made, { ...made, deletedAt: 5 }, revOf(5, 0, 'a'), 5);
    const theirs = stamped(made, { ...made, note: 'late' }, revOf(9, 0, 'b'), 9);
    expect(mergeRows(mine, theirs)).toMatchObject({ deletedAt: 5, note: 'late' });
  });
  test('stamps only what differs, and gives the same row when nothing does', () => {
    expect(stamped(made, { ...made }, revOf(9, 0, 'a'), 9)).toBe(made);
    expect(stamped(made, { ...made, note: 'n' }, revOf(9, 0, 'a'), 9).rev).toEqual({ ...made.rev, note: revOf(9, 0, 'a') });
  });
});

describe('the clock', () => {
  test('only moves on, whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 50 }), (times) => {
        let last: string | null = null;
        for (const now of times) {
          const next = tick(last, now, 'n');
          expect(last === null || next > last).toBe(true);
          last = next;
        }
      }),
    );
  });
  test('sorts as text by time, then counter', () => {
    expect([revOf(2, 0, 'a'), revOf(1, 65535, 'z'), revOf(1, 2, 'a')].sort()).toEqual([
      revOf(1, 2, 'a'),
      revOf(1, 65535, 'z'),
      revOf(2, 0, 'a'),
    ]);
  });
  test('goes over into the next millisecond when the counter is full', () => {
    expect(partsOf(tick(revOf(7, 65535, 'n'), 7, 'n'))).toEqual({ millis: 8, counter: 0, node: 'n' });
  });
  test.each(['', 'x', '0123', '018bcfe568000000', 'G18bcfe568000000-a'])('%j is no stamp', (rev) => expect(partsOf(rev)).toBeNull());
});
