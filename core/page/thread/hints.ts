/** What the class and id of an element say about its part in a page, as bits. Words in many languages; none is proof by itself. */
export const HINT = {
  comment: 1,
  post: 2,
  author: 4,
  date: 8,
  body: 16,
  control: 32,
  quote: 64,
  signature: 128,
  list: 256,
  chrome: 512,
  floor: 1024,
  score: 2048,
  edited: 4096,
  avatar: 8192,
  profile: 16384,
  children: 32768,
  hidden: 65536,
} as const;

const WORDS: readonly (readonly [number, RegExp])[] = [
  [
    HINT.comment,
    /comm?ent(?!ed)|kommen|repl(?:y|ies)|respon(?!siv)[sdc]|antwort|reponse|comt|cmmt|cmnt|cmt|pinglun|huifu|answer|yorum|reac(?:ti|ci)on|opini|feedback|discuss|guestbook|disqus|mensaje|beitrag|pingback/,
  ],
  [HINT.post, /post|message|\bmsg|thread|topic|entry|\bitem|\brow\b|floor|louceng|review/],
  [
    HINT.author,
    /author|user(?!-?(?:content|text|content|html))|nick|poster(?!ous)|member|byline|vcard|\bfn\b|\bname(?!d)|uname|commenter|commentator|writer|autor|auteur|verfasser|\bby\b|handle|screen-?name|from\b/,
  ],
  [HINT.date, /date|time(?!line)|\bago\b|posted|published|datum|fecha|created|stamp/],
  [
    HINT.body,
    /content|body|text|message|\bmsg|markdown|prose|\bbd\b|comment-?(?:post|main|desc)|description|post-?(?:entry|bit)|\bcopy\b|entry|\bmemo|paragraph|xe-content|saying/,
  ],
  [
    HINT.control,
    /repl(?:y|ies)-?(?:to|link|button|btn)|\breply\b|quote-?(?:link|button|btn)|report|\bflag|share|\blike|vote|action|button|\bbtn|tool|control|edit-?(?:link|comment)|perma-?link|menu|option|dropdown|rating|\bbuttons/,
  ],
  [HINT.quote, /(?<!to-|multi-?)quot(?!e-?(?:link|button|btn|this|post|reply|icon))|citat|zitat|\bcite\b|blockquote/],
  [HINT.signature, /signature|\bsig\b|post-?sig|signoff/],
  [
    HINT.list,
    /teaser|related|product|\bcard|price|recommend|popular|trending|promo|advert|sponsor|most|latest|recent|headline|story-?(?:list|item)|thumbnail|gallery|carousel|slider|catalog|search-?result|archive|sitemap|similar|featured|faq|accordion|tweet|twitter|excerpt/,
  ],
  [
    HINT.chrome,
    /\bnav|menu|sidebar|breadcrumb|footer|widget|pagina|pager|\btabs?\b|toolbar|rightcol|leftcol|right-?(?:rail|bar)|blogroll|tag-?cloud|masthead/,
  ],
  [HINT.floor, /floor|post-?(?:num|no|count|id)|\bnumber|\blou\b|comment-?(?:num|no|count|id)|\bseq|\bno\b|\bindex\b|anchor|permalink/],
  [
    HINT.score,
    /score|vot(?:e|er|es|ing)|points?\b|karma|like(?:s|d|-?count)?\b|rating|recommend-?count|thumb|ups\b|reputation-?(?:score|count)|up-?count/,
  ],
  [HINT.edited, /edited|last-?edit|\bmodified|edit-?(?:note|info|time|date|reason)|updated/],
  [HINT.avatar, /avatar|gravatar|portrait|\bphoto|userpic|\bimg\b|thumb/],
  [
    HINT.profile,
    /profile|user-?(?:info|details|data|stats|title|rank)|author-?(?:info|details|pane|bio)|poster-?info|member-?(?:info|title|stat)|rank|badge|post-?user/,
  ],
  [HINT.children, /children|replies|sub-?comment|nested|child|thread(?!ed)/],
  [HINT.hidden, /\bhidden\b|\bhide\b|visually-?hidden|sr-?only|screen-?reader|invisible|d-none|u-?srOnly/],
];

const MODIFIER =
  /^(?:odd|even|alt|first|last|new|old|active|clearfix|cf|clear|row|left|right|hidden|js|block|box|inner|wrapper|wrap|group|item|fl|fr|on|off|open|bg0|row0|alt0|even0|odd0|self|root)$/;

export interface ClassInfo {
  readonly hints: number;
  /** Class tokens with every run of digits turned into 0, presentation words last. */
  readonly tokens: readonly string[];
}

const spaced = (text: string): string =>
  text
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/_/g, '-');

/** Digits to 0, so that `post-17` and `post-18` are one pattern. */
export const patternOf = (text: string): string => text.replace(/\d+/g, '0');

const known = new Map<string, ClassInfo>();
/** Classes remembered from pass to pass: a page has some hundreds. */
const MOST_KNOWN = 4000;

/** The hints of a class and an id pattern. Answers are remembered, since a page repeats few distinct ones and is read again as it grows. */
export function readClass(className: string, idPattern: string): ClassInfo {
  const key = `${className}\n${idPattern}`;
  let info = known.get(key);
  if (!info) {
    if (known.size >= MOST_KNOWN) known.clear();
    info = tellClass(className, idPattern);
    known.set(key, info);
  }
  return info;
}

function tellClass(className: string, idPattern: string): ClassInfo {
  const words = spaced(`${className} ${idPattern}`);
  let hints = 0;
  for (const [bit, pattern] of WORDS) if (pattern.test(words)) hints |= bit;
  // Questions a shop answers itself.
  if (/faq|accordion/.test(words)) hints &= ~HINT.comment;
  const tokens = patternOf(className)
    .split(/\s+/)
    .filter((token) => token !== '');
  const plain = tokens.filter((token) => !MODIFIER.test(token));
  return {
    hints,
    tokens: plain.length > 0 ? [...plain, ...tokens.filter((token) => MODIFIER.test(token))].slice(0, 8) : tokens.slice(0, 8),
  };
}
