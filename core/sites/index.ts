import type { Adapter } from '../model/adapter';
import { arca } from './arca';
import { artalk } from './artalk';
import { bahamut } from './bahamut';
import { bbpress } from './bbpress';
import { bilibili } from './bilibili';
import { bilibiliOld } from './bilibili-old';
import { blogger } from './blogger';
import { bluesky } from './bluesky';
import { bobaedream } from './bobaedream';
import { changyan } from './changyan';
import { clien } from './clien';
import { commento } from './commento';
import { coral } from './coral';
import { dcard } from './dcard';
import { dcinside } from './dcinside';
import { derstandard } from './derstandard';
import { derstandardList } from './derstandard-list';
import { discourse } from './discourse';
import { discourseCrawler } from './discourse-crawler';
import { discussHk } from './discuss-hk';
import { discuz7 } from './discuz-7';
import { discuzPortal } from './discuz-portal';
import { discuzTouch } from './discuz-touch';
import { discuzX } from './discuz-x';
import { disqus } from './disqus';
import { dogdrip } from './dogdrip';
import { douban } from './douban';
import { drupal } from './drupal';
import { fivech } from './fivech';
import { flarum } from './flarum';
import { fluxbb } from './fluxbb';
import { fmkorea } from './fmkorea';
import { fora } from './fora';
import { fourchan } from './fourchan';
import { futaba } from './futaba';
import { gamefaqs } from './gamefaqs';
import { ghost } from './ghost';
import { giscus } from './giscus';
import { gitalk } from './gitalk';
import { githubIssues } from './github-issues';
import { githubPull } from './github-pull';
import { gitlab } from './gitlab';
import { gnuboard } from './gnuboard';
import { guardian } from './guardian';
import { habr } from './habr';
import { hackernews } from './hackernews';
import { halo } from './halo';
import { hatena } from './hatena';
import { hkgoldenMobile } from './hkgolden-mobile';
import { huaren } from './huaren';
import { humoruniv } from './humoruniv';
import { hupu } from './hupu';
import { hyperkitty } from './hyperkitty';
import { hyvor } from './hyvor';
import { insided } from './insided';
import { inven } from './inven';
import { invision3 } from './invision-3';
import { invision4 } from './invision-4';
import { invision5 } from './invision-5';
import { isso } from './isso';
import { jforum } from './jforum';
import { lemmy } from './lemmy';
import { lesswrong } from './lesswrong';
import { lihkg } from './lihkg';
import { lobsters } from './lobsters';
import { lwn } from './lwn';
import { mastodon } from './mastodon';
import { mbin } from './mbin';
import { mobile01 } from './mobile01';
import { mumsnet } from './mumsnet';
import { mybb } from './mybb';
import { natepann } from './natepann';
import { naver } from './naver';
import { newsmth } from './newsmth';
import { nga } from './nga';
import { nodebb } from './nodebb';
import { nodeseek } from './nodeseek';
import { oldReddit } from './old-reddit';
import { openweb } from './openweb';
import { phpbb } from './phpbb';
import { phpbbSubsilver } from './phpbb-subsilver';
import { phpwind } from './phpwind';
import { pikabu } from './pikabu';
import { pixnet } from './pixnet';
import { ptt } from './ptt';
import { reddit } from './reddit';
import { remark42 } from './remark42';
import { rhymix } from './rhymix';
import { ruliweb } from './ruliweb';
import { slashdot } from './slashdot';
import { smf } from './smf';
import { stackexchange } from './stackexchange';
import { steam } from './steam';
import { substack } from './substack';
import { thestudentroom } from './thestudentroom';
import { tieba } from './tieba';
import { tildes } from './tildes';
import { twikoo } from './twikoo';
import { typecho } from './typecho';
import { utterances } from './utterances';
import { v2ex } from './v2ex';
import { valine } from './valine';
import { vanilla } from './vanilla';
import { vbulletin3 } from './vbulletin-3';
import { vbulletin4 } from './vbulletin-4';
import { vbulletin5 } from './vbulletin-5';
import { viafoura } from './viafoura';
import { vichan } from './vichan';
import { waline } from './waline';
import { weibo } from './weibo';
import { woltlab } from './woltlab';
import { woltlabComments } from './woltlab-comments';
import { wordpress } from './wordpress';
import { wpdiscuz } from './wpdiscuz';
import { x } from './x';
import { xenforo } from './xenforo';
import { xenforo1 } from './xenforo-1';
import { xiaohongshu } from './xiaohongshu';
import { yahooJapan } from './yahoo-japan';
import { youtube } from './youtube';
import { zBlog } from './z-blog';
import { zeit } from './zeit';
import { zhihuAnswers } from './zhihu-answers';
import { zhihuComments } from './zhihu-comments';

/** All built-in adapters. Where several fit a page the earlier one is asked first: those that others' markup resembles stand last. */
export const SITES: readonly Adapter[] = [
  wpdiscuz,
  discuzTouch,
  discuz7,
  discuzX,
  waline,
  valine,
  twikoo,
  artalk,
  arca,
  bahamut,
  bbpress,
  bilibili,
  bilibiliOld,
  bluesky,
  bobaedream,
  changyan,
  clien,
  commento,
  coral,
  dcard,
  dcinside,
  derstandard,
  derstandardList,
  discourse,
  discourseCrawler,
  discussHk,
  discuzPortal,
  disqus,
  dogdrip,
  douban,
  fivech,
  flarum,
  fluxbb,
  fmkorea,
  fora,
  fourchan,
  futaba,
  gamefaqs,
  ghost,
  giscus,
  gitalk,
  githubIssues,
  gitlab,
  gnuboard,
  guardian,
  habr,
  hackernews,
  halo,
  hatena,
  hkgoldenMobile,
  huaren,
  humoruniv,
  hupu,
  hyperkitty,
  hyvor,
  insided,
  inven,
  invision3,
  invision4,
  invision5,
  isso,
  jforum,
  lemmy,
  lesswrong,
  lihkg,
  lobsters,
  lwn,
  mastodon,
  mbin,
  mobile01,
  mumsnet,
  mybb,
  natepann,
  naver,
  newsmth,
  nga,
  nodebb,
  nodeseek,
  oldReddit,
  openweb,
  phpwind,
  pikabu,
  pixnet,
  ptt,
  reddit,
  remark42,
  rhymix,
  ruliweb,
  slashdot,
  smf,
  stackexchange,
  steam,
  substack,
  thestudentroom,
  tieba,
  tildes,
  typecho,
  utterances,
  v2ex,
  vanilla,
  vbulletin3,
  vbulletin4,
  vbulletin5,
  viafoura,
  vichan,
  weibo,
  woltlab,
  woltlabComments,
  x,
  xenforo,
  xenforo1,
  xiaohongshu,
  yahooJapan,
  youtube,
  zBlog,
  zeit,
  zhihuAnswers,
  zhihuComments,
  githubPull,
  phpbbSubsilver,
  phpbb,
  blogger,
  drupal,
  wordpress,
];
