import { decode } from './title-words';

/** Words that introduce a name, in the languages of the corpora. */
const LEAD =
  '(?:[Bb]y|BY|[Vv]on|VON|[Pp]or|POR|[Pp]ar|PAR|[Dd]oor|[Dd]i|[Aa]v|[Aa]f|[Tt]ekst|[Tt]ext|(?:[Pp]osted|[Ww]ritten|[Pp]ublished|[Ss]ubmitted|[Cc]reated|[Rr]eviewed|[Aa]rticle|[Ss]tory|[Rr]eporting) by|[Aa]ut(?:h)?or(?:a|en|in|es|s)?|AUTHOR|AUTOR|[Gg]eschrieben von|[Vv]erfasst von|[Ee]scrito por|[Éé]crit par|[Ss]critto da|[Gg]eschreven door|[Rr]edacteur|[Àà] propos de|Автор|Текст|Tekst)';
/** One name in letters of a case: capitals first, particles between. */
const NAME =
  "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s+(?:(?:van|von|de|der|den|da|di|do|dos|del|la|el|al|ter|zu|bin|ben|y)\\s+)*\\p{Lu}[\\p{L}\\p{M}.'’-]*){0,4}";
const AND = '(?:,|&|/|;|\\band\\b|\\bund\\b|\\bet\\b|\\by\\b|\\be\\b|\\bog\\b|\\boch\\b|\\ben\\b|\\bi\\b|\\bи\\b)';
const VISIBLE = new RegExp(`(?:^|\\s|[|·•/])${LEAD}\\s*:?\\s+(${NAME}(?:\\s*${AND}\\s+${NAME}){0,3})`, 'u');
const LEADING = new RegExp(`^(?:${LEAD}\\s*:?|[|·•–—-])\\s+`, 'u');
/** The same with a verb, in any case; "By" may stand without a space before a name that a style sheet moves away from it. */
const LEADING_VERB =
  /^(?:by(?=\p{Lu}\p{Ll})|(?:view |see )?(?:all |more )*(?:posts?|articles?|stories) (?:by|from)\b|(?:article|blog|story|post)? ?(?:posted|written|published|submitted|created|reviewed|words) by\b|about the author\b|author\b)\s*:?\s*/iu;
const LEADING_CJK = /^(?:作\s*者|撰\s*文|文字|文|[編编]譯|编译|[記记]者|本[報报][記记]者)\s*[:：/／]?\s*/u;
/** What may stand behind a name in the same line: a date, a role, a place. */
const MONTHS =
  '(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre)';
const TAIL = new RegExp(
  `\\s*(?:\\||•|·|\\s[–—-]\\s|[(（\\[]|(?:^|\\s)[@\\d]|(?:^|[^\\p{L}])(?:${MONTHS})\\.?(?=\\s*\\d|\\s*$)|\\s(?:[Uu]pdated|[Pp]ublished|[Pp]osted|[Ss]tand:?|[Ll]ast [Uu]pdated|on|in|at|am|um|vom|is|was|has)(?=\\s|$)|时间|時間|发布|發布|来源|來源|阅读|编辑).*$`,
  'iu',
);
/** Names of nobody. */
const NOBODY =
  /^(?:(?:wordpress|wp|site|web)?[-_ ]?admin|administrator|editors?|staff|staff writers?|staff report(?:er)?s?|team|the team|webmaster|redaktion|die redaktion|redacción|redazione|rédaction|la rédaction|unknown|none|null|undefined|anonymous|guest|no author|author|authors|byline|news|nachrichten|share|follow|comments?|by|von|作者|记者|編輯|编辑|佚名|本站|网络|未知|匿名)$/iu;
/** Links and roles that stand where a name does. */
const NO_NAME =
  /^(?:view|learn|read|see|more|full|show|meet|about|the author|written|posted|articles?|follow|contact)\b|(?:\b(?:and|of|for)\b.*)?\b(?:manager|coordinator|specialist|director|officer|department|subscribe|newsletter)\b/iu;
const MAX_NAME = 60;
const MAX_WORDS = 6;
const MAX_PEOPLE = 12;

/** The hundred most common Chinese family names: they tell a name from the words that follow "reporter". */
const FAMILY =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔闵柏罗張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇呂盧鍾譚陸範賈鄒龍賀顧龔萬錢戴嚴湯喬閔';
const HAN_NAME = `[${FAMILY}][\\p{sc=Han}]{1,2}`;
const REPORTER = new RegExp(
  `(?:[記记]者|通讯员|通訊員|特派员|撰稿人?)\\s*[:：]?\\s*(${HAN_NAME}(?:[、，,\\s]+${HAN_NAME}){0,5})(?=\\s*(?:[)）】\\]／/╱|｜]|$|\\s|[\\p{sc=Han}]{0,4}(?:报道|報導|報道|摄|攝|综合|綜合|整理)))`,
  'u',
);
const NAMED_CJK =
  /(?:作\s*者|撰\s*文|编译|編譯|文字)\s*[:：]\s*([^\s:：，,。（）()|｜【】<>《》="]{1,12}(?:[、\s][\p{sc=Han}]{2,4}(?![\p{sc=Han}:：]))*)/u;
const SIGNED_CJK = new RegExp(
  `[【〔\\[（(](${HAN_NAME}(?:[、\\s]${HAN_NAME})*)\\s*[╱／/][^】〕\\]）)]{2,12}[】〕\\]）)]|[（(](${HAN_NAME})\\s+[\\p{sc=Han}]{2,4}(?:报道|報導|報道)[)）]|^文\\s*[/／╱|｜]\\s*([\\p{sc=Han}·]{2,5})`,
  'u',
);

/** A reporter's name alone in brackets or on a line of its own. */
const ALONE_CJK = new RegExp(`^[（(【]?\\s*(${HAN_NAME})\\s*[)）】]?$`, 'u');

const tidy = (text: string) =>
  decode(text)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/** One or more names as they stand alone in a marked element or in metadata, '' when there is none. `isSite` tells the site's own name. */
export function namesIn(raw: string, isSite: (part: string) => boolean): string {
  let text = tidy(raw)
    .replace(/\S+@\S+\.\w+/g, '')
    .trim();
  for (let round = 0; round < 3; round++) text = text.replace(LEADING_VERB, '').replace(LEADING, '').replace(LEADING_CJK, '').trim();
  text = text.replace(/^[\s,;:|·•–—-]+/, '');
  const tail = TAIL.exec(text);
  if (tail) text = text.slice(0, tail.index);
  const people = text
    .split(/\s*[,;，；]\s*/)
    .map((name) => name.replace(/[\s:：|/.·•–—-]+$/u, (end) => (/^\.$/.test(end) ? end : '')).trim())
    .filter((name) => isName(name) && !isSite(name));
  return [...new Set(people)].slice(0, MAX_PEOPLE).join(', ');
}

/** Can this be the name of a person or a pen name, by its length and words? */
function isName(name: string): boolean {
  if (
    name === '' ||
    name.length > MAX_NAME ||
    NOBODY.test(name) ||
    NO_NAME.test(name) ||
    /https?:|www\.|\S@\S|^@|[<>{}?!=。！？]/.test(name) ||
    !/\p{L}/u.test(name)
  )
    return false;
  return name.split(/\s+/).length <= MAX_WORDS;
}

/** One person's name and nothing else: two to four capitalised words. */
const PERSON = /^\p{Lu}[\p{L}\p{M}.'’-]+(?:\s+\p{L}[\p{L}\p{M}.'’-]*){1,3}$/u;

/** The line when it is one person's name by its looks, '' otherwise. */
export function oneName(line: string, isSite: (part: string) => boolean): string {
  const names = namesIn(line, isSite);
  return PERSON.test(names) ? names : '';
}

/** A blog that is called after who writes it. */
const OWNED = /^(.{5,40}?)['’]s? (?:\p{L}+ )?(?:blog|weblog|journal|notebook|home ?page|website|site)\b/iu;

/** Whose site it is, by its name ("Jane Doe's blog"); '' if it does not say. */
export function ownerOf(site: string): string {
  return oneName(OWNED.exec(site)?.[1] ?? '', () => false);
}

/** The names that a line of running text introduces ("By …", 记者 …), '' if it introduces none. */
export function namesAfterLead(line: string, isSite: (part: string) => boolean): string {
  const cjk = NAMED_CJK.exec(line) ?? REPORTER.exec(line) ?? SIGNED_CJK.exec(line) ?? ALONE_CJK.exec(line);
  const hit = cjk ?? VISIBLE.exec(line);
  const found = (hit?.[1] ?? hit?.[2] ?? hit?.[3] ?? '').trim();
  if (found === '') return '';
  return cjk ? (NOBODY.test(found) || isSite(found) ? '' : found.replace(/[、，,\s]+/g, ' ')) : namesIn(found, isSite);
}
