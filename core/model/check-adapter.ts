import { type Adapter, FIELDS, type Field } from './adapter';
import { type Check, checked, list, Mismatch, name, oneOf, optional, shape, text } from './check';
import type { Result } from './result';
import { parseSource } from './source';

const MOST_CSS = 600;
const HOST = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/;
const SIGN = /^(?:[.#][^\s.#*,>]+|#[^\s.#*,>]*[-_:a-z]\*|[a-z][a-z0-9]*-[a-z0-9-]+|=[^\s=]+)$/i;

const fail = (problem: string, at: string): never => {
  throw new Mismatch(problem, at);
};

/** A selector as far as it can be told without a document: brackets and quotes closed, nothing that could end a rule of a style sheet. */
const css: Check<string> = (value, at) => {
  const selector = name(MOST_CSS)(value, at);
  const open: string[] = [];
  let quote = '';
  for (let i = 0; i < selector.length; i++) {
    const sign = selector[i]!;
    if (sign === '\\') i++;
    else if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(' || sign === '[') open.push(sign === '(' ? ')' : ']');
    else if ((sign === ')' || sign === ']') && open.pop() !== sign) return fail(`must be a selector, got an unmatched "${sign}"`, at);
    else if (/[{};@]/.test(sign)) return fail(`must be a selector, got "${sign}" outside quotes`, at);
  }
  return quote !== '' || open.length > 0 ? fail(`must be a selector, got one without its closing ${quote || open.at(-1)}`, at) : selector;
};

/** True when a repeated group holds a repetition or a choice: `(a+)+` takes exponential time. */
function repeatsRepetition(pattern: string): boolean {
  const open: boolean[] = [];
  const plain = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  for (let i = 0; i < plain.length; i++) {
    const sign = plain[i]!;
    const endless = /^(?:[*+]|\{\d+,\})/.test(plain.slice(i));
    if (sign === '(') open.push(false);
    else if (sign === ')') {
      const inner = open.pop() ?? false;
      if (inner && /^\)(?:[*+]|\{\d+,\d*\})/.test(plain.slice(i))) return true;
      if (inner && open.length) open[open.length - 1] = true;
    } else if ((endless || sign === '|') && open.length) open[open.length - 1] = true;
  }
  return false;
}

const source: Check<string> = (value, at) => {
  const given = name(MOST_CSS)(value, at);
  const parsed = (() => {
    try {
      return parseSource(given);
    } catch {
      return fail('must hold a regular expression that compiles', at);
    }
  })();
  for (const step of parsed.steps) if (step !== '') css(step, at);
  if (parsed.way !== '' && parsed.steps[0] === '') return fail(`must name a selector after "${parsed.way}"`, at);
  if (parsed.pattern && repeatsRepetition(parsed.pattern.source))
    return fail('must not repeat a group that repeats: it could take forever', at);
  return given;
};

const field: Check<Field> = (value, at) => (typeof value === 'string' ? source(value, at) : list(source, 12)(value, at));

const matching =
  (pattern: RegExp, want: string): Check<string> =>
  (value, at) => {
    const given = text(200)(value, at);
    return pattern.test(given) ? given : fail(`must be ${want}, got "${given}"`, at);
  };

const fields = Object.fromEntries(FIELDS.map((key) => [key, optional(field)])) as {
  [K in (typeof FIELDS)[number]]: Check<Field | undefined>;
};

const outline = shape<Adapter>({
  name: matching(/^[\p{L}\p{N}][\p{L}\p{N} ._:-]{0,79}$/u, 'a name of letters, digits and . _ : -'),
  hosts: optional(list(matching(HOST, 'a host such as "forum.example.org"'), 50)),
  detect: optional(list(matching(SIGN, 'a sign: .class, #id, #prefix-*, custom-element or =generator'), 20)),
  confidence: oneOf('high', 'medium', 'low'),
  root: field,
  best: optional(css),
  wrap: optional(css),
  quote: optional(css),
  drop: optional(css),
  ...fields,
  body: field,
});

/** The keys that an adapter may have. */
const KEYS = new Set(['name', 'hosts', 'detect', 'confidence', 'root', 'best', 'wrap', 'quote', 'drop', ...FIELDS]);

/**
 * An adapter from outside (a person's import, a learned one, a file of core/sites in its test), checked. `where` is the path of what is
 * wrong (`root[1]`), `problem` what it must be. Whether a browser takes the selectors shows only in a document.
 */
export const checkAdapter = (value: unknown): Result<Adapter> =>
  checked<Adapter>((given, at) => {
    const adapter = outline(given, at);
    for (const key of Object.keys(given as object)) if (!KEYS.has(key)) return fail(`must be one of ${[...KEYS].join(', ')}`, key);
    if (!adapter.hosts?.length && !adapter.detect?.length) return fail('must name a host or a sign, got neither', 'hosts');
    return adapter;
  }, value);

/** Adapters taken from one file. */
const MOST_KEPT = 2000;

/** The sound ones of the adapters in a file from outside: a broken one would break every page that reads it, a slow pattern would stop it. */
export function adaptersFrom(value: unknown): readonly Adapter[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST_KEPT).flatMap((one) => {
    const sound = checkAdapter(one);
    return sound.ok ? [sound.value] : [];
  });
}
