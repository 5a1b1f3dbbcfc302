/** What scripts/article-evidence.mjs puts into a page: the finder's evidence for the learning, and its answer for quick checks. */
export { storyText } from '../../model/article';
export { detectAll as detect } from '../detect-all';
export { findArticle, readEvidence, titleOfPage } from '../find-article';
export { findThread } from '../find-thread';
export { finish } from '../steps';
export { survey } from '../survey';
export { FEATURES } from './describe-blocks';
export { withoutStory } from './split-story';
