/** Words that count votes for a comment, in the languages of comment systems. */
const FOR =
  "points?|pts|punkte?|score|(?:up)?votes?|up ?votes?|likes?|thumbs? up|recommend(?:s|ed|ations?)?|helpful|kudos|agree[sd]?|ups|赞|讚|贊|赞同|点赞|點讚|按讚|顶|頂|亮了|推荐|推薦|支持|有用|喜欢|喜歡|好评|いいね|イイネ|そう思う|共感した|共感|役に立った|参考になった|추천|공감|좋아요|gefällt(?: mir)?|gefällt das|stimmen|empfehlungen|leserempfehlungen|j[’']aime|votos?|me gusta|curtidas?|curtir|gostei|mi piace|нравится|лайк(?:а|ов|и)?|голос(?:а|ов)?|рейтинг|beğeni|beğen|gillar|gilla|tykkää\\p{L}*|lubi(?:ę|ą)?|głos(?:y|ów)?|suka|thích|ถูกใจ|إعجاب|پسند|پسندیدم|לייקים?";
/** Words that count votes against it: never its score. */
const AGAINST =
  'down ?votes?|dislikes?|thumbs? down|unhelpful|not helpful|disagree[sd]?|downs|踩|反对|反對|噓|没用|沒用|そう思わない|반대|비공감|싫어요|gefällt mir nicht|no me gusta|не нравится';
/** Words that count something else. */
const ELSE =
  'repl(?:y|ies)|comments?|answers?|posts?|messages?|views?|shares?|threads?|topics?|followers?|friends?|joined|age|level|lv|rank|read|reads|beiträge|antworten|antwort|mensajes|respuestas|réponses?|ответ(?:а|ов|ы|ить)?|сообщени[йея]|回复|回覆|回應|回应|评论|評論|留言|条|浏览|瀏覽|阅读|積分|积分|分享|收藏|转发|轉發|楼|樓|帖子|文章|答案|답글|댓글|대댓글|조회|공유|返信|件|閲覧';

/** What a number counts when such a word is behind it; "Reply" behind one is a control. */
const NOUNS =
  'replies|comments?|answers|posts|messages|views?|shares|threads?|topics?|followers?|friends?|reads?|beiträge|antworten|kommentare?|mensajes|respuestas|réponses|commentaires?|comentarios?|ответ(?:а|ов)|сообщени[йея]|комментари(?:й|я|ев)|条|條|則|个回复|個回覆|개의|件|次|楼|樓';

const number = '([-–−+]?\\s?\\d[\\d.,]*)\\s*([kKmMwW千万萬천만])?';
const people =
  '(?:\\s*(?:人|个人|個人|名|people|persons?|users?|readers?|members?|others?|personen|personnes?|personas|pessoas|persone|человек(?:а|у)?)(?:的|が|が?参考に|\\s+(?:who\\s+)?(?:also\\s+)?(?:found|find)?(?:\\s+this)?)?)?';
const edge = '[\\s\\p{P}\\p{S}]*';

/** The whole text is a number, with a sign, a bracket or an arrow at most. */
export const BARE_COUNT = new RegExp(`^[\\s(（\\[【↑▲△⬆👍👏❤♥♡·•]*${number}[\\s)）\\]】↑▲👍♥人]*$`, 'u');
/** "Likes (3)", "추천 12", "赞 5" */
export const WORD_THEN_COUNT = new RegExp(`^${edge}(?:${FOR})[\\s:：(（\\[+]*${number}[\\s)）\\]人票]*$`, 'iu');
/** "12 likes", "3人赞", "5 people found this helpful", "This post has earned 2 up votes" */
export const COUNT_THEN_WORD = new RegExp(
  `^(?:[\\s\\p{P}\\p{S}]|this (?:post|comment) (?:has )?(?:earned|received|got) )*?${number}${people}\\s*(?:${FOR})(?!\\p{L}).{0,24}$`,
  'iu',
);
/** "+5/-2", "↑ 5 ↓ 2", "👍 5 👎 2": the first number is the votes for. */
export const COUNTS_BOTH = /^[\s([+↑▲⬆👍]+\s?(\d[\d.,]*)\s*([kKmMwW千万萬천만])?\s*[/|,·\s]\s*[-–−↓▼⬇👎]\s?\d[\d.,]*[\s)\]]*$/u;
/** A label in front of or behind a number that stands alone. */
export const VOTE_LABEL = new RegExp(`^${edge}(?:${FOR})${edge}$`, 'iu');
export const AGAINST_LABEL = new RegExp(`^${edge}(?:${AGAINST})${edge}$`, 'iu');
export const OTHER_LABEL = new RegExp(`^${edge}(?:${ELSE})(?![\\p{sc=Latin}\\p{sc=Cyrillic}]).{0,12}$`, 'iu');
/** "3 replies" */
export const COUNT_OF_ELSE = new RegExp(`^${edge}${number}\\s*(?:${NOUNS})(?!\\p{L}).{0,12}$`, 'iu');
/** Any of these words beside the number: the text counts something else. */
export const AGAINST_WORD = new RegExp(`(?<!\\p{L})(?:${AGAINST})(?!\\p{L})`, 'iu');

/** What a control for voting is called in classes, alternative texts and file names. */
export const VOTE_ICON =
  /thumb|(?:^|[^a-z])(?:up-?votes?|votes?|voteup|likes?|liked|heart|zan|dianzan|ding|digg|good|agree|useful|recommend(?:ation)?s?|kudos|praise|arrow-?up|caret-?up|chevron-?up|angle-?up|triangle-?up|up-?arrow|ups?|plus)(?:$|[^a-z])|up-?arrow|arrow-?up/i;
export const AGAINST_ICON =
  /(?:^|[^a-z])(?:down-?votes?|votedown|dislikes?|down|bad|against|oppose|unlike|hate|thumbs?-?down|minus)(?:$|[^a-z])|n-?bad(?:$|[^a-z])|down-?arrow/i;
