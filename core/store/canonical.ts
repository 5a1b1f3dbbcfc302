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

/** A 53-bit hash of plain data as 14 hex digits: equal data, equal hash; for noticing change, not against an adversary. */
export function hashOf(value: unknown): string {
  const text = canonical(value ?? null);
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0');
}

/** A uuid (version 8: of our own making) that follows from a text: the same thread gets the same row on every machine. */
export function uuidFrom(text: string): string {
  const hex = ['a', 'b', 'c'].map((salt) => hashOf(salt + text)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
