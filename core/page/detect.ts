import { withoutStory } from './article/split-story';
import { findThread } from './find-thread';
import type { DetectOptions, Found } from './found';
import { plainTitle } from './plain-title';
import type { ThreadRecords } from './record';
import { bodyOf, containsOf } from './safe-dom';
import { finish, type Steps } from './steps';
import type { StoryReader } from './story-reader';
import { surveyInSteps } from './survey';
import { toThreadInSteps } from './to-thread';

/**
 * Finds the article and the thread of a document in one pass, without changing it. Never throws; what is not found is null.
 * Without a reader of stories only the comments are looked for.
 */
export const detect = (document: Document, options: DetectOptions, reader: StoryReader | null): Found =>
  finish(detectInSteps(document, options, reader));

/**
 * The same in steps, between which the page may change: what was found is then of a page that was there in part, and holds elements that
 * may show something else by now.
 */
export function* detectInSteps(document: Document, options: DetectOptions, reader: StoryReader | null): Steps<Found> {
  const root = bodyOf(document);
  if (!root) return { article: null, blockElements: [], titleElement: null, thread: null, comments: new Map() };
  const seen = yield* surveyInSteps(root);
  // The story of a blog may have been read as its first comment.
  const records = withoutStory(yield* findThread(document, seen, options));
  const story = reader ? yield* reader.findArticle(document, seen, options, records) : null;
  let title = story?.article.title ?? records?.title ?? null;
  title ??= reader ? yield* reader.titleInSteps(document, seen, options.url) : plainTitle(document);
  const titled = (found: ThreadRecords | null) => (found && found.title === null ? { ...found, title } : found);
  const { thread, comments } = yield* toThreadInSteps(document, titled(openedByStory(records, story?.blockElements ?? [])), options);
  return {
    article: story?.article ?? null,
    blockElements: story?.blockElements ?? [],
    titleElement: story?.titleElement ?? null,
    title,
    thread,
    comments,
    ...(seen.trees.length > 0 ? { trees: seen.trees } : {}),
  };
}

/** Where the story stands apart from the stream, the first of the stream is a comment like the others, whatever its floor says. */
function openedByStory(found: ThreadRecords | null, blocks: readonly Element[]): ThreadRecords | null {
  const opening = found?.records[0];
  if (!found || !opening?.op || blocks.length === 0) return found;
  if (opening.nodes.some((node) => blocks.some((block) => containsOf(node, block)))) return found;
  return { ...found, records: [{ ...opening, op: false }, ...found.records.slice(1)] };
}
