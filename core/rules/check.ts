import type { Condition, Rule, RuleDraft } from '../model/rule';
import { fold } from '../text/fold';
import type { RegexEngine } from './engine';
import { MAX_WORD_CHARS } from './limits';
import { floorNumber, lengthOf, linksIn } from './measure';

/** Why a rule can't be saved, or should not come from a list: a catalogue key, and where in a pattern. */
export interface RuleProblem {
  readonly problem: string;
  readonly where: string;
}

function* leaves(when: Condition): Generator<Condition> {
  if (when.kind === 'all' || when.kind === 'any' || when.kind === 'none') for (const one of when.of) yield* leaves(one);
  else yield when;
}

/** What is wrong with a rule before it is saved: a word of nothing or too long, a pattern that the engine refuses (with its position), a range the wrong way round. Null if nothing is. */
export function checkRule(rule: RuleDraft, engine: RegexEngine): RuleProblem | null {
  for (const leaf of leaves(rule.when)) {
    if (leaf.kind === 'words') {
      if (leaf.words.length === 0) return { problem: 'rules.wordEmpty', where: '' };
      for (const word of leaf.words) {
        if (fold(word).text.trim() === '') return { problem: 'rules.wordEmpty', where: word };
        if ([...word].length > MAX_WORD_CHARS) return { problem: 'rules.wordLong', where: word };
      }
    } else if (leaf.kind === 'regex' || leaf.kind === 'authorMatches') {
      const made = engine.compile(leaf.source, leaf.flags);
      if (!made.ok) return { problem: made.problem, where: made.where };
    } else if ('range' in leaf) {
      const { min, max } = leaf.range;
      if (min !== null && max !== null && min > max) return { problem: 'rules.rangeEmpty', where: `${min} to ${max}` };
    }
  }
  return null;
}

// Comments that say nothing anybody could want to be rid of. A rule that hits them all hits everything.
const HARMLESS = [
  'I agree with the second paragraph, thanks for writing this up.',
  '写得很好，第二段我同意。',
  'Спасибо, очень интересно.',
  'ありがとうございます。',
  '저도 그렇게 생각합니다.',
  'شكرا جزيلا',
];

type Truth = true | false | null; // null: depends on more than a text

/** Whether a condition holds for a text whatever else is true of the comment. */
function onText(when: Condition, text: string, engine: RegexEngine): Truth {
  switch (when.kind) {
    case 'words':
      return when.words.some((word) => fold(text).text.includes(fold(word).text.trim()));
    case 'regex': {
      const made = engine.compile(when.source, when.flags);
      return made.ok && made.value.find(text).length > 0;
    }
    case 'authorMatches': {
      const made = engine.compile(when.source, when.flags);
      return made.ok && ['ann', '小明', 'user_123', 'Иван'].every((name) => made.value.find(name).length > 0) ? true : null;
    }
    case 'length':
    case 'links':
    case 'depth':
    case 'position':
    case 'floor':
    case 'age':
    case 'repeats': {
      const { min, max } = when.range;
      const typical = {
        length: lengthOf(text),
        links: linksIn(text),
        depth: 0,
        position: 5,
        floor: floorNumber('5') ?? 5,
        age: 24,
        repeats: 1,
      }[when.kind];
      return (min === null || typical >= min) && (max === null || typical <= max);
    }
    case 'only':
    case 'replyToHidden':
    case 'first':
      return false;
    case 'all': {
      const each = when.of.map((one) => onText(one, text, engine));
      return each.includes(false) ? false : each.includes(null) ? null : true;
    }
    case 'any': {
      const each = when.of.map((one) => onText(one, text, engine));
      return each.includes(true) ? true : each.includes(null) ? null : false;
    }
    case 'none': {
      const each = when.of.map((one) => onText(one, text, engine));
      return each.includes(true) ? false : each.includes(null) ? null : true;
    }
    default:
      return null;
  }
}

/** True if a rule would act on ordinary comments in every script: "hide everything" in whatever guise. */
export function isSweeping(rule: Pick<Rule, 'when'>, engine: RegexEngine): boolean {
  return HARMLESS.every((text) => onText(rule.when, text, engine) === true);
}
