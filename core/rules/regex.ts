import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';
import { ok, type Result, refused } from '../model/result';
import type { Pattern, RegexEngine } from './engine';
import { beyondEngine, reasonOf } from './regex-reason';

const LONGEST_SOURCE = 1000; // characters: the program's size, and with it the time for a character, grows with it
const LARGEST_PROGRAM = 10_000; // instructions: `(a{1000}){1000}` is short to write
const MOST_MATCHES = 20; // marked in a comment: each search may read on to its end (`a.*b|a`), so this bounds the whole
const KNOWN_FLAGS = 'gimsuv';
const SCRIPT = /\\([pP])\{(?:Script|sc)=(\w+)\}/g; // RE2 names scripts alone: \p{Han}
const NONE: readonly never[] = [];

/**
 * Compiles a JavaScript-like pattern with RE2: time linear in the text, whatever the pattern. `i`, `m`, `s` count; `g`, `u`, `v` are always on.
 * Refused with the position (a decimal offset into the source) and a catalogue key (`regex.…`): look-around, back-references, what is not well
 * formed, patterns too long or too large, unknown flags.
 */
export function compilePattern(source: string, flags: string): Result<Pattern> {
  if (source === '') return refused('regex.empty', '0');
  if (source.length > LONGEST_SOURCE) return refused('regex.long', String(LONGEST_SOURCE));
  for (const flag of flags) if (!KNOWN_FLAGS.includes(flag)) return refused(`regex.flag: ${flag}`, String(source.length + 1));
  const beyond = beyondEngine(source);
  if (beyond) return refused(beyond.problem, String(beyond.at));
  let bits = 0;
  if (flags.includes('i')) bits |= RE2JS.CASE_INSENSITIVE;
  if (flags.includes('m')) bits |= RE2JS.MULTILINE;
  if (flags.includes('s')) bits |= RE2JS.DOTALL;
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(RE2JS.translateRegExp(source.replace(SCRIPT, '\\$1{$2}')), bits);
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) {
      const { problem, at } = reasonOf(error.getDescription(), error.getPattern(), source);
      return refused(problem, String(at));
    }
    // Only nesting makes the parser overflow.
    if (error instanceof RangeError) return refused('regex.deep', '0');
    if (error instanceof RE2JSException) return refused('regex.unknown', '0');
    throw error;
  }
  if (compiled.programSize() > LARGEST_PROGRAM) return refused('regex.large', '0');
  return ok({
    find(text) {
      // The automaton behind `test` is several times as fast as the one that finds places, and most texts don't match.
      if (!compiled.test(text)) return NONE;
      const found: { start: number; end: number }[] = [];
      const matcher = compiled.matcher(text);
      while (found.length < MOST_MATCHES && matcher.find()) {
        if (matcher.end() > matcher.start()) found.push({ start: matcher.start(), end: matcher.end() });
        else if (found.length === 0 && matcher.end() >= text.length) break;
      }
      return found;
    },
  });
}

/** The engine to hand to `compileRules`. About 46 KB gz: load this module only where `needsEngine` says so. */
export const regexEngine: RegexEngine = { compile: compilePattern };
