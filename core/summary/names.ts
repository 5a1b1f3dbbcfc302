import type { Candidate } from './candidates';
import { type NameEvidence, readNameEvidence } from './name-evidence';
import { NATION_END, NO_PERSON, OPENERS, QUOTE_BEFORE, QUOTE_VERB, ROLE_END, ROLES } from './name-words';

/** A stretch of a sentence, in UTF-16 offsets of that sentence. */
export interface Found {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const PARTICLE = "(?:(?:von|van|der|den|de|da|di|du|del|dos|la|le|bin|ibn|al|el|zu|ter)\\s|al-|Al-|O’|O')";
const WORD = "\\p{Lu}[\\p{L}\\p{M}]+(?:['’-]\\p{Lu}?[\\p{L}\\p{M}]+)*|\\p{Lu}\\.";
/** A run of two to four words with capitals, particles between them. */
const RUN = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WORD})(?:[ \\u00a0](?:${PARTICLE}){0,2}(?:${WORD})){0,4}(?![\\p{L}])`, 'gu');
/** Behind the name: its age, or a clause of who. */
const AGE = /^(?:\s?\(\d{2}\)|,\s\d{2}(?:,|\sans\b|\saños\b))/u;
const WHO = /^,\s(?:who|whose|qui|quien|que)\s\p{Ll}/u;

/** A dash without spaces that begins a clause: "Example-who was there-said". */
const JOINED = /-(?:who|whose|which|qui|quien)(?![\p{L}]).*$/u;
/** Behind a first and a last name "von der" tells where somebody works. */
const FROM = /(?<=^\S+[ \u00a0]\p{Lu}\S+)[ \u00a0]von[ \u00a0].*$/u;

const lastPart = (word: string) => word.toLowerCase().replace(/\.$/, '').replace(/^.+-/, '');
const isRole = (word: string) => {
  const low = lastPart(word);
  return ROLES.has(low) || ROLE_END.test(low) || (NATION_END.test(low) && /^\p{Lu}/u.test(word));
};

/** People in a sentence of a script with capitals: a run of capitalised words that a title, a verb of saying, an age or a description shows to be a person. */
function readCapitals(text: string, evidence: NameEvidence): Found[] {
  const out: Found[] = [];
  for (const match of text.matchAll(RUN)) {
    // The ending that Turkish and others hang on a name: Erdoğan’ın.
    const run = match[0]
      .replace(/(?<=\p{L}{2})['’]\p{Ll}{1,5}$/u, '')
      .replace(JOINED, '')
      .replace(FROM, '');
    const words = run.split(/[ \u00a0]/);

    // "Belediye Başkanı Ayşe …", "White House Press Secretary Dana …": whatever leads to the role belongs to it.
    let from = words.slice(0, -1).findLastIndex(isRole) + 1;
    let titled = from > 0;
    // "Bundeskanzler Olaf …", "Dr. Anna …": the role shows the person, and is no part of the name.
    // What the story uses as an ordinary word is none either: "Meanwhile Daniel …", "Bruder …".
    for (; from < words.length - 1; from++) {
      const word = words[from]!;
      if (isRole(word) || (titled && word === 'State')) titled = true;
      else if (
        !(match.index === 0 && from === 0 && OPENERS.has(word.toLowerCase())) &&
        !(evidence.isCommon(word) && (from > 0 || match.index === 0 || evidence.nounsHaveCapitals)) &&
        !/^\p{Lu}{2,}-\p{L}/u.test(word)
      )
        break;
    }
    const skipped = words.slice(0, from).reduce((sum, word) => sum + word.length + 1, 0);
    const name = run.slice(skipped);
    const own = words.slice(from);
    const capitals = own.filter((word) => /^\p{Lu}/u.test(word));
    if (capitals.length > 4 || capitals.some((word) => isRole(word) || NO_PERSON.has(word.toLowerCase()) || /^\p{Lu}{2,}$/u.test(word)))
      continue;
    const last = own.at(-1)!;
    if (evidence.isCommon(last) && !evidence.standsAlone(last)) continue;
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    const after = text.slice(match.index + run.length, match.index + run.length + 40);
    titled ||= /\b[Ss]ecretary of (?:State|Defense|Health)\s$/.test(before) || isRole(/(\p{L}+\.?)\s$/u.exec(before)?.[1] ?? '');
    const quoted = QUOTE_VERB.test(after) || QUOTE_BEFORE.test(before);
    if (own.length === 1 ? !titled || evidence.isCountry(name) : !(titled || quoted || AGE.test(after) || WHO.test(after))) continue;
    out.push({ text: name, start: match.index + skipped, end: match.index + run.length });
  }
  return out;
}

const EDGE = '(?<![\\u3400-\\u9fff])';
const SURNAME =
  '[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范范金石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔向汤湯习習柯赖賴欧歐]|欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|司徒';
const NO_NAME =
  /^(?:方面|白宫|白宮|高官|高层|高層|马上|馬上|江苏|江蘇|江西|金融|石油|万一|何时|任何|任务|方案|方法|程序|高度|高级|高校|白天|金额|金额|龙头|毛利|严重|莫斯科|马来西亚|钱款|许多|許多|成都|武汉|武漢|周一|周二|周三|周四|周五|周六|周日|向来|张家口|石家庄|余下|万元|江南|黄河|黃河|夏天|秦皇岛|马德里|贺信|陆续|苏州|莫过于|史上|高盛|金山)/u;
const SAID =
  '(?:在[^，。；]{0,12})?(?:还|還|也|则|則|对此|對此)?(?:向[^，。；]{0,10})?(?:说|說|表示|认为|認為|指出|称|稱|介绍|介紹|透露|强调|強調|回应|回應|告诉|告訴|坦言|写道|寫道|解释|解釋|呼吁|呼籲)';
const TITLE =
  '(?:主席|总统|總統|总理|總理|首相|部长|部長|市长|市長|省长|省長|州长|州長|县长|縣長|局长|局長|院长|院長|校长|校長|会长|會長|董事长|董事長|总裁|總裁|总经理|总监|总编辑|教授|博士|发言人|發言人|主任|书记|書記|委员|委員|议员|議員|立委|律师|律師|导演|導演|教练|教練|研究员|研究員|分析师|分析師|负责人|負責人|首席执行官|创始人|創始人|司令|法官|警长|警長)';
const HAN_GIVEN = '[\\u4e00-\\u9fff]{1,2}';
/** Each pattern's group `name` is a person. */
const HAN: readonly RegExp[] = [
  new RegExp(`(?:${EDGE}|(?<=${TITLE}))(?<name>(?:${SURNAME})${HAN_GIVEN}?)(?=(?:[（(][^）)]{1,24}[）)])?${SAID})`, 'gu'),
  new RegExp(`(?<=${TITLE})(?<name>(?:${SURNAME})${HAN_GIVEN})(?=[，。、；：（\\s]|${SAID}|(?:在|于|於|将|將|已|曾|与|與|和)[^\\s])`, 'gu'),
  new RegExp(`${EDGE}(?<name>(?:${SURNAME})[\\u4e00-\\u9fff]{0,2})(?=先生|女士|教授|博士)`, 'gu'),
  // A name of another language, its parts joined by a dot.
  /(?<name>[\u4e00-\u9fff\u30a0-\u30fa\u30fc]{1,6}(?:·[\u4e00-\u9fff\u30a0-\u30fa\u30fcA-Z]{1,6}?){1,3}?)(?=[，。、；：（()\s]|说|說|表示|称|稱|在|于|將|将|是|的)/gu,
  /(?<![\u3040-\u30ff\u3400-\u9fff])(?<name>[\u30a1-\u30fa\u30fc・]{3,14}|[\u4e00-\u9fff]{2,4})(?=氏(?:は|が|の|も|に|を|と|、)|さん(?:は|が|の|も|に|を|と|、|（|\()|容疑者|被告|大統領|首相|議員|知事|選手|監督|社長|教授)/gu,
];
const KOREAN =
  /(?<![\uac00-\ud7af])(?<name>[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진엄채원천방공현함변염여추도소석선설마길연위표명기반라왕][\uac00-\ud7af]{2})\s(?:씨|대통령|총리|장관|의원|대표|교수|위원장|시장|회장|감독|대변인|사장|원장)(?:은|는|이|가|의|도|을|를|에게|,|\s|$)/gu;
const HAN_ANY = /[\u3040-\u30ff\u3400-\u9fff]/;
const HANGUL = /[\uac00-\ud7af]/;

function readPatterns(text: string, patterns: readonly RegExp[]): Found[] {
  const out: Found[] = [];
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const name = match.groups?.name ?? '';
      if (name.length < 2 || NO_NAME.test(name)) continue;
      const start = match.index + match[0].indexOf(name);
      if (!out.some((other) => start < other.end && other.start < start + name.length))
        out.push({ text: name, start, end: start + name.length });
    }
  return out;
}

/** Whether a word with a capital may be a given name: no role, no word that people are not called by. */
export const mayBeGiven = (word: string): boolean => !isRole(word) && !NO_PERSON.has(word.toLowerCase());

/** The people that a sentence names, as far as its own words show that they are people: never a guess from a name alone. */
export function findNames({ text }: Pick<Candidate, 'text'>, evidence: NameEvidence = readNameEvidence([text], null)): readonly Found[] {
  const out = readCapitals(text, evidence);
  if (HAN_ANY.test(text)) out.push(...readPatterns(text, HAN));
  if (HANGUL.test(text)) out.push(...readPatterns(text, [KOREAN]));
  return out;
}
