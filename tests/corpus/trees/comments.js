// Comments that the sample pages of this folder show within an open shadow root and within frames.
const NAMES = ['Mira', 'Tobin', 'Aldo', 'Runa', 'Sefa', 'Oda'];
const WORDS = [
  'The new ferry timetable leaves a gap of two hours in the morning.',
  'Cheap watches, cheap watches! Everybody buys them at my shop these days.',
  'Then cut the noon run instead. It is empty from October until March.',
  'Has anybody asked the port office? They publish the counts each quarter.',
  'They do, and the counts say that both of you are right.',
  'More cheap watches for the whole family, only today and tomorrow.',
];
globalThis.comment = (k) =>
  `<div class="comment" id="comment-${100 + k}"><a class="author" href="/user/${k}">${NAMES[k]}</a> <time datetime="2025-11-0${k + 1}">${k + 1} Nov 2025</time>
   <div class="comment-text"><p>${WORDS[k]}</p></div><button>Reply</button></div>`;
