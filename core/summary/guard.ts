import { countUnits } from './tokens';

/*
 * What stands among the paragraphs of a page but is no story text. Page evidence (figcaption, byline class, link density) has
 * already made captions and credits of what it could; these are the ones that slip in as plain paragraphs. Patterns that real
 * sentences might match are bound to short blocks.
 */

/** A block of at most this many units (words or CJK characters) may be page furniture as a whole. */
const SHORT = 40;

const ANY_LENGTH: readonly RegExp[] = [
  // Captions by their marks, photo credits.
  /^[▲△▼▽◀▶■◆●○]\s?(?=\S{0,60}$)|^[▲△▼▽]/u,
  /^[（(【[]?\s*(?:图|圖|图片|圖片|资料图|資料圖|题图|題圖|配图|配圖|组图|組圖|图说|圖說|图为|圖為|图源|圖源|图注|圖註|视频|視頻|影片|写真|撮影|사진)\s*[:：／/|]/u,
  /[（(][^（）()]{0,40}(?:摄|攝|供图|供圖|摄影|攝影|翻摄|翻攝|截图|截圖|資料照|资料照|資料圖|资料图)[^（）()]{0,12}[)）]\s*$/u,
  // Editors, sources, translators, reporters, end marks.
  /^[（(【[]?\s*(?:责任编辑|責任編輯|责编|責編|编辑|編輯|编审|校对|校對|审核|監製|监制|制片|主编|来源|來源|稿源|作者|译者|譯者|文字|原标题|原標題|原文|本文来源|本文來源|本文作者|資料來源|资料来源|参考资料|參考資料|出处|出處|版权声明|免责声明|免責聲明|声明|聲明|via|編譯|编译|選題|选题)\s*[:：／/]/u,
  /^(?:本文(?:来源于|來源於|转自|轉自|仅代表|僅代表|由.{0,20}(?:原创|編譯|编译))|其原创性以及文中|未经(?:授权|許可|许可)|未經(?:授權|許可)|转载请|轉載請|版权所有|版權所有|更多精彩|点击(?:进入|查看|下方|这里)|點擊(?:進入|查看|下方|這裡))/u,
  /(?:请自行核实相关内容|不代表本站|与本站(?:立场)?无关|與本站無關|与\S{1,6}网无关|欢迎转载|禁止转载|不得转载)/u,
  // Share prompts, subscriptions, applications.
  /(?:分享让更多人看到|分享到(?:微信|朋友圈|微博)|分享至|扫(?:一扫|描).{0,8}二维码|掃(?:一掃|描).{0,8}(?:二維碼|QR)|长按.{0,6}二维码|微信公众号|公众号[:：]|关注我们|關注我們|下载.{0,8}(?:APP|客户端)|下載.{0,8}APP|加入.{0,10}(?:LINE|Telegram|粉絲團)|訂閱電子報)/iu,
  /\b(?:pic\.twitter\.com\/|t\.co\/)\w+/u,
  /^[—–-]\s?[^.]{2,60}\(@\w+\)/u,
  /^(?:©|\(c\)\s|copyright\b)|all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|todos os direitos reservados/iu,
];

const WHEN_SHORT: readonly RegExp[] = [
  /^[▲△▼▽◀▶■◆●○★☆※→]/u,
  /^(?:photo|photos|picture|pictures|image|images|main image|video|foto|fotos|bild|bilder|credit|credits|source|sources|quelle|fuente|crédit|crédits|фото|источник|illustration|graphic|graphics)(?:\s+(?:credit|credits|by|courtesy|source))?\s*[:：|/]/iu,
  /^(?:photo|photograph|photographs|image|main image|picture|illustration)s?\s(?:credit|by|courtesy|via|from)\b/iu,
  /\b(?:getty images|afp via getty|shutterstock|istockphoto|alamy|picture alliance|imago images)\b[^.]*$/iu,
  /^(?:by|von|por|par|di|door|av|af|текст|автор|autor|auteur|author|written by|reporting by|editing by|additional reporting by|edited by|translated by|reviewed by|with reporting by)[\s:]+(?:\p{Lu}[\p{L}.'’-]*(?:,?\s(?:and|und|et|y|e|i|og|och|en|for|in)\s|[\s,|&/·-]*)){1,8}$/u,
  /^(?:by|reporting by|editing by|additional reporting by|edited by|translated by|reviewed by)[\s:]+(?:\p{Lu}[\p{L}.'’-]*[\s,;|&]*(?:and\s)?){1,8}\.?$/iu,
  /^(?:last\s)?(?:updated|published|posted|modified|first published|aktualisiert|veröffentlicht|publié|mis à jour|publicado|actualizado|опубликовано|обновлено|stand|date)\b.{0,60}\d/iu,
  // Datelines and clocks that are all the block holds.
  /^[\p{P}\s\d年月日时時分秒]*\d{4}[\p{P}\s\d年月日时時分秒]*$/u,
  /^\p{L}{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}(?:[\s,]+\d{1,2}:\d{2}.*)?$/iu,
  /^\d{1,2}\.?\s\p{L}{3,10}\.?,?\s\d{4}(?:[\s,]+\d{1,2}[:.]\d{2}.*)?$/u,
  /\d{4}年\d{1,2}月\d{1,2}日\s*\d{1,2}[:：]\d{2}/u,
  // Counters and tools of the page.
  /(?:\d+\s*人参与|\d+\s*条评论|我要评论|字号\s*[:：]|打印转发|最新回复|返回列表|阅读\s*[:：]?\s*\d+|评论\s*[:：(（]\s*\d+|浏览\s*[:：]|瀏覽\s*[:：]|点击\s*[:：]\s*\d+|點閱\s*[:：])/u,
  /^(?:\d+[\s,.]*)(?:comments?|views?|shares?|likes?|reads?|kommentare?|comentarios|commentaires|min(?:ute)?s? read)\b/iu,
  /^(?:share this|follow us|follow .{1,30} on (?:twitter|x|facebook|instagram|youtube)|subscribe (?:to|now|today)|sign up (?:for|to|here|now)|log in|click here|tap here|scroll down|leave a comment|view gallery|advertisement|anzeige|реклама|publicidad|publicité)\b/iu,
  /^(?:share|tweet|subscribe|sign in|register|newsletter|sponsored|werbung|comments?|print|email|listen|watch|download|play|menu|home|search)\b[^.!?]{0,40}$/iu,
  /^(?:this|the) (?:research|study|work|project) (?:was|is) (?:funded|supported|financed)\b|^see the (?:full )?(?:paper|study|report|article)\b|^(?:the )?(?:study|paper|research) (?:was|is|has been) published in\b.{0,80}$|^more information:/iu,
  // Related links.
  /^(?:相关(?:阅读|新闻|报道|文章|链接|推荐|专题)|相關(?:閱讀|新聞|報導|文章|連結)|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|更多(?:新闻|新聞|内容|文章|报道|報導)|猜你喜欢|你可能|看更多|关联记事|関連記事|あわせて読みたい|관련 기사)/u,
  /^(?:read (?:more|next|also|our|the full|on)|related(?: articles?| stories| news)?\s*:|see also|more on|more from|also read|you may (?:also )?like|recommended|don't miss|further reading|for more|in pictures|lesen sie|mehr zum thema|lire aussi|à lire|lee también|leia também|leggi anche|lees ook|читайте также|læs også|les også|läs mer|czytaj też)\b/iu,
  // End marks and agencies alone.
  /^[（(【[]?\s*(?:完|全文完|本文完|end|ends|fin|了)\s*[)）】\]]?[。.]?$/iu,
  /^(?:pti|ani|ap|afp|reuters|dpa|efe|ansa|ians|upi|xinhua)[\s/.,]*$/iu,
  /^[（(【[][^（）()]{0,40}(?:记者|記者|报道|報導|编辑|編輯|通讯员|通訊員|文\/|摄|攝|电|電|译者|譯者|讯|訊)[^（）()]{0,40}[)）】\]]\s?\d?$/u,
  /^(?:[\p{Script=Han}]{2,6}社|本报|本報|[\p{Script=Han}]{2,8}(?:网|報|报|台))?\s?(?:记者|記者|通讯员|通訊員)\s?[\p{Script=Han}·\s、]{2,24}$/u,
];

const LETTER = /[\p{L}\p{N}]/u;
/** The unanchored patterns are not tried on longer blocks: a disclaimer or a prompt is no page of text. */
const LONG = 160;

/** Is the whole block page furniture (caption, credit, counter, dateline, share prompt, related link)? `units` is its length in words or CJK characters. */
export function isFurniture(text: string, units: number): boolean {
  if (!LETTER.test(text)) return true;
  if (units <= LONG) for (const pattern of ANY_LENGTH) if (pattern.test(text)) return true;
  if (units <= SHORT) for (const pattern of WHEN_SHORT) if (pattern.test(text)) return true;
  return false;
}

const ENDED = /[\p{Sentence_Terminal}…：:;；][\p{P}\p{S}\s\d]*$/u;
const QUESTION_LINE = /^[^。.!！?？，,]{2,24}[：:][^。.!！?？，,]{2,24}[?？]$/u;
const CJK_GAPS = /[\u3400-\u9fff]\s[\u3400-\u9fff“"'‘].*[\u3400-\u9fff]\s[\u3400-\u9fff“"'‘]/u;
/** Headings are shorter than this; a longer block without a full stop is a paragraph whose writer left it out. */
const HEADING_UNITS = 14;
const HEADING_UNITS_PAIRED = 26;

/**
 * Does a paragraph look like a heading or a row of links: not ended as sentences are, and short, or pieces with spaces between them
 * where sentences have none? A question alone in a short line is a heading too. `paired` for scripts counted by characters.
 */
export function looksLikeHeading(text: string, units: number, paired: boolean): boolean {
  const dateline = units <= 2 * HEADING_UNITS_PAIRED ? datelineUnits(text) : 0;
  const own = text.slice(dateline);
  const short = (dateline ? countUnits(own) : units) <= (paired ? HEADING_UNITS_PAIRED : HEADING_UNITS);
  if (ENDED.test(own)) return short && QUESTION_LINE.test(own);
  return short || (paired && !/[，、,；]/.test(text) && CJK_GAPS.test(text));
}

const PLACE_LINE: readonly RegExp[] = [
  // 本报讯 （记者 某某） · 新华社北京1月1日电（记者某某） · 中新网12月15日电 · 央视网消息： · 【环球时报报道】 · （中央社記者某某台北17日電）
  /^[（(【[][^（）()【】[\]]{2,40}(?:记者|記者|报道|報導|讯|訊|电|電)[^（）()【】[\]]{0,30}[)）】\]]\s*/u,
  /^(?:据)?[\p{Script=Han}]{2,8}?(?:社|网|網|报|報|台)?[\p{Script=Han}]{0,14}(?:\d{1,2}月)?\d{1,2}日(?:电|電|讯|訊|消息)\s*(?:[（(][^（）()]{0,40}[)）])?\s*[:：]?\s*/u,
  /^(?:本报|本報|本网|本網|商报|晚报|日报|[\p{Script=Han}]{2,6}(?:网|報|报|社))(?:讯|訊|消息)\s*(?:[（(][^（）()]{0,40}[)）])?\s*[:：]?\s*/u,
  /^[（(](?:[^（）()]{0,10}(?:记者|記者|通讯员)[^（）()]{0,30})[)）]\s*/u,
  // (CNN) — · LONDON, Jan 5 (Reuters) - · WASHINGTON (AP) — · BERLIN —
  /^\((?:CNN|AP|AFP|Reuters|CBS|NPR|BBC|[A-Z][\w .]{1,24})\)\s?[—–-]*\s*(?=\p{Lu}|["“])/u,
  /^\p{Lu}[\p{Lu}.'’ -]{2,28}(?:,\s[\p{L}.\s\d,]{2,30}?)?(?:\s?\([\p{L}. /]{2,24}\))?\s?[—–]+\s*/u,
  /^\p{Lu}[\p{Lu}\p{Ll}.'’ -]{2,28}(?:,\s[\p{L}.\s\d,]{2,30}?)?\s?\([\p{L}. /]{2,24}\)\s?[—–-]+\s*/u,
];

/** How many code units of a sentence's start are its dateline ("北京1月1日电", "LONDON (AP) —"); 0 if it has none. Never the whole sentence. */
export function datelineUnits(sentence: string): number {
  let at = 0;
  const head = sentence.slice(0, 120);
  for (const pattern of PLACE_LINE) {
    const match = pattern.exec(head.slice(at));
    if (match) at += match[0].length;
  }
  return at < sentence.length - 8 ? at : 0;
}
