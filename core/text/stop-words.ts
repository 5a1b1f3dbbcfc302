import { STOP_WORDS } from './language';

// Words that are common in running text but tell no language apart.
const MORE: Readonly<Record<string, string>> = {
  en:
    'about above after again against all also always among another any around because been before being below between both came can ' +
    'come could did do does doing done down each either else ever every few first get gets getting give given go goes going gone got ' +
    'had has he her here hers herself him himself his how however i if into its itself just keep last later least less let like look ' +
    'made make makes many may me mean might more most much must my myself need never new next no nor nothing now off often old one only ' +
    'other others our ours ourselves out over own people put quite rather really right said same saw say saying says see seen several ' +
    'shall she should since some something still such take taken than their theirs them themselves then there these thing things think ' +
    'those though three through thus time too took toward two under until up upon us use used uses using very want wants way we well ' +
    'went were when where whether which while who whom whose why will within without would year years yes yet your yours yourself ' +
    "yourselves monday tuesday wednesday thursday friday saturday sunday told according today yesterday tomorrow day days don't doesn't " +
    "didn't isn't aren't wasn't weren't can't couldn't won't wouldn't it's that's there's i'm you're they're we're i've you've",
  de:
    'als noch wie mehr hat haben werden wurde worden sind sein seine seiner ihre ihrer einem einen einer eines über unter zwischen ' +
    'gegen ohne durch bereits dass wenn weil kann können muss soll sollen jahr jahre jahren uhr',
  fr:
    'aussi leur leurs cette ces été être avoir ont fait faire même depuis entre après avant chez deux elle elles nous vous ils était ' +
    'comme mais sans sous',
  es:
    'sobre entre desde hasta cuando donde también muy sin sus este esta estos estas ese esa tras según dos años año fue ser han sido ' +
    'está están todo todos',
  it: 'sono della dello degli delle nella nelle dopo anche come stato stata essere hanno fatto questo questa anni anno',
  ru:
    'это как что для при его она они был была было были также уже или если только после может можно который которая которые время года ' +
    'году лет',
  zh:
    '我们 你们 他们 她们 它们 我們 你們 他們 她們 自己 大家 这个 那个 这些 那些 這個 那個 這些 那些 什么 什麼 怎么 怎麼 为什么 為什麼 这样 那样 這樣 那樣 这里 那里 這裡 那裡 一个 一些 一种 一樣 一样 一直 一下 一定 一起 一次 ' +
    '一個 一種 两个 兩個 没有 沒有 不是 不会 不會 不能 不要 不过 不過 还是 還是 还有 還有 就是 只是 但是 可是 因为 因為 所以 如果 虽然 雖然 而且 并且 並且 或者 以及 由于 由於 对于 對於 关于 關於 根据 根據 通过 通過 可以 ' +
    '可能 应该 應該 需要 已经 已經 正在 曾经 现在 現在 目前 当时 當時 时候 時候 今天 昨天 明天 今年 去年 明年 近日 日前 之后 之後 之前 以后 以後 以前 其中 其他 其它 另外 同时 同時 进行 進行 表示 认为 認為 指出 介绍 介紹 称 ' +
    '记者 記者 报道 報導 消息 觉得 覺得 知道 说道 看到 这么 那么 非常 十分 很多 许多 許多 更多 不少 多少 几个 部分 方面 情况 情況 问题 問題 事情 东西 東西 时间 時間 之间 之間 以上 以下 左右 必须 必須 开始 開始 成为 成為 ' +
    '作为 作為 出现 出現 来说 來說 不同 来自 真的 只有 只能 然后 然後 那种 这种 這種',
  ja: 'する いる ある こと もの これ それ あれ この その ため よう ない なる れる られる という として について によって において 私 さん など まで から',
  ko: '까지 하는 있는 것이 수 등 및 그 이 저 것 를 을',
};

const SETS = new Map<string, ReadonlySet<string>>();

function setOf(lang: string): ReadonlySet<string> {
  let set = SETS.get(lang);
  if (!set) {
    // English words stand in text of every language; words of other languages ("war", "die") may be telling ones here.
    const own = [STOP_WORDS.en, MORE.en, STOP_WORDS[lang], MORE[lang]];
    set = new Set(own.flatMap((list) => list?.split(' ') ?? []));
    SETS.set(lang, set);
  }
  return set;
}

/** Is a lower-cased word one that every text of the language has? `lang` is a BCP 47 tag; null knows English words only. */
export function isStopWord(word: string, lang: string | null): boolean {
  return setOf((lang ?? 'en').split('-')[0]!.toLowerCase()).has(word);
}
