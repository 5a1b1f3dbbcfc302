/** A date as far as the page tells it: `YYYY-MM-DD` (day precision, the page's zone being unknown) or a full ISO 8601 instant with offset. */
export type IsoDate = string;

/** What a block of an article is. Captions, credits and tables are kept apart: they are never summary candidates. */
export type BlockKind = 'paragraph' | 'heading' | 'quote' | 'item' | 'code' | 'table' | 'caption' | 'credit';

/** One block of an article in page order. `text` is white-space-collapsed, well-formed Unicode, never empty. */
export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  /** 1–6 for headings, null otherwise. */
  readonly level: number | null;
}

/** A story as found on a page. Plain data: may cross any boundary. */
export interface Article {
  readonly url: string;
  readonly title: string;
  readonly byline: string | null;
  readonly date: IsoDate | null;
  /** The date as the page shows it, null if only machine-readable or absent. */
  readonly dateText: string | null;
  /** Name of the publisher, e.g. from og:site_name; null if unknown. */
  readonly site: string | null;
  /** BCP 47 tag, declared by the page or guessed from the script; null if unknown. */
  readonly lang: string | null;
  readonly blocks: readonly Block[];
}

/** Kinds that belong to the story's own text. */
export const STORY_KINDS: ReadonlySet<BlockKind> = new Set<BlockKind>(['paragraph', 'heading', 'quote', 'item', 'code']);

/** The story's text, a block a line, captions, credits and tables left out. '' for an article without story blocks. */
export function storyText(article: Article): string {
  return article.blocks
    .filter((block) => STORY_KINDS.has(block.kind))
    .map((block) => block.text)
    .join('\n');
}
