import { findArticle, titleInSteps } from './find-article';

/** What reads the story of a page. A script of its own in the extension, fetched when somebody asks for the story. */
export interface StoryReader {
  readonly findArticle: typeof findArticle;
  readonly titleInSteps: typeof titleInSteps;
}

export const storyReader: StoryReader = { findArticle, titleInSteps };
