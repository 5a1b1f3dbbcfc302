// Comments and word lists for the bench of rules: half Chinese, half English, frequencies as in language (Zipf), all made from a seed.

/** Mulberry32. */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

// Parts of syllables, the frequent more often: as many different groups of four letters come of it as in English.
const ONSETS =
  't t t s s h h r r n n l l d d m m c c w f p p b b g g k v j y st tr sh th th th ch cl pr pl gr br fr sp sc qu wh bl dr fl sl sw kn z x'.split(
    ' ',
  );
const VOWELS = 'e e e e a a a i i i o o o u u ea ou ai ee oo io ie y ei au'.split(' ');
const CODAS = ['', '', '', '', '', ...'n n s s r r t t d d l l m nd nt st ng ck ll ss rt rd ch sh th x p b g k f ve ce ge'.split(' ')];

const HAN = 0x4e00;

/** Words of both languages, the frequent first. */
function vocabulary(random) {
  const english = new Set();
  while (english.size < 12_000) {
    let word = '';
    const parts = 1 + Math.floor(random() * (english.size < 200 ? 1.2 : 3.2));
    for (let i = 0; i < parts; i++) for (const part of [ONSETS, VOWELS, CODAS]) word += part[Math.floor(random() * part.length)];
    english.add(word);
  }
  const han = (rank) => String.fromCharCode(HAN + ((rank * 7919) % 20_000));
  const char = () => han(Math.floor(3500 * random() ** 3));
  const chinese = new Set();
  while (chinese.size < 12_000) {
    const size = chinese.size < 150 ? 1 : 2 + Math.floor(random() ** 3 * 3);
    let word = '';
    for (let i = 0; i < size; i++) word += char();
    chinese.add(word);
  }
  return { english: [...english], chinese: [...chinese], char };
}

/** `count` comments and `lists` of words (a tenth of them occur in the comments' vocabulary, the rest is made like it), from one seed. */
export function makeComments(count, sizes, seed = 1) {
  const random = randomFrom(seed);
  const { english, chinese, char } = vocabulary(random);
  const zipf = (list) => list[Math.floor(list.length ** random()) - 1] ?? list[0];
  const pick = (list) => list[Math.floor(random() * list.length)];
  const comments = [];
  for (let i = 0; i < count; i++) {
    let text = '';
    if (i % 2 === 0) {
      const length = 15 + Math.floor(random() ** 2 * 150);
      while (text.length < length) text += zipf(chinese) + (random() < 0.12 ? pick(['，', '。', '！', '？', '、', '…']) : '');
    } else {
      const length = 30 + Math.floor(random() ** 2 * 400);
      let isStart = true;
      while (text.length < length) {
        const word = zipf(english);
        text += isStart ? word[0].toUpperCase() + word.slice(1) : word;
        isStart = random() < 0.08;
        text += isStart ? pick(['. ', '! ', '? ', '\n']) : random() < 0.08 ? ', ' : ' ';
      }
    }
    if (random() < 0.05) text += pick(['😀', '👍', '❤️']);
    comments.push(text.trim());
  }
  const lists = sizes.map((size) => {
    const words = new Set();
    while (words.size < size) {
      const isKnown = random() < 0.1;
      if (words.size % 2 === 0) {
        if (isKnown) words.add(chinese[500 + Math.floor(random() * (chinese.length - 500))]);
        else words.add(Array.from({ length: 2 + Math.floor(random() * 3) }, char).join(''));
      } else if (isKnown) words.add(english[500 + Math.floor(random() * (english.length - 500))]);
      else words.add(pick(english) + pick(['ster', 'zilla', 'coin', ' promo', 'x', ' deal']));
    }
    return [...words];
  });
  return { comments, lists };
}
