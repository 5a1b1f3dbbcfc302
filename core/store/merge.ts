import type { Rev, Row } from '../model/row';
import { canonical } from './canonical';

/** What belongs to the row itself rather than to its content, and what is derived (`nameKeys`). `deletedAt` is content: it has a stamp of its own. */
const OWN = new Set(['uuid', 'createdAt', 'updatedAt', 'rev', 'nameKeys']);

/** Content fields of a row, `deletedAt` among them. */
export const contentOf = (row: Row): readonly string[] => Object.keys(row).filter((key) => !OWN.has(key));

type Fields = Readonly<Record<string, unknown>>;

/** True if a's value of the field wins: the later stamp, and on equal stamps the greater value, so that the order of merging never matters. */
function wins(a: Fields, b: Fields, revA: Rev, revB: Rev, field: string): boolean {
  if (revA !== revB) return revA > revB;
  return canonical(a[field] ?? null) >= canonical(b[field] ?? null);
}

/**
 * Two copies of one row (equal uuid) become one: field by field the later stamp wins, a tombstone being a field like any other.
 * Commutative, associative and idempotent (as far as `canonical` tells values apart).
 */
export function mergeRows<T extends Row>(a: T, b: T): T {
  const from: readonly [Fields, Fields] = [a as unknown as Fields, b as unknown as Fields];
  const rev: Record<string, Rev> = {};
  const out: Record<string, unknown> = {
    uuid: a.uuid,
    createdAt: Math.min(a.createdAt, b.createdAt),
    updatedAt: Math.max(a.updatedAt, b.updatedAt),
  };
  for (const field of [...new Set([...contentOf(a), ...contentOf(b)])].sort()) {
    const revA = a.rev[field] ?? '';
    const revB = b.rev[field] ?? '';
    out[field] = wins(from[0], from[1], revA, revB, field) ? from[0][field] : from[1][field];
    const newest = revA > revB ? revA : revB;
    if (newest !== '') rev[field] = newest;
  }
  return { ...out, rev } as unknown as T;
}

/** Stamps each content field of `next` that differs from `before` (null = new row: all of them), and moves `updatedAt`. Equal rows give `before` itself. */
export function stamped<T extends Row>(before: T | null, next: T, rev: Rev, at: number): T {
  const old = before as unknown as Fields | null;
  const now = next as unknown as Fields;
  const changed = contentOf(next).filter((field) => old === null || canonical(old[field] ?? null) !== canonical(now[field] ?? null));
  if (before !== null && changed.length === 0) return before;
  return { ...next, updatedAt: at, rev: { ...before?.rev, ...Object.fromEntries(changed.map((field) => [field, rev])) } };
}
