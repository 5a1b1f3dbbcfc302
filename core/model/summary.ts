/** One sentence of a summary: a range of one block of the article, word for word. */
export interface SummarySentence {
  readonly text: string;
  /** Index into `article.blocks`, and UTF-16 offsets into that block's text. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** Words of the story worth a look, in their place: a person it names or a number with its unit. */
export interface Mention extends SummarySentence {
  /** How often the story has it, at least 1. */
  readonly count: number;
  readonly sentence: SummarySentence;
}

/** A story's summary, sentences in page order. `tooShort`: the story is as short as a summary would be. */
export interface Summary {
  readonly sentences: readonly SummarySentence[];
  readonly tooShort: boolean;
  /** Minutes, at least 1. */
  readonly minutes: number;
  /** Words, or characters for CJK. */
  readonly length: number;
  readonly unit: 'words' | 'characters';
  readonly outline: readonly { readonly heading: string; readonly block: number; readonly sentence: SummarySentence | null }[];
  readonly terms: readonly string[];
  /** Only who the text itself shows to be a person; most named first. Empty where it shows none. */
  readonly people: readonly Mention[];
  readonly numbers: readonly Mention[];
}

export interface Activity {
  /** ISO date or date-hour of each bin's start, oldest first; counts beside it. */
  readonly bins: readonly string[];
  readonly counts: readonly number[];
}

/** A discussion in numbers and in its own words. Every comment is given by its key. */
export interface Digest {
  readonly comments: number;
  readonly leftOut: number;
  readonly declared: number | null;
  readonly people: number;
  readonly busiest: readonly { readonly name: string; readonly count: number }[];
  readonly maxDepth: number;
  readonly activity: Activity | null;
  readonly span: { readonly from: string; readonly to: string } | null;
  readonly langs: readonly { readonly lang: string; readonly count: number }[];
  readonly duplicates: readonly { readonly keys: readonly string[]; readonly near: boolean }[];
  readonly representative: readonly { readonly key: string; readonly text: string }[];
  readonly mostReplied: readonly { readonly key: string; readonly count: number }[];
  readonly mostVoted: readonly { readonly key: string; readonly score: number }[];
  readonly terms: readonly string[];
  readonly replyPairs: readonly { readonly key: string; readonly parentKey: string }[];
}
