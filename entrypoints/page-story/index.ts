import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { storyReader } from '../../core/page/story-reader';
import { world } from '../page/world';

// Reads stories. Comes into a page when somebody asks for its story: for a summary, or to keep words of it.
export default defineUnlistedScript(() => {
  world().story ??= storyReader;
});
