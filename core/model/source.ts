import type { Field } from './adapter';

/** One source of a field, taken apart. */
export interface Source {
  /** `''` within the record, `^` the closest element around it, `+`/`-` the next or previous sibling up to the neighbouring record. */
  readonly way: '' | '^' | '+' | '-';
  /** css selectors, the next one looked for in the open shadow roots at or below what the one before found. `''` first: the root itself. */
  readonly steps: readonly string[];
  /** `own`: only the element's own text nodes; `last`: the last match rather than the first; `all`: every match (body only). */
  readonly pick: '' | 'own' | 'last' | 'all';
  readonly attribute: string | null;
  /** Path into the attribute's JSON. */
  readonly path: readonly string[];
  /** What a match stands for, whatever it says. */
  readonly constant: string | null;
  readonly pattern: RegExp | null;
}

const SHAPE =
  /^([\^+-]?)(.*?)(?:(?:^|\s+)~(own|last|all))?(?:(?:^|\s+)@([\w:-]+)(?:\{([\w.]+)\})?)?(?:(?:^|\s+)=(\S*))?(?:(?:^|\s+)\/(.*)\/([imsu]*))?$/su;

/** Takes one source apart. Throws a SyntaxError where its regular expression is broken; css is not looked at here. */
export function parseSource(text: string): Source {
  const [, way, css = '', pick, attribute, path, constant, pattern, flags] = SHAPE.exec(text.trim()) ?? [];
  const steps = css.split('>>>').map((step) => step.trim());
  return {
    way: (way ?? '') as Source['way'],
    steps: steps.map((step) => (step === ':scope' ? '' : step)),
    pick: (pick ?? '') as Source['pick'],
    attribute: attribute ?? null,
    path: path ? path.split('.') : [],
    constant: constant ?? null,
    pattern: pattern === undefined ? null : new RegExp(pattern, flags),
  };
}

/** A field's sources in order. An absent field has none. */
export const parseField = (field: Field | undefined): readonly Source[] =>
  field === undefined ? [] : typeof field === 'string' ? [parseSource(field)] : field.map(parseSource);
