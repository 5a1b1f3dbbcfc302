import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageLink } from '../page/page-link';
import { world } from '../page/world';
import { startPageUi } from './start';

export default defineUnlistedScript(() => {
  const link = pageLink();
  if (!link) return;
  startPageUi(link);
  world().ui = true;
});
