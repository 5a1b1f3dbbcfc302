/** Code units looked at: enough to tell a language, few enough to stay far below the cost of a word pass. */
const SAMPLE = 2000;

// Characters that exist in one of the two Chinese scripts only and are not Japanese shinjitai.
const SIMPLIFIED = new Set(
  '们这说对过发经动时现进开问还实关见长门东车军农业产书头买卖华单卫专严丽乐习乡云亲仅从众优传伤伦伟侧侨俩债倾偿储儿兰兴养冈冯冲决况冻净减凤击刘则刚创删别办劝务势协卢却厂厅历厉压县变叶听启吗员呜响哟唤团园围图圆场坏块坚坛垄处备够夺奋妇妈娱孙宁宝审宪宫宽宾寻导尘尝层岁岂岗岛峡帅师带帮庆庐库应庙废张弹强归录忆怀态总恶悬惊惯愿战扑执扩扫扬扰护报担拥择挂挡挤挥损换据掷摄摆撑无显晓术机杀杂权杨极构枪柜标栈树样桥档梦检楼欢欧歼残毁毕气汇汉汤沟没沦沪泪泽洁浅测济浓涌涛润涨渐温湿满滚滞滥灭灵炉炼烂烟烦热爱爷牵狭猎玛环电疗疮疯盐监盖盘矿码砖确碍祸离积称税稳穷窃竞笔签简粮紧纠红约级纪纯纲纳纵纷纸纽线练组细终绍结给络绝统继绩续维绵综绿编缘缩网罗罚罢职联肃肠肤肾胁胆胜脑脚脱脸节芦苏苹范茎荐荣药获莱营萧蓝虑虽蚀补装观规视览觉触订认讨让训议讯记讲许论设访证评识诉词译试诗诚话诞询该详语误请诸读课谁调谈谋谓谢谣谦贝负财责败货质贩购贯贴贵贷贸费贺贾资赏赔赖赚赛赞赵趋跃践踪转轮软轰轻载较辅辆辉输辑边达迁迈运远违连迟适选递逻遗邓邮邻郑酿释针钓钟钢钱铁铃铜铭银销锁错键镇镜闪闭间闹闻阅阔队阳阴阵阶际陆陈险隐难雾韩页顶项顺须顾顿预领频题颜额风飞饭饮饰馆马驱驶驻驾验骂骗鱼鲁鲜鸟鸡鸣麦黄齐龙龟',
);
const TRADITIONAL = new Set(
  '們這說對過發經動時現進開問還實關見長門東車軍農業產書頭買賣華單衛專嚴麗樂習鄉雲親僅從眾優傳傷倫偉側僑倆債傾償儲兒蘭興養岡馮衝決況凍淨減鳳擊劉則剛創刪別辦勸務勢區醫協盧卻廠廳歷厲壓縣參雙變葉號聽啟嗎員嗚響喚團園圍圖圓場壞塊堅壇壟處備復夠奪奮婦媽娛孫學寧寶審憲宮寬賓尋導壽爾塵嘗層屬歲豈崗島峽帥師帶幫慶廬庫應廟廢張彈強歸當錄憶懷態總戀惡懸驚慣願戰撲執擴掃揚擾護報擔擁擇掛擋擠揮損換據擲攝擺撐數斷無舊顯曉術機殺雜權條來楊極構槍櫃標棧樹樣橋檔夢檢樓歡歐殲殘毀畢氣匯漢湯溝淪滬淚澤潔淺測濟濃湧濤潤漲漸溫灣濕滿滾滯濫滅燈靈爐點煉爛煙煩熱愛爺牽獨狹獵瑪環電畫療瘡瘋鹽監蓋盤礦碼磚確礙禮禍離種積稱稅穩窮竊競筆簽簡糧緊糾紅約級紀純綱納縱紛紙紐線練組細終紹結給絡絕統繼績續維綿綜綠編緣縮網羅罰罷職聯肅腸膚腎脅膽勝腦腳脫臉節蘆蘇蘋範莖薦榮藥獲萊營蕭藍慮雖蝕補裝觀規視覽覺觸訂認討讓訓議訊記講許論設訪證評識訴詞譯試詩誠話誕詢該詳語誤請諸讀課誰調談謀謂謝謠謙貝負財責敗貨質販購貫貼貴貸貿費賀賈資賞賠賴賺賽贊趙趨躍踐蹤轉輪軟轟輕載較輔輛輝輸輯邊達遷邁運遠違連遲適選遞邏遺鄧郵鄰鄭釀釋裡針釣鐘鋼錢鐵鈴銅銘銀銷鎖錯鍵鎮鏡閃閉間鬧聞閱闊隊陽陰陣階際陸陳險隨隱難霧靜韓頁頂項順須顧頓預領頻題顏額風飛飯飲飾館馬驅駛駐駕驗罵騙魚魯鮮鳥雞鳴麥黃齊龍龜為與個國會後於',
);

/** The commonest words of each language, those first that its neighbours do not share. Space-separated, lower case. */
export const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to is that in it was for with you this are have not be they but what from',
  de: 'der die und das ist nicht ein eine mit auf für von den dem zu sich auch wird sind im nach war am bei hatte wir ich aus oder aber nichts das er',
  fr: 'le la les des et est une dans pour que qui pas sur au avec ce du sont par plus',
  es: 'el la los las que en y por con para una no es se del como su más pero lo',
  pt: 'o os que não uma para com em do da no na se por mais como dos foi ao é',
  it: 'il che di la non una per con del della sono gli nel anche più è le si alla ha',
  nl: 'de het een en van niet dat op voor met zijn is aan ook naar bij maar wordt te hij',
  sv: 'och att det som en är på för av inte med har till den om ett jag vi så kan',
  da: 'og at det er en til på som med af for ikke har den der et jeg fra ud kan',
  no: 'og at det er en til på som med av for ikke har den et jeg fra ut kan etter',
  fi: 'ja on ei se että hän oli mutta kun niin myös tai ovat joka sen ole kuin jos',
  pl: 'i w na nie się z do to że jest jak o po co ale od przez dla za są',
  cs: 'a je se na v že to s z do jako i pro ale jsem ve by tak po si',
  sk: 'a je sa na v že to s z do ako aj pre ale som vo by tak po si',
  hu: 'a az és hogy nem egy is ez meg de van csak volt még már azt el ha mint',
  ro: 'și în de la cu nu că este pe o un mai din pentru care sunt a fost dar',
  tr: 've bir bu için da de ile çok ne daha olarak gibi ama değil var en kadar sonra',
  id: 'yang dan di ini itu dengan untuk tidak dari dalam akan pada juga ke ada saya karena kami',
  vi: 'và của là có không cho được một trong những với các này người khi để đã tôi',
  ca: 'el la els les que i de en un una per amb no és del dels al va més com',
  hr: 'i je u na da se za su od s ne kao što to o ali koji iz bi samo',
  et: 'ja on ei et see oli ka kui mis oma ning aga ta selle nii siis või ma',
  lt: 'ir yra kad į su tai bet iš ne apie kaip buvo dėl jau ar jo per nuo',
  lv: 'un ir ka ar no par uz tas kas bet kā lai arī nav pie vai tika bija',
};
const LATIN = new Map<string, string[]>();
for (const [lang, list] of Object.entries(STOP_WORDS))
  for (const word of new Set(list.split(' '))) LATIN.set(word, [...(LATIN.get(word) ?? []), lang]);

type Script = 'latin' | 'han' | 'kana' | 'hangul' | 'cyrillic' | 'arabic' | 'other';
// [first, last, language]: scripts that stand for one language each, as far as a reader's page is concerned.
const SINGLE: readonly (readonly [number, number, string])[] = [
  [0x370, 0x3ff, 'el'],
  [0x530, 0x58f, 'hy'],
  [0x590, 0x5ff, 'he'],
  [0x900, 0x97f, 'hi'],
  [0x980, 0x9ff, 'bn'],
  [0xa00, 0xa7f, 'pa'],
  [0xa80, 0xaff, 'gu'],
  [0xb80, 0xbff, 'ta'],
  [0xc00, 0xc7f, 'te'],
  [0xc80, 0xcff, 'kn'],
  [0xd00, 0xd7f, 'ml'],
  [0xd80, 0xdff, 'si'],
  [0xe00, 0xe7f, 'th'],
  [0xe80, 0xeff, 'lo'],
  [0xf00, 0xfff, 'bo'],
  [0x1000, 0x109f, 'my'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1200, 0x139f, 'am'],
  [0x1780, 0x17ff, 'km'],
  [0x1800, 0x18af, 'mn'],
];

function scriptOf(code: number): Script | string | null {
  if (code < 0x41) return null;
  if (code < 0x250) return code < 0x5b || (code > 0x60 && code < 0x7b) || (code >= 0xc0 && code !== 0xd7 && code !== 0xf7) ? 'latin' : null;
  if ((code >= 0x4e00 && code < 0xa000) || (code >= 0x3400 && code < 0x4dc0) || (code >= 0xd840 && code <= 0xd87f)) return 'han';
  if (code >= 0x3040 && code < 0x3100) return code === 0x30fb || code === 0x30fc ? null : 'kana';
  if ((code >= 0xac00 && code < 0xd7b0) || (code >= 0x1100 && code < 0x1200)) return 'hangul';
  if (code >= 0x400 && code < 0x530) return 'cyrillic';
  if (code >= 0x600 && code < 0x780) return 'arabic';
  if (code >= 0x1e00 && code < 0x1f00) return 'latin';
  for (const [first, last, lang] of SINGLE) if (code >= first && code <= last) return lang;
  return null;
}

function guessLatin(text: string): string | null {
  const votes = new Map<string, number>();
  let seen = 0;
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    seen++;
    const langs = LATIN.get(word);
    if (langs) for (const lang of langs) votes.set(lang, (votes.get(lang) ?? 0) + 1 / Math.sqrt(langs.length));
  }
  let best: string | null = null;
  let top = 0;
  for (const [lang, count] of votes)
    if (count > top) {
      top = count;
      best = lang;
    }
  // Two stop words, and at least one word in fourteen: names, code and slogans are no language.
  return top >= 1.4 && top / seen >= 0.07 ? best : null;
}

function guessCyrillic(text: string): string {
  if (/[іїєґ]/i.test(text)) return /[ыэёў]/i.test(text) && /ў/i.test(text) ? 'be' : 'uk';
  if (/[љњћђџј]/i.test(text)) return /[ѓќѕ]/i.test(text) ? 'mk' : 'sr';
  return /[ыэё]/i.test(text) || !/ъ[^еёюя]/i.test(text) ? 'ru' : 'bg';
}

function guessArabic(text: string): string {
  if (/[ٹڈڑںے]/.test(text)) return 'ur';
  return /[پچژگکی]/.test(text) ? 'fa' : 'ar';
}

/**
 * Guesses the language of a text from its script, Chinese scripts from their characters, and Latin, Cyrillic and Arabic
 * languages from common words and letters. Gives a BCP 47 tag (`zh-Hans`, `zh-Hant` or `zh` where nothing tells the scripts
 * apart), null if the text is too short or foreign to tell. Looks at the first 2,000 code units. Never throws.
 */
export function guessLanguage(text: string): string | null {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  const counts = new Map<string, number>();
  let simplified = 0;
  let traditional = 0;
  let bopomofo = false;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code >= 0x3105 && code <= 0x312f) bopomofo = true;
    const script = scriptOf(code);
    if (script === null) continue;
    counts.set(script, (counts.get(script) ?? 0) + 1);
    if (script !== 'han') continue;
    const char = sample[i]!;
    if (SIMPLIFIED.has(char)) simplified += TRADITIONAL.has(char) ? 0 : 1;
    else if (TRADITIONAL.has(char)) traditional++;
  }
  const count = (script: string) => counts.get(script) ?? 0;
  const han = count('han');
  const kana = count('kana');
  const hangul = count('hangul');
  // A Chinese or Japanese character says about as much as three Latin letters.
  const cjk = 3 * (han + kana + hangul);
  let best = '';
  let top = 0;
  let all = cjk;
  for (const [script, n] of counts) {
    if (script === 'han' || script === 'kana' || script === 'hangul') continue;
    all += n;
    if (n > top) {
      top = n;
      best = script;
    }
  }
  if (all === 0) return null;
  if (cjk >= top) {
    if (hangul > han + kana) return 'ko';
    // Chinese text quotes a kana now and then (の as decoration); Japanese is never under a tenth kana.
    if (kana > 0.1 * (han + kana)) return 'ja';
    if (simplified === traditional) return bopomofo ? 'zh-Hant' : 'zh';
    return simplified > traditional ? 'zh-Hans' : 'zh-Hant';
  }
  if (best === 'latin') return guessLatin(sample);
  if (best === 'cyrillic') return guessCyrillic(sample);
  return best === 'arabic' ? guessArabic(sample) : best;
}
