/** What a block's own words say about it, in the languages of the corpora. Evidence for the classifier, asked of short blocks only. */
export const TEXT_HINTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'more',
    /^(?:read (?:more|also|next|full|on)|more (?:on|from|in|stories|news|about)|see also|see more|also (?:read|see|on)|related|recommended|you (?:may|might)|don.t miss|watch|listen|click|continue|view|up next|previous|next|older|newer|延伸阅读|延伸閱讀|相关|相關|推荐阅读|更多|阅读|閱讀|点击|點擊|上一[篇页]|下一[篇页]|返回|展开|全文|热门|熱門|lesen sie|mehr|weiter|lea |leer |ver |más|lire|voir|à lire|leggi|czytaj|zobacz|читайте|также|по теме|関連|続き|tags?\b|topics?\b|標籤|标签|关键[词字]|關鍵[詞字]|filed under|posted in|categor)/iu,
  ],
  [
    'join',
    /newsletter|subscri|sign up|sign in|log ?in|register|e-?mail address|your email|our app|download|cookie|follow (?:us|him|her|me)|on (?:twitter|facebook)|abonn|registrier|suscr|iscriviti|关注|公众号|扫[描码一]|二维码|订阅|登录|登錄|登入|注册|註冊|подпи|donat|support us|advertis|facebook|粉[絲丝]|[專专][頁页]|追蹤|訂閱|加入.{0,6}(?:好友|群)/iu,
  ],
  [
    'author',
    /^(?:about (?:the )?(?:author|writer)|über (?:den|die) autor|à propos de l.auteur|(?:sobre|acerca de) (?:el|la|o) aut|作者[简簡]介|[关關][于於]作者|об авторе|o autorze)|\bis an? (?:[\w-]+ ){0,4}(?:writer|journalist|editor|reporter|author|blogger|correspondent|contributor|columnist)\b|\bist (?:freie[r]? )?(?:journalist|autor|redakteur)|(?:责任编辑|責任編輯|责编|本文作者|原文(?:链接|網址)|稿源|编译)[:：]?/iu,
  ],
  [
    'rights',
    /©|\(c\)\s*\d{4}|copyright|all rights reserved|版权|版權|转载|轉載|未经|未經|著作权|免责|声明|聲明|reserved|reproduced|derechos|rechte|may not be (?:published|reproduced)|отвественн|права|ICP备/iu,
  ],
  [
    'date',
    /\d{4}[-/.年]\s*\d{1,2}[-/.月]\s*\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}|\d{1,2}(?:st|nd|rd|th|\.)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|ago$|updated|published|posted|veröffentlicht|publi(?:cado|é)|发布|發布|更新/iu,
  ],
];

/** Characters from which on a block speaks for itself. */
const LONG = 300;

/** The hints of a text as bits (bit n = `TEXT_HINTS[n]`); 0 for long texts. */
export function textHints(text: string): number {
  if (text.length > LONG) return 0;
  let bits = 0;
  for (let n = 0; n < TEXT_HINTS.length; n++) if (TEXT_HINTS[n]![1].test(text)) bits |= 1 << n;
  return bits;
}
