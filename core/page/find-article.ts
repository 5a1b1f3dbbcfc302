import type { Article } from '../model/article';
import { guessLanguage } from '../text/language';
import { cutComments } from './article/cut-comments';
import { describeBlocks } from './article/describe-blocks';
import { dropBoxes, dropLinks } from './article/drop-boxes';
import { findRegion, type Region } from './article/find-region';
import { finishBlocks } from './article/finish-blocks';
import { isList } from './article/is-list';
import { judgeBlocks } from './article/judge-blocks';
import { linesBefore } from './article/lines-about';
import { type RawBlock, readBlocks } from './article/read-blocks';
import { readByline } from './article/read-byline';
import { readDate } from './article/read-date';
import { declaresStory, metaOf, type PageMeta, readMeta } from './article/read-meta';
import { type FoundTitle, readTitle } from './article/read-title';
import { commentSkips } from './article/skip-comments';
import { siteTest } from './article/title-words';
import type { DetectOptions } from './found';
import type { ThreadRecords } from './record';
import { finish, type Steps } from './steps';
import type { Survey } from './survey';

export interface FoundArticle {
  readonly article: Article;
  /** Parallel to `article.blocks`. */
  readonly blockElements: readonly Element[];
  readonly titleElement: Element | null;
}

/** Everything the judgement of a page's blocks rests on. */
export interface ArticleEvidence {
  readonly meta: PageMeta;
  readonly region: Region;
  readonly title: FoundTitle;
  readonly blocks: readonly RawBlock[];
  /** Descriptions of the blocks (see FEATURES), parallel to `blocks`. */
  readonly rows: readonly Float32Array[];
}

/** Reads the blocks where a story can lie and describes them. null for a page without running text. */
export const readEvidence = (document: Document, survey: Survey, url: string, records: ThreadRecords | null): ArticleEvidence | null =>
  finish(readEvidenceInSteps(document, survey, url, records));

/** The same in steps. */
function* readEvidenceInSteps(
  document: Document,
  survey: Survey,
  url: string,
  records: ThreadRecords | null,
): Steps<ArticleEvidence | null> {
  const skips = commentSkips(survey, records);
  yield;
  const found = yield* findRegion(survey, skips.skipTo);
  if (!found) return null;
  yield;
  const meta = readMeta(document);
  yield;
  const title = readTitle(survey, meta, url, skips.first, found.main);
  yield;
  // The story begins at its title: the region is widened until it holds both.
  let { root } = found;
  while (title.index >= 0 && root > 0 && !(title.index >= root && title.index < survey.end[root]!)) root = survey.parent[root]!;
  const region = { ...found, root };
  const blocks = yield* readBlocks(document, survey, root, (index) => skips.skipTo[index]! > 0 || survey.tags[index] === 'NAV');
  const rows = yield* describeBlocks(survey, region, blocks, {
    title: title.title,
    description: metaOf(meta, 'og:description', 'description') || meta.linked?.description || '',
    articleBody: meta.linked?.body ?? '',
    declared: declaresStory(meta),
    titleIndex: title.index,
    firstComment: skips.first,
  });
  return { meta, region, title, blocks, rows };
}

/** The title of a page, story or not; '' if it has none. */
export const titleOfPage = (document: Document, survey: Survey, url: string): string => finish(titleInSteps(document, survey, url));

/** The same in steps. */
export function* titleInSteps(document: Document, survey: Survey, url: string): Steps<string> {
  const region = yield* findRegion(survey, new Int32Array(survey.tags.length));
  const meta = readMeta(document);
  yield;
  return readTitle(survey, meta, url, Number.POSITIVE_INFINITY, region?.main ?? 0).title;
}

/** Characters of story text below which a page is not called a story; Chinese says as much in a third of them. */
const MIN_STORY = 140;
const MIN_STORY_CJK = 50;
/** The same for a page that calls itself a story or shows its title as a heading: posts of one line. */
const MIN_NAMED = 80;
/** Blocks from the story's first one on that may name its author and date. */
const NEAR = 3;
/** Elements before the story's start, and behind its end, that may name its author. */
const HEAD = 40;
const FOOT = 120;

/** Finds the story of a page. `records` are the comments found on it: none of their text belongs to the story. null when there is none. */
export function* findArticle(
  document: Document,
  survey: Survey,
  options: DetectOptions,
  records: ThreadRecords | null,
): Steps<FoundArticle | null> {
  const evidence = yield* readEvidenceInSteps(document, survey, options.url, records);
  if (!evidence) return null;
  const { meta, title, blocks, rows, region } = evidence;
  const judged = yield* judgeBlocks(rows);
  const scores = cutComments(blocks, dropLinks(blocks, dropBoxes(blocks, rows, judged)));
  yield;
  const story = finishBlocks(blocks, scores, title.title);
  const named = title.index >= 0 && title.evidence.path.length > 1;
  const trust = declaresStory(meta) ? 'declared' : named ? 'named' : 'none';
  const first = story.find((block) => block.kind !== 'caption' && block.kind !== 'credit');
  if (!first || isList(blocks, scores, story, trust)) return null;
  let size = 0;
  let sample = '';
  for (const { index } of story) {
    const { text } = blocks[index]!;
    size += text.length;
    if (sample.length < 2000) sample += `${text}\n`;
  }
  if (size < (/[\u3040-\u9fff]{8}/.test(sample) ? MIN_STORY_CJK : trust === 'none' ? MIN_STORY : MIN_NAMED)) return null;
  const last = story.findLast((block) => block.kind === 'paragraph' || block.kind === 'quote' || block.kind === 'item') ?? first;
  const start = blocks[first.index]!.owner;
  const near = [...linesBefore(survey, start), ...blocks.slice(first.index, first.index + NEAR).map((block) => block.text)];
  const lang = guessLanguage(sample) ?? meta.lang;
  const span = [Math.min(title.index < 0 ? region.root : title.index, blocks[first.index]!.owner), survey.end[region.main]!] as const;
  const { date, dateText } = readDate(survey, span, meta, near, { now: options.now, lang: lang ?? '', path: title.evidence.path });
  yield;
  const byline = readByline(survey, meta, siteTest(title.site ?? '', title.evidence.host), {
    head: [
      Math.min(title.index < 0 ? start : title.index, start - HEAD),
      blocks[Math.min(first.index + NEAR, blocks.length) - 1]!.owner + 1,
    ],
    foot: [blocks[last.index]!.owner + 1, Math.min(survey.end[region.root]!, blocks[last.index]!.owner + FOOT)],
    near,
    story: story.map(({ index }) => blocks[index]!.text),
  });
  return {
    article: {
      url: options.url,
      title: title.title,
      byline,
      date,
      dateText,
      site: title.site,
      lang,
      blocks: story.map(({ kind, index }) => ({
        kind,
        text: blocks[index]!.text,
        level: kind === 'heading' ? blocks[index]!.level : null,
      })),
    },
    blockElements: story.map(({ index }) => survey.elements[blocks[index]!.carrier]!),
    titleElement: title.element,
  };
}
