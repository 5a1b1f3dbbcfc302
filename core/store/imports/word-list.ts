import { wellFormed } from '../../model/check';
import { ok, type Result, refused } from '../../model/result';
import type { RuleScope } from '../../model/rule';
import { FILE_FAULT, MAX_BYTES } from '../json';
import { Collector, type Drafts, nativeRegexCheck, patternOf, type RegexCheck } from './drafts';

/** Words of one rule; more are put into further rules. */
const WORDS_A_RULE = 5000;
const MAX_LINES = 1_000_000;

/**
 * A plain word list: a word or phrase a line, `#` starts a comment line, `/…/flags` is a pattern, a leading `@` means "always show".
 * Duplicates (case and width aside) are dropped; what is wrong is told by line.
 */
export function readWordList(
  file: string,
  check: RegexCheck = nativeRegexCheck,
  scope: RuleScope = { kind: 'everywhere' },
): Result<Drafts> {
  if (file.length > MAX_BYTES) return refused(FILE_FAULT.tooBig, String(file.length));
  const lines = file.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  if (lines.length > MAX_LINES) return refused(FILE_FAULT.tooBig, `${lines.length} > ${MAX_LINES}`);
  if (file.includes('\u0000')) return refused(FILE_FAULT.notText, `line ${lines.findIndex((line) => line.includes('\u0000')) + 1}`);
  const into = new Collector();
  const words = { hide: [] as string[], show: [] as string[] };
  const known = new Set<string>();
  for (const [i, raw] of lines.entries()) {
    const line = wellFormed(raw.trim());
    if (line === '' || line.startsWith('#')) continue;
    const action = line.startsWith('@') ? 'show' : 'hide';
    const entry = line.replace(/^@\s*/, '');
    const twin = `${action} ${entry.startsWith('/') ? entry : entry.normalize('NFKC').toLowerCase()}`;
    if (entry === '' || known.has(twin)) continue;
    known.add(twin);
    const when = entry.length > 1000 ? 'too long' : patternOf(entry, check, false);
    if (typeof when === 'string') into.lost(`line ${i + 1}: ${when}`);
    else if (when.kind === 'words') words[action].push(...when.words);
    else into.rule(when, action, scope);
  }
  for (const action of ['hide', 'show'] as const) {
    for (let i = 0; i < words[action].length; i += WORDS_A_RULE) {
      into.rule(
        { kind: 'words', words: words[action].slice(i, i + WORDS_A_RULE), part: false, lookalikes: false, spaced: false },
        action,
        scope,
      );
    }
  }
  return ok(into.done('words'));
}
