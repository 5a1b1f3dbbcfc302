/** What `npm run eval -- pages` puts into a page: the content script's own detection, nothing else. */
export { storyText } from '../model/article';
export { detect } from './detect';
