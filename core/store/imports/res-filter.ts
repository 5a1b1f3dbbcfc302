import type { Condition, Range } from '../../model/rule';
import { idOf, listOf, objectOf, patternOf, type RegexCheck, textOf } from './drafts';

const MAX_DEPTH = 12;

/** `{op, val}` of a number: inclusive bounds. null if it is no comparison that we know. */
function rangeOf(op: unknown, value: unknown): Range | null {
  const number = Number(idOf(value) || Number.NaN);
  if (!Number.isFinite(number)) return null;
  if (op === '>') return { min: number + 1, max: null };
  if (op === '>=') return { min: number, max: null };
  if (op === '<') return { min: null, max: number - 1 };
  if (op === '<=') return { min: null, max: number };
  return op === '==' ? { min: number, max: number } : null;
}

/**
 * A filter of the Reddit Enhancement Suite as a condition. What we cannot say exactly is refused whole, with its path as text:
 * half a filter would hide other things than the whole.
 */
export function conditionOfFilter(value: unknown, check: RegexCheck, at: string, depth = 0): Condition | string {
  const part = objectOf(value);
  const type = textOf(part.type, 40);
  if (depth > MAX_DEPTH) return at;
  if (type === 'group') {
    const kinds = { all: 'all', any: 'any', none: 'none' } as const;
    const op = textOf(part.op, 10);
    if (!Object.hasOwn(kinds, op)) return `${at}.op ${op}`;
    const of: Condition[] = [];
    for (const [i, item] of listOf(part.of).entries()) {
      const condition = conditionOfFilter(item, check, `${at}.of[${i}]`, depth + 1);
      if (typeof condition === 'string') return condition;
      of.push(condition);
    }
    return { kind: kinds[op as keyof typeof kinds], of };
  }
  if (type === 'commentContent') {
    const pattern = textOf(part.patt, 10_000);
    if (pattern === '') return `${at}.patt`;
    const condition = patternOf(pattern, check, true);
    return typeof condition === 'string' ? `${at}.patt ${condition}` : condition;
  }
  if (type === 'depth' || type === 'score') {
    const range = rangeOf(part.op, part.val);
    return range === null ? `${at}.${type}` : { kind: type, range };
  }
  if (type === 'userTag' && textOf(part.patt, 80) !== '' && !textOf(part.patt).startsWith('/'))
    return { kind: 'label', text: textOf(part.patt, 80) };
  return `${at}.type ${type || '?'}`;
}
