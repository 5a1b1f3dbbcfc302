/** Every run of white space as one space. Most texts of a page are in order already and come back as they are, which is told by a look at their characters. */
export function collapse(text: string): string {
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n);
    if (code > 32 && code < 160) continue;
    if (code === 32 ? text.charCodeAt(n + 1) === 32 : code < 32 || isWide(code)) return text.replace(/\s+/g, ' ');
    // A space before another kind of white space is seen at the next character.
  }
  return text;
}

/** White space beyond ASCII. */
const isWide = (code: number): boolean =>
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff;

/** A test of short texts that remembers its answers: pages say the same few words over and over. */
export function remembered(pattern: RegExp): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    let is = known.get(text);
    if (is === undefined) {
      is = pattern.test(text);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(text, is);
    }
    return is;
  };
}

/** Texts remembered of each pattern. */
const MOST_KNOWN = 1000;
