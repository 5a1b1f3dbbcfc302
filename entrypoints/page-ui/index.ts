import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageLink } from '../page.content/page-link';
import { startPageUi } from './start';

export default defineUnlistedScript(() => {
  const link = pageLink();
  if (link) startPageUi(link);
});
