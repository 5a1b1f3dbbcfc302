/**
 * JSON with keys in code-unit order at every level and no white space: equal data gives equal text.
 * Takes plain data (the caller has limited the depth); undefined fields are left out as JSON does.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item === undefined ? null : item)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const from = value as Readonly<Record<string, unknown>>;
    const parts = Object.keys(from)
      .filter((key) => from[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(from[key])}`);
    return `{${parts.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** Equal as plain data. */
export const same = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b);
