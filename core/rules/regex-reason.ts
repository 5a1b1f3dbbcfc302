/** Why a pattern is refused: a catalogue key of the `regex.` family, perhaps with what it is about (`regex.escape: \q`), and an offset into the source. */
export interface RegexReason {
  readonly problem: string;
  readonly at: number;
}

/** One token of a pattern: an escape with the character behind it, a class from bracket to bracket, or one character. */
const TOKEN = /\\(?:[pPu]\{[^}]*\}?|x[0-9a-f]{2}|k<[^>]*>?|[\s\S])|\\$|\[\^?(?:\\[\s\S]|[^\]\\])*\]?|\(\?(?:<?[=!])?|[\s\S]/giu;
const MOST_SHOWN = 20; // characters of the part that is named

const tokensOf = (source: string): readonly { readonly text: string; readonly at: number }[] =>
  [...source.matchAll(TOKEN)].map((match) => ({ text: match[0], at: match.index }));

/** What no linear engine can do: look-around and references back to a group. The engine would take `\k<name>` for the letters k<name>. Null if there is none. */
export function beyondEngine(source: string): RegexReason | null {
  for (const { text, at } of tokensOf(source)) {
    if (/^\(\?<?[=!]/.test(text)) return { problem: 'regex.look', at };
    if (/^\\(?:[1-9]|k<)/.test(text)) return { problem: 'regex.back', at };
  }
  return null;
}

/** The bracket that is left open, or the one that closes nothing; the source's length if there is none. */
function brokenAt(source: string, isOpen: boolean): number {
  const open: number[] = [];
  for (const { text, at } of tokensOf(source)) {
    if (text.startsWith('(')) open.push(at);
    else if (text === ')' && open.pop() === undefined) return isOpen ? source.length : at;
  }
  return open.at(-1) ?? source.length;
}

/** Where the part that the engine names stands: at the beginning of a token, or within a class; the source's length if it can't be told. */
function foundAt(part: string, source: string): number {
  if (part === '') return source.length;
  const tokens = tokensOf(source);
  const exact = tokens.find(({ at }) => source.startsWith(part, at));
  if (exact) return exact.at;
  for (const { text, at } of tokens) if (text.length > 1 && text.includes(part)) return at + text.indexOf(part);
  return source.length;
}

const KEYS: Readonly<Record<string, string>> = {
  'invalid character class range': 'regex.range',
  'invalid escape sequence': 'regex.escape',
  'invalid named capture': 'regex.group',
  'duplicate capture group name': 'regex.groupTwice',
  'invalid or unsupported Perl syntax': 'regex.group',
  'invalid nested repetition operator': 'regex.repeatTwice',
  'invalid repeat count': 'regex.repeatCount',
  'missing argument to repetition operator': 'regex.repeatNothing',
  'missing closing ]': 'regex.openClass',
  'missing closing )': 'regex.openGroup',
  'unexpected )': 'regex.closedGroup',
  'trailing backslash at end of expression': 'regex.backslash',
  'expression nests too deeply': 'regex.deep',
  'expression too large': 'regex.large',
};
/** Keys that say which part they mean. */
const NAMED: ReadonlySet<string> = new Set(['regex.escape', 'regex.range', 'regex.group', 'regex.groupTwice']);

/** Puts the engine's English complaint about `part` of a pattern into a catalogue key and a place. What is not known becomes `regex.unknown`. */
export function reasonOf(complaint: string, part: string | null, source: string): RegexReason {
  const key = KEYS[complaint] ?? 'regex.unknown';
  if (key === 'regex.openGroup' || key === 'regex.closedGroup') return { problem: key, at: brokenAt(source, key === 'regex.openGroup') };
  if (key === 'regex.large' || key === 'regex.deep') return { problem: key, at: 0 };
  if (key === 'regex.backslash') return { problem: key, at: source.length - 1 };
  const bare = part ?? '';
  const named = NAMED.has(key) ? `${key}: ${[...bare].slice(0, MOST_SHOWN).join('')}` : key;
  if (key !== 'regex.groupTwice') return { problem: named, at: foundAt(bare, source) };
  // The second of that name is the one too many.
  const first = source.indexOf(`<${bare}>`);
  const second = source.indexOf(`<${bare}>`, first + 1);
  return { problem: named, at: second < 0 ? source.length : second + 1 };
}
