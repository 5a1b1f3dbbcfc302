import { MAX_RULES } from '../model/rule';

/** Characters of a list as a whole, pasted or subscribed: ten thousand long words with room. */
export const MAX_LIST_CHARS = 2_000_000;
/** Patterns of one list. Each reads every comment by itself: a thousand costly ones take about a millisecond a comment, and some 15 KB each. */
export const MAX_PATTERNS = 1000;
/** Characters of a line; a rule of a few hundred words. */
export const MAX_LINE_CHARS = 8000;
/** Characters of a word or phrase: what one place of a text may cost. */
export const MAX_WORD_CHARS = 200;
/** Conditions within conditions. */
export const MAX_DEPTH = 8;
/** Problems and duplicates reported; the rest is counted. */
export const MAX_REPORTED = 200;
export { MAX_RULES };
