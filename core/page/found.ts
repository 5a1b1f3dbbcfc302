import type { Article } from '../model/article';
import type { Thread } from '../model/thread';

/** The elements of one comment. They never leave core/page and the content script. */
export interface CommentElements {
  readonly nodes: readonly Element[];
  readonly author: Element | null;
  readonly body: readonly Element[];
  /** Nodes that show the comment once more (a block of best comments): they share its fate. */
  readonly copies?: readonly Element[];
}

/** What one pass over a document found: plain data, and beside it the elements it came from. */
export interface Found {
  readonly article: Article | null;
  /** Parallel to `article.blocks`; empty without an article. */
  readonly blockElements: readonly Element[];
  readonly titleElement: Element | null;
  /** What the page is called, without its site's name, also where it has neither story nor thread. Absent where nothing was looked for. */
  readonly title?: string;
  readonly thread: Thread | null;
  readonly comments: ReadonlyMap<string, CommentElements>;
  /** Open shadow roots and documents of frames that were read as well: they need watching and style sheets of their own. Absent where there are none. */
  readonly trees?: readonly (ShadowRoot | Document)[];
}

export interface DetectOptions {
  /** The page's address (the document's own may be about:blank in tests). */
  readonly url: string;
  readonly now: number;
  /** Leave the site adapters out. */
  readonly generic?: boolean;
  /** Adapters of the person's own ("pick a comment"), asked before the built-in ones. */
  readonly own?: readonly import('../model/adapter').Adapter[];
  /** The built-in adapters as they are kept in storage (core/model/shelf); absent or '' = none. */
  readonly shelf?: import('../model/shelf').Shelf;
  /** Told the name of an adapter that is meant for this page and could not read it. */
  readonly onBroken?: (adapter: string) => void;
}
