import type { Result } from './result';

/** Takes a value from outside; gives it back typed and cleaned, or throws a Mismatch that names the place. */
export type Check<T> = (value: unknown, at: string) => T;

/** What a check throws. `problem` states the requirement, `at` the path of the offender. */
export class Mismatch extends Error {
  constructor(
    readonly problem: string,
    readonly at: string,
  ) {
    super(`${at}: ${problem}`);
  }
}

const shown = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? `"${value.slice(0, 40)}"` : typeof value === 'number' ? String(value) : typeof value;
};
const mismatch = (want: string, value: unknown, at: string): never => {
  throw new Mismatch(`must be ${want}, got ${shown(value)}`, at);
};

/** Runs a check over a value; the problem names what was wrong, `where` the path within the value. Only Mismatch is caught. */
export function checked<T>(check: Check<T>, value: unknown, at = ''): Result<T> {
  try {
    return { ok: true, value: check(value, at) };
  } catch (fault) {
    if (fault instanceof Mismatch) return { ok: false, problem: fault.problem, where: fault.at };
    throw fault;
  }
}

/** Lone surrogates become U+FFFD, so that every stored string is well-formed. */
export const wellFormed = (text: string): string => text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');

/** A string of at most `max` UTF-16 units, made well-formed. */
export const text =
  (max = 10_000): Check<string> =>
  (value, at) =>
    typeof value !== 'string'
      ? mismatch('text', value, at)
      : value.length > max
        ? mismatch(`text of at most ${max} characters`, value.length, at)
        : wellFormed(value);
/** The same, and not empty. */
export const name =
  (max = 1000): Check<string> =>
  (value, at) =>
    text(max)(value, at) || mismatch('text that is not empty', value, at);
/** A finite number within the bounds. */
export const number =
  (min = -Number.MAX_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER): Check<number> =>
  (value, at) =>
    typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max
      ? value
      : mismatch(`a number from ${min} to ${max}`, value, at);
/** A whole number within the bounds. */
export const integer =
  (min = -Number.MAX_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER): Check<number> =>
  (value, at) =>
    Number.isSafeInteger(value) ? number(min, max)(value, at) : mismatch('a whole number', value, at);
export const flag: Check<boolean> = (value, at) => (typeof value === 'boolean' ? value : mismatch('true or false', value, at));
export const nothing: Check<null> = (value, at) => (value === null || value === undefined ? null : mismatch('null', value, at));
/** An absolute http(s) address, or ''. Anything else is refused, `javascript:` included. */
export const address: Check<string> = (value, at) => {
  const url = text(8192)(value, at);
  return url === '' || /^https?:\/\/[^\s]+$/i.test(url) ? url : mismatch('an http or https address', value, at);
};

export const oneOf =
  <const T extends string | number>(...allowed: readonly T[]): Check<T> =>
  (value, at) =>
    allowed.includes(value as T) ? (value as T) : mismatch(`one of ${allowed.join(', ')}`, value, at);
export const nullable =
  <T>(check: Check<T>): Check<T | null> =>
  (value, at) =>
    value === null || value === undefined ? null : check(value, at);
/** The field may be absent; it then stays absent. */
export const optional =
  <T>(check: Check<T>): Check<T | undefined> =>
  (value, at) =>
    value === undefined ? undefined : check(value, at);
export const list =
  <T>(check: Check<T>, max = 1000): Check<readonly T[]> =>
  (value, at) => {
    if (!Array.isArray(value)) return mismatch('a list', value, at);
    if (value.length > max) return mismatch(`a list of at most ${max}`, value.length, at);
    return value.map((item, index) => check(item, `${at}[${index}]`));
  };

/** A plain object, own enumerable string keys only. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with any keys but `__proto__`; the answer has no prototype that a key could reach. */
export const record =
  <T>(check: Check<T>, max = 1000): Check<Readonly<Record<string, T>>> =>
  (value, at) => {
    if (!isObject(value)) return mismatch('an object', value, at);
    const keys = Object.keys(value).filter((key) => key !== '__proto__');
    if (keys.length > max) return mismatch(`an object of at most ${max} keys`, keys.length, at);
    return Object.fromEntries(keys.map((key) => [wellFormed(key), check(value[key], `${at}.${key}`)]));
  };

/** An object with exactly these fields; others are left behind. Reads own properties only, so `__proto__` cannot supply one. */
export const shape =
  <T extends object>(fields: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> =>
  (value, at) => {
    if (!isObject(value)) return mismatch('an object', value, at);
    const out: Partial<T> = {};
    for (const key of Object.keys(fields) as (keyof T & string)[]) {
      const got = fields[key](Object.hasOwn(value, key) ? value[key] : undefined, at === '' ? key : `${at}.${key}`);
      if (got !== undefined) out[key] = got;
    }
    return out as T;
  };

/** Chooses the check by the value of the field `kind`. */
export const byKind =
  <T extends { readonly kind: string }>(kinds: { readonly [K in T['kind']]: Check<T> }): Check<T> =>
  (value, at) => {
    const kind = isObject(value) ? value.kind : undefined;
    return typeof kind === 'string' && Object.hasOwn(kinds, kind)
      ? kinds[kind as T['kind']](value, at)
      : mismatch(`an object whose kind is one of ${Object.keys(kinds).join(', ')}`, kind ?? value, at === '' ? 'kind' : `${at}.kind`);
  };
