/** The parts of an http(s) address that matter here. Written without `URL`, so that the pure folders stay free of the DOM's types. */
const ADDRESS = /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]/?#]*\]|[^/?#:]*)(?::\d*)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/isu;

/** Host labels that choose a presentation of the same site with the same accounts. */
const PRESENTATION = /^(?:www\d?|m|mobile|wap|touch|amp|old)\./;

/**
 * The host that people, marks and rules are kept under: lower case, without port, final dot and presentation labels
 * (`www.`, `m.`, `mobile.`, `wap.`, `touch.`, `amp.`, `old.`), as long as two labels remain.
 * Deliberately no public-suffix list: `alice.blogs.example` and `bob.blogs.example` are two sites, and so are a portal's
 * subdomains. Splitting one site in two costs a label; joining two would put it on a stranger. Anything but http(s) gives ''.
 */
export function siteOf(url: string): string {
  const host = ADDRESS.exec(url.trim())?.[1];
  if (!host) return '';
  let site = host.toLowerCase().replace(/\.$/, '');
  if (/^[\d.]+$/.test(site) || site.startsWith('[')) return site;
  while (PRESENTATION.test(site) && /\..*\./.test(site)) site = site.replace(PRESENTATION, '');
  return site;
}

/** Parameters that say how one came here, or in which order and dress the same page is shown: never which page it is. */
const IGNORED = new RegExp(
  `^(?:${[
    'utm_.*|at_.*|share.*|spm.*|scm|wt[._].*|mc_[ce]id|_ga|_gl|_hs.*|hs.*tracking',
    'fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igsh(?:id)?|vd_source|wkt?id|nsukey|isappinstalled',
    'ref|ref_?src|ref_?url|referr?er|from|_from|tt_from|from_source|source|src|via|cmp|cmpid|ncid|ocid|smid|xtor|partner|feature|track(?:ing)?|campaign',
    'extra|highlight|hilite|sort|sort_?by|order|order_?by|ordertype|dateline|see_lz|authorid|only_author|replytocom|lc|comment_?id|reply_?id',
    'amp|outputtype|mobile|print|printable|phpsessid|jsessionid|timestamp|_t|_',
  ].join('|')})$`,
);

/** Parameters that hold the number of a page or of its first comment. `p` is looked at more closely below. */
const PAGE_NUMBER = /^(?:page|pagenum|pageno|page_?no|page_?num|pageindex|paged|cpage|pn|pg|start|offset|st|floor|post_?id|pid|postno)$/;
/** A post's own id is a discussion's name where nothing else names it (`showthread.php?pid=7`). */
const POST_NUMBER = /^(?:post_?id|pid|floor|postno|start|st|offset)$/;
/** What names a discussion in a query. */
const NAMES_THREAD = /^(?:t|tid|id|topic|topic_?id|thread|thread_?id|threadid|showtopic|aid|article_?id|v|story|bbs_?id|no|docid|newsid)$/;

/** Page numbers, linked posts and dress within the path, taken off one after the other. */
const PATH_RULES: readonly (readonly [RegExp, string])[] = [
  [/;jsessionid=[^/]*/i, ''],
  [/\/+$/, ''],
  [/\/(?:amp|amphtml)$/i, ''],
  [/\.amp(?=\.html?$|$)/i, ''],
  // WordPress, Drupal and many others; XenForo's page-2, post-77, latest, unread
  [/\/(?:comment-)?page[-/]\d+$/i, ''],
  [/(\/threads\/[^/]+)\/(?:post-\d+|latest|unread)$/i, '$1'],
  // Discuz: thread-<id>-<page>-<page of the board>.html
  [/\/thread-(\d+)-\d+-\d+(\.html?)?$/i, '/thread-$1-1-1.html'],
  // vBulletin: 123-title/page2, 123-title-2.html
  [/\/page\d+(?:\.html?)?$/i, ''],
  // Discourse: /t/<slug>/<id>/<post>
  [/(\/t\/(?!\d+\/)[^/]+\/\d+)\/\d+$/, '$1'],
  // Reddit and its kin: /comments/<id>/<slug>/<comment>
  [/(\/comments\/[0-9a-z]{4,12})\/.*$/i, '$1'],
  [/\/index_\d+(\.s?html?)$/i, '/index$1'],
  [/\/+$/, ''],
];

function meaningfulQuery(query: string, path: string): readonly (readonly [string, string])[] {
  const pairs = query
    .split('&')
    .filter((part) => part !== '')
    .map((part): readonly [string, string] => {
      const at = part.indexOf('=');
      return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    })
    .filter(([name, value]) => {
      const key = name.toLowerCase();
      return !IGNORED.test(key) && !(key === 'sid' && /^[0-9a-f]{32}$/i.test(value));
    });
  const named = pairs.some(([name, value]) => NAMES_THREAD.test(name.toLowerCase()) && value !== '');
  // A path of two parts or with a number names a page by itself; `/`, `/blog/` and `/index.php` do not.
  const ownPath = /\d/.test(path) || (/^\/[^/]+\/./.test(path) && !/\.(?:php|aspx?|jsp|cgi|pl)$/i.test(path));
  return pairs.filter(([name, value]) => {
    const key = name.toLowerCase();
    const number = /^\d{0,7}$/.test(value);
    if (key === 'p') return !(number && (named || ownPath));
    if (POST_NUMBER.test(key)) return !(named || (ownPath && number));
    return !(PAGE_NUMBER.test(key) && number);
  });
}

/**
 * The stable key of the discussion or story at an address: site + path + meaningful query, e.g. `bbs.example.org/thread-12-1-1.html`.
 * Scheme, port, fragment, tracking, sort order, session ids and page numbers do not count; parameters are put in order.
 * A fragment that routes (`#/…`, `#!…`) counts, since it names the page. `?p=7` names a page on a bare path (`/?p=7`)
 * and numbers one elsewhere (`/t/12?p=7`). Anything but http(s) gives ''. Idempotent under a second page of the same thread.
 */
export function threadKeyOf(url: string): string {
  const parts = ADDRESS.exec(url.trim());
  const site = siteOf(url);
  if (!parts || site === '') return '';
  let path = (parts[2] ?? '').replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
  // Until nothing changes (`/amp/page-2`); no rule lengthens what it was given, and a few rounds are enough for any address that is not a trap.
  for (let round = 0, before = ''; before !== path && round < 8; round++) {
    before = path;
    for (const [pattern, by] of PATH_RULES) path = path.replace(pattern, by);
  }
  let query = meaningfulQuery(parts[3] ?? '', path);
  // Discuz without rewriting: the same thread under its other name.
  const tid = query.find(([name]) => name === 'tid')?.[1];
  if (/\/(?:forum|viewthread)\.php$/.test(path) && tid && /^\d+$/.test(tid)) {
    path = path.replace(/[^/]*$/, `thread-${tid}-1-1.html`);
    query = [];
  }
  // SMF: topic=<id>.<first post>
  const pairs = query.map(([name, value]) => `${name}=${name === 'topic' ? value.replace(/\.(?:\d+|msg\d+|new)$/, '') : value}`).sort();
  const route = /^!?\//.test(parts[4] ?? '') || parts[4]?.startsWith('!') ? `#${parts[4]}` : '';
  return `${site}${path === '' && pairs.length === 0 && route === '' ? '/' : path}${pairs.length ? `?${pairs.join('&')}` : ''}${route}`;
}
