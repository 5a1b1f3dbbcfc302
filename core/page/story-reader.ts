import { findArticle, titleOfPage } from './find-article';

/** What reads the story of a page. A script of its own in the extension, fetched when somebody asks for the story. */
export interface StoryReader {
  readonly findArticle: typeof findArticle;
  readonly titleOfPage: typeof titleOfPage;
}

export const storyReader: StoryReader = { findArticle, titleOfPage };
