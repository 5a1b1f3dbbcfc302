import { TITLE_FEATURES, type TitleEvidence, titleCandidates } from './title-candidates';
import { TITLE_ASKED, TITLE_TREES } from './title-weights';
import { parseTrees, scoreRow, type Tree } from './trees';

export interface ChosenTitle {
  readonly title: string;
  /** Index in `headings` of the one that shows it, -1 if none does. */
  readonly heading: number;
}

let forest: readonly Tree[] | null = null;

/**
 * Chooses a page's title among its headings, the declared titles and what is left of them without site names and rubrics: small trees
 * (learned by scripts/learn-titles.mjs) weigh the evidence, the best candidate wins. '' when the page has no title of any kind.
 */
export function chooseTitle(evidence: TitleEvidence): ChosenTitle {
  forest ??= parseTrees(TITLE_ASKED, TITLE_TREES, TITLE_FEATURES);
  let chosen: ChosenTitle = { title: '', heading: -1 };
  let top = Number.NEGATIVE_INFINITY;
  for (const { text, heading, row } of titleCandidates(evidence)) {
    const score = scoreRow(forest, row);
    if (score <= top) continue;
    top = score;
    chosen = { title: text, heading };
  }
  return chosen;
}
