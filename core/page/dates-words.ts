/** Month names as pages write them, lower case, without the final dot, January first. Languages share a row; a name that two months claim is left out. */
const MONTH_NAMES: readonly string[] = [
  'january jan januar jänner janvier janv enero ene janeiro gennaio gen januari janua january stycznia styczeń sty января янв январь январі січня січ ocak oca leden ledna led január jan tammikuuta tammikuu tammi januar ianuarie ian ιανουαρίου ιανουάριος ιαν јануар siječnja januára yanvar januarja ιαν يناير ינואר जनवरी มกราคม ม.ค januarij',
  'february feb februar febr février févr fév fevrier febrero fevereiro fev febbraio februari lutego luty lut февраля фев февраль февр лютого лют şubat şub únor února únorа úno február helmikuuta helmikuu helmi februarie φεβρουαρίου φεβρουάριος φεβ фебруар veljače februára فبراير פברואר फ़रवरी फरवरी กุมภาพันธ์ ก.พ',
  'march mar märz mär mrz mars marzo março marco mar maart mrt marca marzec марта мар март березня бер mart březen března bře március márc maaliskuuta maaliskuu maalis martie μαρτίου μάρτιος μαρ ožujka мартa مارس מרץ मार्च มีนาคม มี.ค',
  'april apr avril avr abril abr aprile kwietnia kwiecień kwi апреля апр апрель квітня кві nisan nis duben dubna dub április ápr huhtikuuta huhtikuu huhti aprilie απριλίου απρίλιος απρ април travnja apríla أبريل ابريل אפריל अप्रैल เมษายน เม.ย',
  'may mai mayo maio maggio mag mei maja maj мая май травня тра mayıs květen května kvě május máj toukokuuta toukokuu touko μαΐου μάιος μαϊ мај svibnja mája مايو מאי मई พฤษภาคม พ.ค',
  'june jun juni juin junio junho giugno giu czerwca czerwiec cze июня июн июнь червня чер haziran haz červen června čvn június jún kesäkuuta kesäkuu kesä iunie iun ιουνίου ιούνιος ιουν јун lipnja júna يونيو יוני जून มิถุนายน มิ.ย',
  'july jul juli juillet juil julio julho luglio lug lipca lipiec lip июля июл июль липня лип temmuz tem červenec července čvc július júl heinäkuuta heinäkuu heinä iulie iul ιουλίου ιούλιος ιουλ јул srpnja júla يوليو יולי जुलाई กรกฎาคม ก.ค',
  'august aug août aout agosto ago augustus sierpnia sierpień sie августа авг август серпня сер ağustos ağu srpen srpna srp augusztus elokuuta elokuu elo αυγούστου αύγουστος αυγ август kolovoza augusta أغسطس אוגוסט अगस्त สิงหาคม ส.ค',
  'september sep sept septembre septiembre setiembre setembro set settembre września wrzesień wrz сентября сен сентябрь сент вересня вер eylül eyl září zář szeptember szept syyskuuta syyskuu syys septembrie σεπτεμβρίου σεπτέμβριος σεπ септембар rujna septembra سبتمبر ספטמבר सितंबर सितम्बर กันยายน ก.ย',
  'october oct oktober okt octobre octubre outubro out ottobre ott października październik paź октября окт октябрь жовтня жов ekim eki říjen října říj október lokakuuta lokakuu loka octombrie οκτωβρίου οκτώβριος οκτ октобар listopada októbra أكتوبر اكتوبر אוקטובר अक्टूबर ตุลาคม ต.ค',
  'november nov novembre noviembre novembro listopad lis ноября ноя ноябрь нояб листопада лис kasım kas listopadu marraskuuta marraskuu marras noiembrie noi νοεμβρίου νοέμβριος νοε новембар studenoga novembra نوفمبر נובמבר नवंबर नवम्बर พฤศจิกายน พ.ย',
  'december dec dez dezember décembre déc decembre diciembre dic dezembro dicembre grudnia grudzień gru декабря дек декабрь грудня гру aralık ara prosinec prosince pro joulukuuta joulukuu joulu decembrie δεκεμβρίου δεκέμβριος δεκ децембар prosinca decembra ديسمبر דצמבר दिसंबर दिसम्बर ธันวาคม ธ.ค',
];

/** Months of the Persian solar calendar, from Farvardin. */
const JALALI_NAMES = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ');

/** Month number (1–12) of a lower-case name without its final dot. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, i) => names.split(' ').map((name): [string, number] => [name, i + 1])),
);

/** Month number (1–12) of a Persian month name. */
export const JALALI_MONTHS: ReadonlyMap<string, number> = new Map(JALALI_NAMES.map((name, i) => [name, i + 1]));

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MONTH = 30.44 * DAY;
const YEAR = 365.25 * DAY;

const UNIT_NAMES: readonly (readonly [number, string])[] = [
  [
    SECOND,
    's sec secs second seconds sekunde sekunden seconde secondes segundo segundos secondo secondi sekund sekundy секунд секунды секунду сек saniye sekunnin sekunder seconden giây detik 秒 秒鐘 秒钟 초 ثانیه ثانية วินาที',
  ],
  [
    MINUTE,
    'm min mins minute minutes minuten minuto minutos minuti minut minuty minutę мин минут минуты минуту dakika minuuttia minuutin minuter minutter minuut phút menit 分 分钟 分鐘 分間 분 دقیقه دقيقة דקות นาที хвилин',
  ],
  [
    HOUR,
    'h hr hrs hour hours stunde stunden std heure heures hora horas ora ore godzin godziny godzinę час часа часов ч saat tunti tuntia tunnin timmar timme timer time uur giờ jam 小时 小時 时 時間 时间 个小时 個小時 시간 ساعت ساعة שעות ชั่วโมง годин',
  ],
  [
    DAY,
    'd day days tag tage tagen jour jours día días dia dias giorno giorni dni dzień день дня дней дн gün päivää päivän dagar dag dage dager dagen ngày hari 天 日 日間 일 روز يوم أيام ימים วัน днів',
  ],
  [
    WEEK,
    'w wk week weeks woche wochen semaine semaines semana semanas settimana settimane tydzień tygodnie tygodni неделя недели недель неделю нед hafta viikko viikkoa vecka veckor uke uker uge uger weken tuần minggu 周 週 週間 星期 个星期 個星期 주 هفته أسبوع שבועות สัปดาห์',
  ],
  [
    MONTH,
    'mo mon mos month months monat monate monaten mois mes meses mês mese mesi miesiąc miesiące miesięcy месяц месяца месяцев мес ay kuukausi kuukautta månad månader måned måneder maand maanden tháng bulan 个月 個月 月 ヶ月 か月 カ月 ヵ月 개월 달 ماه شهر أشهر חודשים เดือน місяців',
  ],
  [
    YEAR,
    'y yr yrs year years jahr jahre jahren an ans année années año años ano anos anno anni rok lat lata год года лет г yıl vuosi vuotta år jaar jaren năm tahun 年 年間 년 سال سنة سنوات שנים ปี років',
  ],
];

/** Milliseconds of a unit word, lower case. Months and years are means. */
export const UNITS: ReadonlyMap<string, number> = new Map(
  UNIT_NAMES.flatMap(([ms, names]) => names.split(' ').map((name): [string, number] => [name, ms])),
);

/** Words that mean "one" before a unit. */
export const ONE = /^(?:an?|one|eine[rmn]?|une?|una?|um|uma|en|ett|et|een|один|одну|một|bir|半)$/;

/** Whole days back from now that a word names. */
export const DAY_WORDS: ReadonlyMap<string, number> = new Map(
  [
    "today heute hoy hoje oggi aujourd’hui aujourd'hui сегодня сьогодні dziś dzisiaj bugün idag vandaag dnes ma tänään 今天 今日 오늘 امروز اليوم היום hôm",
    'yesterday gestern ayer ontem ieri hier вчера вчора wczoraj dün igår gisteren včera tegnap eilen 昨天 昨日 어제 دیروز أمس אתמול',
    'vorgestern anteayer anteontem позавчера przedwczoraj eergisteren 前天 前日 一昨日 그저께 おととい',
  ].flatMap((names, i) => names.split(' ').map((name): [string, number] => [name, i])),
);

/** Whole phrases that mean this very moment. */
export const JUST_NOW =
  /^(?:just now|now|moments? ago|a few seconds ago|gerade eben|à l[’']instant|ahora mismo|agora mesmo|adesso|только что|przed chwilą|şimdi|刚刚|剛剛|刚才|剛才|たった今|방금|지금|همین الان|الآن)$/i;

/** Hours to add to a local time to reach UTC, negated: the offset of zone names that pages print. Ambiguous names (IST, CST in Chinese) are left out. */
export const ZONES: ReadonlyMap<string, number> = new Map([
  ['utc', 0],
  ['gmt', 0],
  ['z', 0],
  ['wet', 0],
  ['bst', 1],
  ['west', 1],
  ['cet', 1],
  ['mez', 1],
  ['cest', 2],
  ['mesz', 2],
  ['eet', 2],
  ['eest', 3],
  ['msk', 3],
  ['est', -5],
  ['edt', -4],
  ['cdt', -5],
  ['mst', -7],
  ['mdt', -6],
  ['pst', -8],
  ['pdt', -7],
  ['jst', 9],
  ['kst', 9],
  ['hkt', 8],
  ['sgt', 8],
  ['aest', 10],
  ['aedt', 11],
  ['nzst', 12],
  ['nzdt', 13],
]);
