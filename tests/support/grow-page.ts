import type { CommentRecord } from '../../core/page/record';

/** Comments that a grown page has at least: a small page, but no longer one of two comments. */
const ENOUGH = 10;

const NAMES = {
  latin:
    'marlin birchwood otto_v sandpiper Quillon lumen kestrel72 Ash tinker hollyhock Bram oxbow nightjar Petra_K rowan saltmarsh Finch dovetail Merle juniper'.split(
      ' ',
    ),
  han: '青山 半夏 老木匠 渡口 听雨 麦田 阿远 北窗 石榴 竹影 海盐 秋分 木棉 小满 白露 渔火 长亭 山月 苔痕 远帆'.split(' '),
  hangul: '바람 새벽 은하 들꽃 소나무 하늘이 달빛 도토리 물결 산책 여름비 감자 구름이 솔방울 조약돌 단풍 나루 봄볕 까치 노을'.split(' '),
};
const WORDS = {
  latin: [
    'I tried this last weekend and it held up far better than I had expected.',
    'Does anyone know whether the older version behaves the same way?',
    'Not for me.',
    'We had the same trouble at home for years, until a neighbour showed us that the valve was mounted the wrong way round. After that it never leaked again, and the bill went down too.',
    'Thanks, that helped a lot!',
    'The second point is the important one, and hardly anybody mentions it.',
    'Where did you buy yours?',
    'Honestly, I would wait a month. Prices tend to drop after the fair, and the first batch always has small faults.',
    'Same here, since Tuesday.',
    'My grandfather used beeswax for that and swore by it. Slow, but it lasts.',
    'That depends on how much room you have. In a small flat I would take the folding one, in a house the heavy one.',
    'Good question, no idea.',
  ],
  han: [
    '上周末试了一下,比我想的要好用得多。',
    '有人知道旧版本是不是也这样吗?',
    '不太适合我。',
    '我们家也遇到过同样的问题,折腾了好几年,后来邻居说阀门装反了,换过来之后就再也没漏过水,水费也少了。',
    '谢谢,很有帮助!',
    '第二点才是关键,可惜没什么人提到。',
    '请问在哪里买的?',
    '说实话我会再等一个月,展会之后一般都会降价,而且第一批总有些小毛病。',
    '我也是,从星期二开始的。',
    '爷爷以前都用蜂蜡,慢是慢点,但是耐用。',
    '要看地方大不大。小房子用折叠的,大房子用重的那种。',
    '好问题,不知道。',
  ],
  hangul: [
    '지난 주말에 해 봤는데 생각보다 훨씬 좋네요.',
    '예전 버전도 똑같은지 아시는 분 계신가요?',
    '저한테는 별로예요.',
    '저희 집도 몇 년 동안 같은 문제로 고생했는데 이웃이 밸브를 거꾸로 달았다고 알려 줘서 바꾼 뒤로는 한 번도 새지 않았어요.',
    '감사합니다, 도움이 됐어요!',
    '두 번째가 핵심인데 아무도 말하지 않더라고요.',
    '어디서 사셨어요?',
    '솔직히 한 달만 더 기다리세요. 박람회가 끝나면 값이 내려갑니다.',
    '저도요, 화요일부터 그래요.',
    '할아버지는 밀랍을 쓰셨는데 느려도 오래 가요.',
    '자리가 얼마나 넓은지에 달렸죠. 작은 집이면 접이식이 나아요.',
    '좋은 질문이네요, 모르겠어요.',
  ],
};
type Script = keyof typeof NAMES;

/** What stands around comments on most pages: ways to other pages, other stories with dates, a foot. */
const AROUND = {
  latin: {
    nav: ['Home', 'News', 'Forum', 'Help', 'Log in'],
    head: 'How a small workshop keeps its tools alive',
    story: [
      'The workshop at the end of the lane has been open since the spring of 1974, and most of what stands in it is older than its owner.',
      'Every tool hangs where it was hung on the first day. The planes are oiled on Mondays, the saws are set on Fridays, and nothing is lent to anybody who does not bring it back clean.',
      'Next year the lease ends. The town wants to build flats there, and the owner does not know yet where the benches will go.',
    ],
    aside: 'Related',
    others: [
      'Ten gardens that need no water at all',
      'The last ferry of the season leaves on Sunday',
      'Why bread went up again this autumn',
    ],
    foot: 'About us · Contact · Terms of use',
  },
  han: {
    nav: ['首页', '新闻', '论坛', '帮助', '登录'],
    head: '一家小作坊怎样让工具保持锋利',
    story: [
      '巷子尽头的作坊从一九七四年春天开到现在,里面大多数东西都比主人年纪大。',
      '每件工具都挂在第一天挂的地方。刨子星期一上油,锯子星期五校齿,谁不擦干净还回来,就再也借不到。',
      '明年租约到期,镇上要在那里盖楼,主人还不知道那些工作台该搬到哪里去。',
    ],
    aside: '相关阅读',
    others: ['十座完全不用浇水的花园', '本季最后一班渡轮星期天开出', '今年秋天面包为什么又涨价了'],
    foot: '关于我们 · 联系方式 · 使用条款',
  },
  hangul: {
    nav: ['홈', '뉴스', '게시판', '도움말', '로그인'],
    head: '작은 공방이 연장을 지키는 법',
    story: [
      '골목 끝의 공방은 1974년 봄부터 문을 열었고, 안에 있는 것은 대부분 주인보다 나이가 많다.',
      '연장은 모두 첫날 걸린 자리에 걸려 있다. 대패는 월요일에 기름칠하고 톱은 금요일에 날을 세운다.',
      '내년이면 계약이 끝난다. 마을은 그 자리에 집을 짓고 싶어 하고, 주인은 작업대를 어디로 옮길지 아직 모른다.',
    ],
    aside: '관련 글',
    others: ['물을 주지 않아도 되는 정원 열 곳', '올해 마지막 배는 일요일에 떠난다', '올가을 빵값이 또 오른 까닭'],
    foot: '소개 · 연락처 · 이용 약관',
  },
};

const scriptOf = (lang: string): Script => (lang.startsWith('ko') ? 'hangul' : /^(?:zh|ja)/.test(lang) ? 'han' : 'latin');

/**
 * Makes the few comments of a fixture page a page as one meets them: its records are repeated in their own markup, each time with other
 * names, words, ids and times of day, and the ways, other stories and foot of a page are put around them (a story too, unless the page's
 * own first post is among them). Changes `document`. False, and nothing is changed, when the records are no siblings of one tree.
 */
export function growPage(document: Document, records: readonly CommentRecord[]): boolean {
  const nodes = records.flatMap((record) => record.nodes);
  const siblings = new Set(nodes.map((node) => node.parentNode)).size === 1;
  const repeated = siblings ? records : records.filter((record) => !record.op);
  const block = blockOf(repeated.flatMap((record) => record.nodes));
  if (!block || !document.contains(block[0]!)) return false;
  const script = scriptOf(document.documentElement.lang);
  const rounds = Math.ceil(ENOUGH / repeated.length) - 1;
  let behind: Node = block.at(-1)!;
  for (let round = 1; round <= rounds; round++) {
    const copies = block.map((node) => node.cloneNode(true));
    for (const copy of copies) {
      vary(copy, { repeated, round, script });
      behind.parentNode!.insertBefore(copy, behind.nextSibling);
      behind = copy;
    }
  }
  surround(document, script, !records.some((record) => record.op) || records.length === repeated.length);
  return true;
}

/** The nodes between the first and the last record, in the innermost element that holds all. */
function blockOf(nodes: readonly Node[]): Node[] | null {
  let holder = nodes[0]?.parentNode ?? null;
  while (holder && !nodes.every((node) => holder!.contains(node))) holder = holder.parentNode;
  if (!holder || nodes.includes(holder)) return null;
  const all = [...holder.childNodes];
  const held = all.map((child) => nodes.some((node) => child.contains(node)));
  return all.slice(held.indexOf(true), held.lastIndexOf(true) + 1);
}

interface Change {
  readonly repeated: readonly CommentRecord[];
  readonly round: number;
  readonly script: Script;
}

function vary(copy: Node, { repeated, round, script }: Change): void {
  const names = [...new Set(repeated.map((record) => record.authorName).filter((name) => name !== ''))].sort((a, b) => b.length - a.length);
  // One name for several people is how a board without names calls them.
  if (names.length === 1 && repeated.length > 1) names.pop();
  const ids = repeated.map((record) => record.id ?? '');
  const other = (i: number) => NAMES[script][((round - 1) * names.length + i) % NAMES[script].length]!;
  const renamed = (value: string) =>
    names.reduce((text, name, i) => (name.length > 1 || text.trim() === name ? text.split(name).join(other(i)) : text), value);
  const words = WORDS[script];
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  const spoken = new Set<number>();
  for (
    let text = copy.nodeType === 3 ? (copy as Text) : (walker.nextNode() as Text | null);
    text;
    text = walker.nextNode() as Text | null
  ) {
    const value = text.data.trim();
    if (value === '') continue;
    const said = repeated.findIndex(
      (record, i) => !spoken.has(i) && (record.text === value || (value.length > 3 && record.text.includes(value))),
    );
    if (said >= 0) {
      spoken.add(said);
      text.data = text.data.replace(value, words[(round * repeated.length + said * 5) % words.length]!);
      continue;
    }
    const floor = repeated.find((record) => record.floor && new RegExp(`^\\D{0,6}${record.floor}\\D{0,6}$`).test(value))?.floor;
    const score = repeated.find((record) => record.score !== null && value === String(record.score))?.score;
    if (floor && /^\d+$/.test(floor)) text.data = text.data.replace(floor, String(Number(floor) + round * repeated.length));
    else if (score !== undefined && score !== null) text.data = text.data.replace(value, String(score + ((round * 7) % 11)));
    else text.data = later(renamed(text.data), round);
  }
  const elements = copy instanceof Element ? [copy, ...copy.querySelectorAll('*')] : [];
  for (const { attributes } of elements)
    for (const attribute of attributes) {
      const { name, value } = attribute;
      const id = ids.findIndex((one) => value === one || (one.length > 1 && value.includes(one)));
      if (id >= 0 && ids[id] !== '') attribute.value = renamed(value.replace(ids[id]!, anotherId(ids[id]!, id, round)));
      else if (name === 'class' || name === 'style' || name === 'src') continue;
      else if (/^\d{4}-\d\d-\d\d|\d\d:\d\d/.test(value)) attribute.value = later(value, round);
      else if (name === 'id' || name === 'href' || name === 'name' || name === 'for' || name.startsWith('data-') || /id$/.test(name))
        attribute.value = renumbered(renamed(value), round);
      else attribute.value = renamed(value);
    }
}

/** Another id of the same make, the same for all that names it in this round. */
const anotherId = (id: string, i: number, round: number) =>
  /^\d+$/.test(id)
    ? String(Number(id) + round * 10 ** Math.max(1, Math.min(id.length - 1, 6)))
    : `${(round + 9).toString(16)}${i.toString(16)}${id.slice(2)}`;

/** Numbers of two digits and more with a round added: those of people, of anchors. */
const renumbered = (value: string, round: number) =>
  value.replace(/\d{2,12}/g, (digits) => String(Number(digits) + round * 10 ** Math.min(digits.length - 1, 6)));

const later = (value: string, round: number) =>
  value.replace(/\b(\d\d):(\d\d)\b/, (_, hour: string, minute: string) => {
    const sum = Number(hour) * 60 + Number(minute) + round * 47;
    return `${String(Math.floor(sum / 60) % 24).padStart(2, '0')}:${String(sum % 60).padStart(2, '0')}`;
  });

function surround(document: Document, script: Script, story: boolean): void {
  const { nav, head, story: paragraphs, aside, others, foot } = AROUND[script];
  const make = (tag: string, ...inner: (Node | string)[]) => {
    const element = document.createElement(tag);
    element.append(...inner);
    return element;
  };
  const link = (text: string, i: number) => {
    const a = make('a', text);
    a.setAttribute('href', `/way/${i}`);
    return a;
  };
  document.body.prepend(
    make('nav', make('ul', ...nav.map((text, i) => make('li', link(text, i))))),
    ...(story ? [make('h1', head), make('div', ...paragraphs.map((text) => make('p', text)))] : []),
  );
  document.body.append(
    make(
      'div',
      make('h3', aside),
      make('ul', ...others.map((text, i) => make('li', link(text, i + 10), make('span', `2023-0${i + 2}-11`)))),
    ),
    make('p', foot),
  );
}
