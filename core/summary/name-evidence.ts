import { isStopWord } from '../text/stop-words';
import { isCountry } from './country-names';

/** What a story itself shows of its words: which of them are names of nobody. */
export interface NameEvidence {
  /** Is the word, written with a capital, an ordinary one of this story? */
  readonly isCommon: (word: string) => boolean;
  /** Does the word stand somewhere alone with a capital, inside a sentence? Last names do, parts of other names do not. */
  readonly standsAlone: (word: string) => boolean;
  /** Is the word a country in the story's language? */
  readonly isCountry: (word: string) => boolean;
  /** True where every noun has a capital: a single capital then shows nothing. */
  readonly nounsHaveCapitals: boolean;
}

const LOWER = /(?<![\p{L}\p{N}'’-])\p{Ll}[\p{L}\p{M}]*/gu;
const ALONE = /(?<=(?<!\p{L})\p{Ll}[\p{L}\p{M}]*[,;]?[ \u00a0])\p{Lu}[\p{L}\p{M}'’-]+(?![ \u00a0]\p{Lu}|[\p{L}\p{M}'’-])/gu;
/** An article or what stands for it, an adjective at most, and the noun. Names have no article here but in some dialects. */
const GERMAN_NOUN =
  /(?<!\p{L})(?:[Dd](?:er|ie|as|en|em|es)|[Ee]in(?:e[mnrs]?)?|[Kk]ein(?:e[mnrs]?)?|[Dd]ies(?:e[mnrs]?)|[Jj]ede[mnrs]?|[Vv]iele[nr]?|[Aa]lle[nr]?|[Mm]ehrere[nr]?|[Ww]enige[nr]?|mehr|[Ss]eine[mnrs]?|[Ii]hre[mnrs]?|[Uu]nsere?[mnrs]?|[Ii]m|[Aa]m|[Vv]om|[Zz]u[mr]|[Bb]eim|ins|[Ii]n|[Aa]us|\d+)\s(?:\p{Ll}{2,}(?:e|en|er|es|em)\s){0,2}(\p{Lu}[\p{Ll}ß]+)(?![\p{L}-]|\s\p{Lu})/gu;
/** What German nouns end on, never or hardly ever a name: Wirtschaft, Sicherheit, Regierung. */
const GERMAN_END =
  /(?:heit|keit|logie|ung|schaft|tion|tät|ismus|nis|tum|ungen|heiten|keiten|schaften|tionen|bürger|leute|netz|gruppe|truppen|medien)$/u;
/** Adjectives of places and kinds, at the start of a phrase. */
const GERMAN_ADJECTIVE = /\p{L}{3}(?:ische[mnrs]?|liche[mnrs]?|igte[mnrs]?)$/u;

/** Reads what `texts`, a story's sentences, show of their capitals. `lang` is a BCP 47 tag or null. */
export function readNameEvidence(texts: readonly string[], lang: string | null): NameEvidence {
  const german = /^(?:de|lb)\b/i.test(lang ?? '');
  const lower = new Set<string>();
  const nouns = new Set<string>();
  const alone = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(LOWER)) lower.add(word);
    for (const [word] of text.matchAll(ALONE)) alone.add(word.replace(/['’]s$/, ''));
    if (german) for (const match of text.matchAll(GERMAN_NOUN)) nouns.add(match[1]!);
  }
  return {
    isCommon(word) {
      const low = word.toLowerCase();
      if (lower.has(low) || isStopWord(low, lang)) return true;
      if (!german) return false;
      return nouns.has(word) || nouns.has(word.replace(/(?:e?s|e?n|e)$/u, '')) || GERMAN_END.test(low) || GERMAN_ADJECTIVE.test(low);
    },
    standsAlone: (word) => !german && alone.has(word),
    isCountry: (word) => isCountry(word, lang),
    nounsHaveCapitals: german,
  };
}
