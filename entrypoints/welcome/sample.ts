import type { Article } from '../../core/model/article';
import type { Thread } from '../../core/model/thread';

/** A story with its thread, and a word that some of its comments contain. */
export interface Sample {
  readonly article: Article;
  readonly thread: Thread;
  readonly word: string;
}

interface Text {
  readonly lang: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly comments: readonly (readonly [string, string])[];
  readonly word: string;
}

const ENGLISH: Text = {
  lang: 'en',
  title: 'Library keeps its night shift after a year of trial',
  paragraphs: [
    'The town library of Millbrook will stay open until midnight on weekdays, the council decided on Tuesday by eight votes to three. A one-year trial had drawn 41,000 visits after eight in the evening, twice as many as expected.',
    'The longer hours cost 96,000 a year, most of it for two additional librarians. Part of the sum comes from the university, whose students made up half of the late visitors.',
    'Three councillors voted against, arguing that the branch in the old harbour should have been repaired first. Its roof has leaked since the winter storms.',
  ],
  comments: [
    ['amber_fox', 'I finished my nursing exams there. Midnight is when the place is quiet enough to think.'],
    ['quietriver', 'Glad about the hours, but the harbour branch serves people who have no other place to go.'],
    ['dealhunter', 'Best offer of the week, click my profile for cheap tablets!!!'],
    ['old_oak', 'Half of the visitors are students, so the university should pay half of it. It pays a fifth.'],
    ['dealhunter', 'Another offer, today only: tablets and covers, see my profile.'],
  ],
  word: 'offer',
};
const SIMPLIFIED: Text = {
  lang: 'zh-CN',
  title: '试行一年后，市图书馆决定保留夜间开放',
  paragraphs: [
    '临湖市图书馆工作日将继续开放到零点，市议会周二以八票对三票通过。一年试行期间，晚八点以后的到馆人次达到四万一千，是预期的两倍。',
    '延长开放每年花费九十六万元，大部分用于增聘两名馆员。其中一部分由大学承担，夜间读者有一半是该校学生。',
    '三名议员投了反对票，认为应当先修缮老码头分馆。那里的屋顶从冬天的暴风雨以后一直漏水。',
  ],
  comments: [
    ['琥珀狐', '护理考试就是在那里复习完的，零点前后最安静。'],
    ['静河', '延长时间是好事，可是码头分馆的读者没有别的地方可去。'],
    ['天天特价', '本周最大优惠，平板电脑点我头像！！！'],
    ['老橡树', '一半读者是学生，大学就该出一半的钱，现在只出五分之一。'],
    ['天天特价', '今日优惠再来一波，平板加保护套，看我主页。'],
  ],
  word: '优惠',
};
const TRADITIONAL: Text = {
  lang: 'zh-TW',
  title: '試辦一年後，市立圖書館決定保留夜間開放',
  paragraphs: [
    '臨湖市立圖書館平日將繼續開放到午夜，市議會週二以八票對三票通過。試辦一年期間，晚間八點以後的入館人次達到四萬一千，是預期的兩倍。',
    '延長開放每年花費九十六萬元，大部分用於增聘兩名館員。其中一部分由大學負擔，夜間讀者有一半是該校學生。',
    '三名議員投下反對票，認為應當先整修老碼頭分館。那裡的屋頂從冬天的暴風雨以後一直漏水。',
  ],
  comments: [
    ['琥珀狐', '護理考試就是在那裡念完的，午夜前後最安靜。'],
    ['靜河', '延長時間是好事，可是碼頭分館的讀者沒有別的地方可去。'],
    ['天天特價', '本週最大優惠，平板電腦點我頭像！！！'],
    ['老橡樹', '一半讀者是學生，大學就該出一半的錢，現在只出五分之一。'],
    ['天天特價', '今日優惠再來一波，平板加保護套，看我首頁。'],
  ],
  word: '優惠',
};

function sampleOf({ lang, title, paragraphs, comments, word }: Text): Sample {
  const url = 'https://millbrook.example/library';
  return {
    word,
    article: {
      url,
      title,
      byline: null,
      date: null,
      dateText: null,
      site: null,
      lang,
      blocks: paragraphs.map((text) => ({ kind: 'paragraph', text, level: null })),
    },
    thread: {
      key: 'millbrook.example/library',
      url,
      title,
      site: 'millbrook.example',
      declared: null,
      adapter: null,
      reader: null,
      comments: comments.map(([name, text], index) => ({
        key: `sample-${index + 1}`,
        id: null,
        author: { name, id: null, url: null },
        text,
        date: null,
        dateText: null,
        floor: String(index + 1),
        depth: 0,
        parentKey: null,
        score: null,
        quotes: [],
        op: false,
      })),
    },
  };
}

/** The sample in the language of the UI: Chinese in both scripts, English otherwise. */
export const sampleFor = (lang: string): Sample => sampleOf(lang === 'zh-CN' ? SIMPLIFIED : lang === 'zh-TW' ? TRADITIONAL : ENGLISH);
