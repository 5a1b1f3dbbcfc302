import type { Article, Block, BlockKind } from '../../core/model/article';

/** One block of a story; headings are of the second level. */
export const block = (text: string, kind: BlockKind = 'paragraph'): Block => ({ kind, text, level: kind === 'heading' ? 2 : null });

/** A story of which nothing is known but its title, its blocks and perhaps its language. */
export const storyOf = (title: string, blocks: readonly Block[], lang: string | null = null): Article => ({
  url: 'https://page.example/a',
  title,
  byline: null,
  date: null,
  dateText: null,
  site: null,
  lang,
  blocks,
});
