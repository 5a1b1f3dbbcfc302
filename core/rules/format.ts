import type { Condition, Range, RuleDraft } from '../model/rule';
import { quote, UNSEEN } from './tokens';

/** A word that can stand alone on its line and mean itself. */
const PLAIN_LINE = new RegExp(`^[^\\s"#@/${UNSEEN}](?:[^${UNSEEN}]*[^\\s${UNSEEN}])?$`, 'u');
const HAS_UNSEEN = new RegExp(`[${UNSEEN}]`, 'u');
/** What the parser takes for a whole rule. */
export const RULE_LINE = /^(?:off\s+)?(?:hide|vanish|fold|dim|show|highlight(?:\s+\S+)?|label\s+".*)\s+if\s/u;
const SIMPLE = /^[\p{L}\p{N}_.-]+$/u;
const SIMPLE_PATH = /^\/[^\s"(),|]*$/u;
const FLAGS = /^[a-z]*$/;

const simple = (text: string): string => (SIMPLE.test(text) && text !== 'nothing' ? text : quote(text));
const list = (texts: readonly string[], each: (text: string) => string): string =>
  texts.length === 0 ? 'nothing' : texts.map(each).join(' | ');

function pattern(source: string, flags: string): string {
  const isPlain = source !== '' && FLAGS.test(flags) && !HAS_UNSEEN.test(source) && !/(?:^|[^\\])(?:\\\\)*\\(?:\/|$)/.test(source);
  if (!isPlain) return `${quote(source)} flags ${quote(flags)}`;
  // A slash may not stand behind an odd number of backslashes here, so one more escapes it.
  return `/${source.replaceAll('/', '\\/')}/${flags}`;
}

function range({ min, max }: Range): string {
  if (min === null) return max === null ? 'any' : `at most ${max}`;
  if (max === null) return `at least ${min}`;
  return `${min} to ${max}`;
}

/** A condition in the textual form. */
export function formatCondition(when: Condition): string {
  switch (when.kind) {
    case 'words': {
      const how = [when.part && 'anywhere', when.lookalikes && 'lookalikes', when.spaced && 'spaced'].filter(Boolean);
      return ['text has', list(when.words, quote), ...how].join(' ');
    }
    case 'regex':
      return `text matches ${pattern(when.source, when.flags)}`;
    case 'author': {
      const id = when.id === null ? '' : ` id ${quote(when.id)}`;
      return `author is ${list(when.names, quote)}${id}`;
    }
    case 'authorMatches':
      return `author matches ${pattern(when.source, when.flags)}`;
    case 'label':
      return `author labelled ${quote(when.text)}`;
    case 'age':
      return `age ${range(when.range)}${when.range.min === null && when.range.max === null ? '' : ' hours'}`;
    case 'lang':
      return `language ${list(when.langs, simple)}`;
    case 'only':
      return `only ${when.what}`;
    case 'replyToHidden':
      return 'reply to hidden';
    case 'first':
      return 'first post';
    case 'new':
    case 'mine':
      return when.kind;
    case 'all':
    case 'any':
    case 'none':
      return `${when.kind}(${when.of.map(formatCondition).join(', ')})`;
    default:
      return `${when.kind} ${range(when.range)}`;
  }
}

function action({ action: what }: RuleDraft): string {
  if (what.kind === 'highlight') return `highlight ${what.colour}`;
  if (what.kind === 'label') return `label ${quote(what.label.text)} ${what.label.colour}`;
  return what.kind;
}

function scope({ scope: where }: RuleDraft): string {
  if (where.kind === 'everywhere') return '';
  if (where.kind === 'thread') return ` in thread ${quote(where.threadKey)}`;
  const site = simple(where.site);
  if (where.kind === 'site') return ` on ${site}`;
  return SIMPLE.test(where.site) && SIMPLE_PATH.test(where.path) && !HAS_UNSEEN.test(where.path)
    ? ` on ${where.site}${where.path}`
    : ` on ${site} path ${quote(where.path)}`;
}

function until(at: number): string {
  const iso = new Date(at).toISOString();
  return ` until ${iso.endsWith('T00:00:00.000Z') ? iso.slice(0, -14) : iso}`;
}

/** The shortest line for a rule that does nothing but hide or show one word or pattern; null for any other. */
function short(rule: RuleDraft): string | null {
  const { when } = rule;
  const isUsual =
    rule.enabled && rule.name === '' && rule.scope.kind === 'everywhere' && rule.priority === 0 && rule.expiresAt === null && !rule.replies;
  if (!isUsual || (rule.action.kind !== 'hide' && rule.action.kind !== 'show')) return null;
  const sign = rule.action.kind === 'show' ? '@' : '';
  if (when.kind === 'regex') {
    const written = pattern(when.source, when.flags);
    return written.startsWith('/') ? sign + written : null;
  }
  if (when.kind !== 'words' || when.words.length !== 1 || when.part || when.lookalikes || when.spaced) return null;
  const word = when.words[0]!;
  return sign + (PLAIN_LINE.test(word) && !RULE_LINE.test(`${word} `) ? word : quote(word));
}

/** A rule on one line, such that `parseRule` gives it back (its origin is the reader's to say). Numbers and dates must be finite. */
export function formatRule(rule: RuleDraft): string {
  const brief = short(rule);
  if (brief !== null) return brief;
  return [
    rule.enabled ? '' : 'off ',
    `${action(rule)} if ${formatCondition(rule.when)}`,
    scope(rule),
    rule.priority === 0 ? '' : ` priority ${rule.priority}`,
    rule.expiresAt === null ? '' : until(rule.expiresAt),
    rule.replies ? ' with replies' : '',
    rule.name === '' ? '' : ` named ${quote(rule.name)}`,
  ].join('');
}

/** Rules as a list, one a line. */
export const formatRuleList = (rules: readonly RuleDraft[]): string => rules.map((rule) => `${formatRule(rule)}\n`).join('');
