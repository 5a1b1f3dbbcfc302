/**
 * What class names and ids say about a part of a page, as bits. The words come from the markup of news systems, blogs and
 * forums in a dozen languages; a hint is evidence for the block classifier, never a verdict.
 */
export const HINTS = {
  body: /article-?_?(?:body|content|text|copy)|(?:entry|post|story|news|page|body|main|detail|rich|content)-?_?(?:content|body|text|txt|copy|article)|articl?e?body|bodytext|maintext|artikel|articulo|noticia|cuerpo|texte|corps|inhalt|brodtext|zhengwen|neirong|wenzhang|prose|^(?:article|story|content|text|body|post|entry)$|\b(?:hentry|content|contents|text|txt|story|article)\b/,
  comment:
    /comment|disqus|respond|repl(?:y|ies)|discuss|pinglun|guestbook|feedback|kommentar|comentario|livefyre|talkback|trackback|pingback|reader-?response/,
  share:
    /shar(?:e|ing)|soci(?:al|o)|addthis|a2a|facebook|twitter|weibo|weixin|wechat|jiathis|bdshare|follow|bookmark|\blikes?\b|reaction|rating|rate\b|vote|tools?\b|toolbar|print|email/,
  related:
    /relat|recommend|recirc|recent|popular|trending|\bmost|also|similar|read-?_?(?:next|more)|more-|\bmore\b|xiangguan|tuijian|latest|headlines|teaser|outbrain|taboola|next|prev|pagi|pager|archive|category-|listing|\blist\b|links?\b|cards?\b|promo-?item|series|playlist|newest|hot\b|rank/,
  nav: /\bnav|navi|menu|crumb|tabs?\b|sitemap|skip|topbar|masthead|header|toc\b|table-of-contents|index\b/,
  meta: /byline|author|autor|date|time|meta|posted|publish|\binfo|source|dateline|updated|stamp|kicker|categor|\btags?\b|tag-|keyword|label|count|dateline|section-name|rubri/,
  caption:
    /caption|credit|copyright|photo|image|\bimg|\bpic|figure|gallery|media|thumb|slide|video|legend|illustration|attachment|fotos?\b|bild/,
  foot: /foot|legal|disclaimer|bottom|imprint|terms|copyright|colophon|correction|note\b|endnote|about/,
  side: /side|rail|aside|widget|right|left|module|box|extra|col-?[23]|secondary|infobox|inset|factbox|pull/,
  join: /newsletter|subscri|sign-?_?up|mail-?list|mailing|paywall|donat|cookie|consent|gdpr|optin|opt-in/,
  hidden: /hidden|\bhide|sr-only|visually|screen-?reader|no-?print|print-?only|invisible|d-none|collapse|offscreen|tooltip/,
} as const satisfies Readonly<Record<string, RegExp>>;

export type Hint = keyof typeof HINTS;
export const HINT_NAMES = Object.keys(HINTS) as readonly Hint[];

const patterns = HINT_NAMES.map((name) => HINTS[name]);

/** Strings longer than this are generated, not written. */
const MAX_NAME = 300;
/** Strings remembered: a page has some hundreds. */
const MAX_KNOWN = 4000;
const known = new Map<string, number>();

/** Reads class and id strings into hint bits (bit n = `HINT_NAMES[n]`). Answers are remembered, since strings repeat on a page and a site. */
export function hintsOf(classAndId: string): number {
  let bits = known.get(classAndId);
  if (bits !== undefined) return bits;
  bits = 0;
  if (classAndId.length <= MAX_NAME && classAndId.trim() !== '') {
    // Camel case is two words: "postBody" reads like "post-body".
    const words = classAndId.replace(/([a-z])(?=[A-Z])/g, '$1-').toLowerCase();
    for (let i = 0; i < patterns.length; i++) if (patterns[i]!.test(words)) bits |= 1 << i;
  }
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(classAndId, bits);
  return bits;
}
