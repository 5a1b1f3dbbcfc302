/** One token of the textual form. `at` is its offset in the line. */
export type Token =
  | { readonly kind: 'word' | 'sign'; readonly text: string; readonly at: number; readonly end: number }
  | { readonly kind: 'text'; readonly text: string; readonly at: number; readonly end: number }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string; readonly at: number; readonly end: number };

/** What is wrong with a line: a catalogue key (`rules.…`) and where. */
export interface LineProblem {
  readonly problem: string;
  /** Offset in the line. */
  readonly at: number;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' };
const WORD = /[^\s"(),|]+/uy;

/** Reads the text in quotes that begins at `from`. Escapes: `\"`, `\\`, `\n`, `\t`, `\r`, `\u{hex}`. */
export function readQuoted(line: string, from: number): { readonly text: string; readonly end: number } | LineProblem {
  let text = '';
  for (let i = from + 1; i < line.length; i++) {
    const char = line[i]!;
    if (char === '"') return { text, end: i + 1 };
    if (char !== '\\') {
      text += char;
      continue;
    }
    const next = line[++i] ?? '';
    if (next === 'u') {
      const hex = /^\{([0-9a-f]{1,6})\}/i.exec(line.slice(i + 1, i + 9));
      const code = hex ? Number.parseInt(hex[1]!, 16) : Number.NaN;
      if (!hex || code > 0x10ffff) return { problem: 'rules.badEscape', at: i - 1 };
      text += String.fromCodePoint(code);
      i += hex[0].length;
    } else if (Object.hasOwn(ESCAPES, next)) text += ESCAPES[next];
    else return { problem: 'rules.badEscape', at: i - 1 };
  }
  return { problem: 'rules.openQuote', at: from };
}

/** Reads `/source/flags` at `from`. In the source `\/` stands for `/`. */
export function readRegex(line: string, from: number): Extract<Token, { kind: 'regex' }> | LineProblem {
  let source = '';
  for (let i = from + 1; i < line.length; i++) {
    const char = line[i]!;
    if (char === '/') {
      const flags = /^[a-z]*/.exec(line.slice(i + 1))![0];
      return { kind: 'regex', source, flags, at: from, end: i + 1 + flags.length };
    }
    if (char === '\\') {
      const next = line[++i] ?? '';
      source += next === '/' ? '/' : char + next;
    } else source += char;
  }
  return { problem: 'rules.openPattern', at: from };
}

/** Cuts a rule line into tokens: quoted texts, patterns, the signs `( ) , |`, and words. */
export function tokenize(line: string): readonly Token[] | LineProblem {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    const char = line[at]!;
    if (/\s/u.test(char)) {
      at++;
      continue;
    }
    let token: Token;
    if (char === '"') {
      const quoted = readQuoted(line, at);
      if ('problem' in quoted) return quoted;
      token = { kind: 'text', text: quoted.text, at, end: quoted.end };
    } else if (char === '/') {
      const regex = readRegex(line, at);
      if ('problem' in regex) return regex;
      token = regex;
    } else if ('(),|'.includes(char)) token = { kind: 'sign', text: char, at, end: at + 1 };
    else {
      WORD.lastIndex = at;
      const text = WORD.exec(line)![0];
      token = { kind: 'word', text, at, end: at + text.length };
    }
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/**
 * What a line must not hold as it is: controls, line ends, lone surrogates, and what cannot be seen or turns the text around it (bidirectional controls,
 * zero-width characters other than the joiners that writing systems need).
 */
export const UNSEEN = '\\p{Cc}\\p{Cs}\\u2028\\u2029\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff';
const ONE_UNSEEN = new RegExp(`[${UNSEEN}]`, 'u');

/** A text in quotes, such that `readQuoted` gives it back: quotes, backslashes and what cannot be seen escaped. */
export function quote(text: string): string {
  let quoted = '"';
  for (const char of text) {
    if (char === '"' || char === '\\') quoted += `\\${char}`;
    else if (ONE_UNSEEN.test(char)) quoted += `\\u{${char.codePointAt(0)!.toString(16)}}`;
    else quoted += char;
  }
  return `${quoted}"`;
}
