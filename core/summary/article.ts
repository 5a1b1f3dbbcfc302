import { type Article, STORY_KINDS, storyText } from '../model/article';
import type { Summary, SummarySentence } from '../model/summary';
import { guessLanguage } from '../text/language';
import { countLength, readingMinutes } from '../text/reading-length';
import { type Candidate, findCandidates } from './candidates';
import { findMentions } from './mentions';
import { rankCandidates } from './rank';
import { selectBudget, selectSentences } from './select';
import { keyTerms } from './terms';

/** How much is asked for: that many sentences, or as many as fit in that many words (characters of CJK; 15 % over at most). */
export type SummarySize = { readonly sentences: number } | { readonly budget: number };

/** Terms shown beside a summary. */
const TERMS = 8;
/** An outline of one heading tells nothing. */
const MIN_HEADINGS = 2;

const sentenceOf = ({ text, block, start, end }: Candidate): SummarySentence => ({ text, block, start, end });

function outlineOf(article: Article, list: readonly Candidate[], scores: readonly number[]): Summary['outline'] {
  const headings = article.blocks.flatMap((block, index) => (block.kind === 'heading' ? [index] : []));
  if (headings.length < MIN_HEADINGS) return [];
  return headings.map((index, at) => {
    const until = headings[at + 1] ?? article.blocks.length;
    let best = -1;
    for (const [i, candidate] of list.entries())
      if (candidate.block > index && candidate.block < until && (best < 0 || scores[i]! > scores[best]!)) best = i;
    return { heading: article.blocks[index]!.text, block: index, sentence: best < 0 ? null : sentenceOf(list[best]!) };
  });
}

/** How long the text of a story is, and how long it takes to read. Cheap beside a summary. */
export function measureStory(article: Article): Pick<Summary, 'length' | 'unit' | 'minutes'> {
  const { length, unit } = countLength(article.blocks.flatMap(({ kind, text }) => (STORY_KINDS.has(kind) ? [text] : [])));
  return { length, unit, minutes: readingMinutes({ length, unit }) };
}

/**
 * Summarises a story in its own words: ranges of its blocks, in page order, the same for the same input. Only story text can
 * enter (no heading, caption, credit, counter or link list). `tooShort` if the story has no more sentences than the summary would
 * have: then all of them are given. A story without sentences gives none. Never throws.
 */
export function summariseArticle(article: Article, size: SummarySize): Summary {
  const lang = article.lang ?? guessLanguage(storyText(article));
  const candidates = findCandidates(lang === article.lang ? article : { ...article, lang });
  const { list } = candidates;
  const wanted = 'sentences' in size ? Math.max(1, Math.floor(size.sentences)) : 0;
  const scores = rankCandidates(candidates, article.title, wanted < 2);
  const total = list.reduce((sum, candidate) => sum + candidate.units, 0);
  const tooShort = 'sentences' in size ? list.length <= Math.max(2, wanted) : total <= size.budget;
  // A long summary of a short story would repeat the story: half of its sentences at most.
  const count = Math.min(wanted, Math.max(3, Math.ceil(list.length / 2)));
  const chosen = tooShort
    ? list.map((_, i) => i)
    : 'sentences' in size
      ? selectSentences(list, scores, count)
      : selectBudget(list, scores, size.budget, candidates.paired);
  let found: ReturnType<typeof findMentions> | null = null;
  const mentions = () => {
    found ??= findMentions(list, scores, lang);
    return found;
  };
  return {
    sentences: chosen.map((i) => sentenceOf(list[i]!)),
    tooShort,
    ...measureStory(article),
    outline: outlineOf(article, list, scores),
    terms: keyTerms(
      list.map((candidate) => candidate.text),
      article.title,
      lang,
      TERMS,
    ),
    // Read when they are looked at: they cost several times the rest.
    get people() {
      return mentions().people;
    },
    get numbers() {
      return mentions().numbers;
    },
  };
}
