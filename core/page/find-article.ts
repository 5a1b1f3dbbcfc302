import type { Article, Block } from '../model/article';
import { guessLanguage } from '../text/language';
import { describeBlocks } from './article/describe-blocks';
import { findRegion } from './article/find-region';
import { judgeBlocks } from './article/judge-blocks';
import { type RawBlock, readBlocks } from './article/read-blocks';
import { readByline } from './article/read-byline';
import { readDate } from './article/read-date';
import { metaOf, readMeta } from './article/read-meta';
import { readTitle } from './article/read-title';
import { commentSkips } from './article/skip-comments';
import type { DetectOptions } from './found';
import type { ThreadRecords } from './record';
import type { Survey } from './survey';

export interface FoundArticle {
  readonly article: Article;
  /** Parallel to `article.blocks`. */
  readonly blockElements: readonly Element[];
  readonly titleElement: Element | null;
}

/** Everything the judgement rests on, for the script that learns the weights. */
export function readEvidence(document: Document, survey: Survey, url: string, records: ThreadRecords | null) {
  const skips = commentSkips(survey, records);
  const region = findRegion(survey, skips.skipTo);
  if (!region) return null;
  const meta = readMeta(document);
  const title = readTitle(survey, meta, url, region.main);
  // The story begins at its title: the region is widened to hold both, unless that is the whole page's depth away.
  while (title.index >= 0 && region.root > 0 && !(title.index >= region.root && title.index < survey.end[region.root]!))
    region.root = survey.parent[region.root]!;
  const blocks = readBlocks(survey, region.root, (index) => skips.skipTo[index]! > 0 || survey.tags[index] === 'NAV');
  const rows = describeBlocks(survey, region, blocks, {
    title: title.title,
    description: metaOf(meta, 'og:description', 'description') || meta.linked?.description || '',
    articleBody: meta.linked?.body ?? '',
    titleIndex: title.index,
    firstComment: skips.first,
  });
  return { meta, region, title, blocks, rows };
}

/** Characters of story text below which a page is not called a story. */
const MIN_STORY = 140;

/** Finds the story of a page. `records` are the comments found on it: none of their text belongs to the story. null when there is none. */
export function findArticle(
  document: Document,
  survey: Survey,
  options: DetectOptions,
  records: ThreadRecords | null,
): FoundArticle | null {
  const evidence = readEvidence(document, survey, options.url, records);
  if (!evidence) return null;
  const { meta, title, blocks, rows } = evidence;
  const scores = judgeBlocks(rows);
  const kept = blocks.filter((_, k) => scores[k]! > 0);
  const size = kept.reduce((sum, block) => sum + block.text.length, 0);
  const first = blocks.findIndex((_, k) => scores[k]! > 0);
  if (first < 0 || size < MIN_STORY) return null;
  const near: RawBlock[] = blocks.slice(Math.max(0, first - 12), first + 3);
  const { date, dateText } = readDate(meta, near, null);
  const article: Article = {
    url: options.url,
    title: title.title,
    byline: readByline(meta, near),
    date,
    dateText,
    site: title.site,
    lang:
      guessLanguage(
        kept
          .map((block) => block.text)
          .join('\n')
          .slice(0, 2000),
      ) ?? meta.lang,
    blocks: kept.map(({ kind, text, level }): Block => ({ kind, text, level })),
  };
  return { article, blockElements: kept.map((block) => survey.elements[block.carrier]!), titleElement: title.element };
}
