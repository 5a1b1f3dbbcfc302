import type { Found } from './names';

const DIGITS = '\\d{1,3}(?:[,.\u00a0\u202f’ ]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?';
const SCALE =
  '(?:hundred|thousand|million|billion|trillion|m|bn|tn|k|Tausend|Millionen|Million|Milliarden|Milliarde|Mio\\.?|Mrd\\.?|millions?|milliards?|millones|mil millones|milhões|bilhões|milioni|miliardi|miljoner|miljarder|millioner|milliarder|млн|млрд|тыс\\.?|миллионов|миллиардов|milionów|mln|mld)(?![\\p{L}])';
const COIN = '(?:US|A|C|HK|NT)?[$€£¥₩₹]';
const LATIN = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/#-])(?<coin>${COIN}\\s?)?(?<digits>${DIGITS})(?:\\s?(?<unit>%|‰|${COIN}))?(?:[ \\u00a0-]?(?<scale>${SCALE}))?(?:\\s?(?<unit2>%|€|\\$))?(?<noun>(?:[ \\u00a0](?![.,;:])[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}][\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{M}’'-]*){0,2})(?![\\p{N}:/])`,
  'gu',
);
const HAN_DIGITS = '(?:\\d{1,3}(?:[,，]\\d{3})+|\\d+)(?:\\.\\d+)?|[一二两兩三四五六七八九十百千零]{2,8}';
const HAN = new RegExp(
  `(?<![第\\dA-Za-z.:：/至到-])(?<digits>${HAN_DIGITS})\\s?(?<scale>[余多]?[万亿萬億兆千百]+[余多]?|[余多])?(?<unit>%|％|个百分点|個百分點|美元|欧元|歐元|日元|日圓|英镑|人民币|港元|新台幣|元|円|ドル|人次|名|人|位|辆|輛|个|個|家|起|件|项|項|例|条|條|座|架|艘|台|吨|噸|公里|千米|平方公里|平方米|公顷|公頃|亩|畝|所|场|場|次|倍|票|户|戶|국|명|원|개|件)(?<noun>[\\u4e00-\\u9fff]{0,6})`,
  'gu',
);
/** What follows a number that is a date, a clock, a place in a list or a stretch of time: no figure of the story's. */
const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|янва\p{L}*|февра\p{L}*|март\p{L}*|апре\p{L}*|мая|июн\p{L}*|июл\p{L}*|август\p{L}*|сентя\p{L}*|октя\p{L}*|нояб\p{L}*|дека\p{L}*|Uhr|am|pm|a\.m|p\.m|GMT|ET|BST|heures|h|часов)(?![\p{L}])/iu;
const TIME =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|Jahren?|Monaten?|Wochen?|Tagen?|Stunden?|Minuten?|ans|années|mois|semaines?|jours?|heures?|años|meses|semanas|días|horas|минут\p{L}*|лет|года?|дней|anos|dias|giorni|anni|-?year)(?![\p{L}])/iu;
const MONTH_BEFORE =
  /(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?|version|chapter|page|No\.?|Nr\.?|iPhone|Windows|iOS|Android|Kapitel|Seite|article|section|§|Part|Group|Channel|Route|Highway)\s$/iu;
const STOP =
  /^(?:and|or|of|in|on|at|to|for|from|by|with|the|a|an|that|who|which|was|were|is|are|had|have|has|as|but|per|since|after|before|und|oder|in|im|am|an|auf|aus|bei|mit|von|für|nach|vor|der|die|das|den|dem|des|ein|eine|sind|war|hat|et|ou|de|du|des|le|la|les|dans|en|sur|pour|par|à|y|o|el|los|las|del|con|por|para|que|e|i|и|в|на|с|по|из|до|für|zu|als|wie|bis|will|would|could|said|when|this|these|those|last|more|less|times|ihren|ihre|ihr|seine|seinen|diese|dieser|allerdings|auch|noch|nur|jedoch|heute|gestern|among|between|than|if|he|she|they|it|we|who|compared|growth|bu|een|seien)$/iu;

/** A number of a sentence with its unit; `worth`: how much it tells, 0 to 3; `core`: where the unit ends, what is counted may follow. */
export interface Figure extends Found {
  readonly core: number;
  readonly worth: number;
}

function readLatin(text: string): Figure[] {
  const out: Figure[] = [];
  for (const match of text.matchAll(LATIN)) {
    const { coin = '', digits = '', unit = '', unit2 = '', scale = '', noun = '' } = match.groups ?? {};
    const words = noun
      .trim()
      .split(/[ \u00a0]/)
      .filter(Boolean);
    if (MONTH.test(noun.trim()) || MONTH_BEFORE.test(text.slice(Math.max(0, match.index - 14), match.index))) continue;
    const isPercent = /^(?:per\s?cent|percent|Prozent|pour\s?cent|por\s?ciento|процент\p{L}*|procent|prosent)/iu.test(noun.trim());
    const kept: string[] = [];
    for (const word of words) {
      if (STOP.test(word)) break;
      kept.push(word);
      // The thing that is counted ends the phrase: a plural, or a German noun.
      if (/\p{Ll}s$/u.test(word) || /^\p{Lu}/u.test(word)) break;
    }
    const marked = coin !== '' || unit !== '' || unit2 !== '' || scale !== '' || isPercent;
    // A bare number of four digits is a year, a bare small one is a count only if something is counted.
    // 410,000 is no year and no place in a list, whatever stands behind it.
    const large = /\d[,.\u00a0\u202f’ ]\d{3}/.test(digits) || /^\d{5,}$/.test(digits);
    if (!marked && !large && (kept.length === 0 || TIME.test(kept[0]!) || /^(?:1[5-9]|20)\d\d$/.test(digits))) continue;
    if (!marked && /^\p{Lu}/u.test(kept[0]!) && /^\d{1,2}$/.test(digits) && text[match.index + match[0].length] === undefined) continue;
    if (!marked && Number.parseFloat(digits) < 3) continue;
    const counted = scale !== '' && coin === '' && unit2 === '' ? kept.slice(0, 1) : [];
    const percent = words.slice(0, /^(?:per|pour|por)$/iu.test(words[0] ?? '') ? 2 : 1);
    const tail = large && kept.length > 0 && TIME.test(kept[0]!) ? [] : isPercent ? percent : marked ? counted : kept;
    const whole = match[0];
    const nounAt = whole.length - noun.length;
    const end = tail.length === 0 ? nounAt : whole.indexOf(tail.at(-1)!, nounAt) + tail.at(-1)!.length;
    const written = whole.slice(0, end).trimEnd();
    out.push({
      text: written,
      start: match.index,
      end: match.index + written.length,
      core: match.index + written.length,
      worth: marked ? 2 : Number(digits.replace(/\D/g, '')) >= 10 ? 1.5 : 1,
    });
  }
  return out;
}

const WORDS =
  /(?<![\p{L}-])(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:two|three|four|five|six|seven|eight|nine)\s(?:hundred|thousand|dozen)|(?:a|one)\s(?:hundred|thousand|dozen))(?<noun>(?:\s(?!of\s|in\s|and\s|or\s|to\s|the\s|at\s|on\s)[\p{Ll}-]+){0,1}\s[\p{Ll}-]{3,}s)(?![\p{L}])/giu;

/** English counts in words: "nine votes", "fourteen river sensors". Stretches of time tell of no figure. */
function readWords(text: string): Figure[] {
  return [...text.matchAll(WORDS)].flatMap((match) => {
    const noun = match.groups?.noun?.trim().split(' ').at(-1) ?? '';
    const end = match.index + match[0].length;
    return TIME.test(noun) || /^(?:was|has|is|does|this|his|its|as|times|others)$/i.test(noun)
      ? []
      : [{ text: match[0], start: match.index, end, core: end, worth: 1 }];
  });
}

const HAN_STOP = /[的了在是和与與及或中将將被由於于已也为為以从從到，。]/u;

function readHan(text: string): Figure[] {
  const out: Figure[] = [];
  for (const match of text.matchAll(HAN)) {
    const { digits = '', scale = '', unit = '', noun = '' } = match.groups ?? {};
    const money = /[元円镑%％点點幣币ドル원]/u.test(unit);
    if (scale === '' && !money && /^\d$/.test(digits) && Number(digits) < 3) continue;
    const stop = HAN_STOP.exec(noun)?.index ?? Math.min(noun.length, 4);
    const kept = money ? '' : noun.slice(0, Math.min(stop, 4));
    const end = match[0].length - noun.length + kept.length;
    out.push({
      text: match[0].slice(0, end),
      start: match.index,
      end: match.index + end,
      core: match.index + match[0].length - noun.length,
      worth: money || scale !== '' ? 2 : 1.5,
    });
  }
  return out;
}

/** The numbers of a sentence that measure or count something, with their unit. No dates, clocks, years or bare digits. */
export function findNumbers({ text }: { readonly text: string }): readonly Figure[] {
  const out = [...(/[\d一二两兩三四五六七八九十]/.test(text) ? [...readHan(text), ...readLatin(text)] : []), ...readWords(text)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  return out.filter(
    (one, i) => !out.some((other, k) => k !== i && other.start <= one.start && other.end >= one.end && (other.end > one.end || k < i)),
  );
}
