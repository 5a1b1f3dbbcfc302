import type { Thread } from '../model/thread';

/** What an engine is given of a discussion, in characters: what any of them would read of it anyway. */
const MOST = 40_000;
/** Of one comment: nobody's essay crowds out the others. */
const MOST_EACH = 1_200;

/**
 * A discussion as one text for an engine: "name: comment" a paragraph, in page order, what the reader's filters hide left out. Where all
 * would be too long, comments are taken evenly over the page. '' if nothing is left.
 */
export function discussionText(thread: Thread, leftOut: ReadonlySet<string>): string {
  const lines = thread.comments.flatMap(({ key, op, author, text }) => {
    // One line each: a line of its own could speak under another's name.
    const own = text.slice(0, MOST_EACH).replace(/\s+/g, ' ').trim();
    return op || leftOut.has(key) || own === '' ? [] : [author.name === '' ? own : `${author.name.replace(/\s+/g, ' ')}: ${own}`];
  });
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  const stride = Math.max(1, Math.ceil(length / MOST));
  return lines
    .filter((_, i) => i % stride === 0)
    .join('\n')
    .slice(0, MOST);
}
