import type { Candidates } from './candidates';

/** Names of the columns of `measure`, in order. */
export const FEATURES = [
  'titleCosine',
  'titleRecall',
  'titleHead',
  'feedback',
  'first',
  'nearStart',
  'position',
  'paragraphDecay',
  'paragraphStart',
  'centrality',
  'commonTerms',
  'leadSimilarity',
  'afterTitled',
  'length',
  'long',
  'short',
  'question',
  'quoted',
  'dangling',
  'digits',
  'names',
  'firstPerson',
  'says',
  'last',
  'brackets',
] as const;

const QUESTION = /[?？؟;]["”’」』)）]*$/u;
const DANGLING =
  /^["“‘「『]?(?:(?:but|and|or|so|yet|he|she|they|it|this|that|these|those|his|her|their|its|however|moreover|furthermore|meanwhile|also|then|there|such|aber|und|doch|er|sie|es|dies|diese|dieser|dieses|das|auch|zudem|außerdem|mais|et|il|elle|ils|elles|ce|cette|ces|cela|pero|y|este|esta|esto|ese|esa|eso|ella|él|ellos|ma|e|questo|questa|mas|isso|но|и|он|она|они|это|этот)\s|但|而|他|她|它|这|這|那|其|此|并|並|同时|同時|另外|因此|所以|不过|不過|然而|然后|然後|于是|於是|由于|由於|例如|比如|接着|接著|首先|其次|最后|最後|对此|對此|也|还|還|该|該|上述|以下|如果|しかし|また|そして|これ|それ|この|その)/iu;
const FIRST_PERSON = /(?:\b(?:I|I'm|I’m|I've|I’ve|my|me|we|our|us|ich|wir|je|nous|yo|nosotros|eu|io|я|мы)\b|我|咱|私は|僕)/u;
const SAYS =
  /(?:\b(?:said|says|told|added|according|sagte|sagt|erklärte|laut|dit|déclaré|selon|dijo|según|disse|segundo|ha detto|сказал|заявил|сообщ\p{L}*)\b|表示|认为|認為|指出|称|稱|介绍|介紹|透露|强调|強調|と述べ|と話)/u;
const LETTER = /\p{L}/u;
const OPEN_QUOTE = /[“「『„«"]/u;
const clip = (value: number) => (value < 0 ? 0 : value > 1 ? 1 : value);

interface Vector {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
  readonly norm: number;
}

/** Weighs terms by what they tell; `counts` is scratch of zeros, one a term, and is left so. */
function vectorOf(all: readonly number[], idf: Float64Array, counts: Uint16Array): Vector {
  const terms: number[] = [];
  for (const term of all) if (counts[term]!++ === 0) terms.push(term);
  let square = 0;
  const weights = terms.map((term) => {
    const weight = (1 + Math.log(counts[term]!)) * idf[term]!;
    counts[term] = 0;
    square += weight * weight;
    return weight;
  });
  return { terms, weights, norm: Math.sqrt(square) || 1 };
}

function dense(vector: Vector, size: number): Float64Array {
  const out = new Float64Array(size);
  for (let k = 0; k < vector.terms.length; k++) out[vector.terms[k]!] = vector.weights[k]! / vector.norm;
  return out;
}

function dot(vector: Vector, other: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < vector.terms.length; k++) sum += vector.weights[k]! * other[vector.terms[k]!]!;
  return sum / vector.norm;
}

function quotedShare(text: string): number {
  if (!OPEN_QUOTE.test(text)) return 0;
  let inside = 0;
  for (const match of text.matchAll(/“[^”]*(?:”|$)|「[^」]*(?:」|$)|『[^』]*(?:』|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|"[^"]*(?:"|$)/gu))
    inside += match[0].length;
  return inside / text.length;
}

/** Share of the words that begin with a capital, the first left out. */
function nameShare(text: string): number {
  let names = 0;
  let words = 0;
  for (let i = 1; i < text.length; i++) {
    const before = text.charCodeAt(i - 1);
    if (before !== 0x20 && before !== 0x28 && before !== 0x201c && before !== 0x22 && before !== 0x27) continue;
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      if (code >= 0x41 && code <= 0x5a) names++;
      else if (code < 0x61 || code > 0x7a) continue;
      words++;
    } else if (LETTER.test(text[i]!)) {
      words++;
      if (text[i] !== text[i]!.toLowerCase()) names++;
    }
  }
  return words ? names / words : 0;
}

/**
 * Measures every candidate against the title, the start and the middle of the story: one row a candidate, one column a
 * name of FEATURES, each about 0 to 1. `title` may be ''. Costs time in proportion to the story's length.
 */
export function measure({ list, vocabulary, paired }: Candidates, title: string): number[][] {
  const count = list.length;
  const titleTerms = vocabulary.read(title);
  const size = vocabulary.terms.length;
  const frequency = new Float64Array(size);
  const seenIn = new Float64Array(size);
  const lastSeen = new Int32Array(size).fill(-1);
  let total = 0;
  for (const [i, candidate] of list.entries())
    for (const term of candidate.terms) {
      frequency[term]!++;
      total++;
      if (lastSeen[term] !== i) {
        lastSeen[term] = i;
        seenIn[term]!++;
      }
    }
  const idf = new Float64Array(size);
  for (let term = 0; term < size; term++) idf[term] = Math.log(1 + count / (0.5 + seenIn[term]!));
  const scratch = new Uint16Array(size);
  const vectors = list.map((candidate) => vectorOf(candidate.terms, idf, scratch));
  const centre = new Float64Array(size);
  for (const vector of vectors) for (let k = 0; k < vector.terms.length; k++) centre[vector.terms[k]!]! += vector.weights[k]! / vector.norm;
  const titleVector = vectorOf(titleTerms, idf, scratch);
  const titleDense = dense(titleVector, size);
  const lead = vectors[0] ? dense(vectors[0], size) : titleDense;
  let titleMass = 0;
  for (const weight of titleVector.weights) titleMass += weight;
  const headTerms = new Set(titleTerms.slice(0, paired ? 4 : 3));

  const titled = vectors.map((vector) => dot(vector, titleDense));
  const recalls = vectors.map((vector) => {
    let sum = 0;
    for (const term of vector.terms) if (titleDense[term]! > 0) sum += titleDense[term]! * titleVector.norm;
    return titleMass ? sum / titleMass : 0;
  });
  const topTitled = Math.max(1e-9, ...titled);
  // Pseudo relevance feedback: the title in the words of the sentences that are most like it.
  const feedback = Float64Array.from(titleDense);
  for (const i of titled
    .map((_, index) => index)
    .sort((a, b) => titled[b]! - titled[a]! || a - b)
    .slice(0, 3)) {
    const vector = vectors[i]!;
    for (let k = 0; k < vector.terms.length; k++)
      feedback[vector.terms[k]!]! += (0.5 * (titled[i]! / topTitled) * vector.weights[k]!) / vector.norm;
  }
  const fed = vectors.map((vector) => dot(vector, feedback));
  const central = vectors.map((vector) => dot(vector, centre));
  const common = list.map((candidate) => {
    let sum = 0;
    for (const term of candidate.terms) sum += frequency[term]!;
    return candidate.terms.length ? sum / candidate.terms.length / total : 0;
  });
  const topFed = Math.max(1e-9, ...fed);
  const topCentral = Math.max(1e-9, ...central);
  const topCommon = Math.max(1e-9, ...common);

  return list.map((candidate, i) => {
    const text = candidate.text;
    const units = paired ? candidate.units / 1.7 : candidate.units;
    let head = 0;
    for (const term of vectors[i]!.terms) if (headTerms.has(term)) head++;
    const hasTitle = titleTerms.length > 0;
    return [
      hasTitle ? titled[i]! / topTitled : 0,
      recalls[i]!,
      headTerms.size ? head / headTerms.size : 0,
      hasTitle ? fed[i]! / topFed : 0,
      i === 0 ? 1 : 0,
      1 / (1 + i),
      1 - i / count,
      Math.exp(-candidate.paragraph / 3),
      candidate.inParagraph === 0 ? 1 : 0,
      central[i]! / topCentral,
      common[i]! / topCommon,
      i === 0 ? 0 : dot(vectors[i]!, lead),
      i > 0 ? recalls[i - 1]! : 0,
      Math.log(1 + units) / 4,
      clip((units - 35) / 40),
      clip((14 - units) / 14),
      QUESTION.test(text) ? 1 : 0,
      quotedShare(text),
      DANGLING.test(text) ? 1 : 0,
      /\d/.test(text) ? 1 : 0,
      nameShare(text),
      FIRST_PERSON.test(text) ? 1 : 0,
      SAYS.test(text) ? 1 : 0,
      i === count - 1 ? 1 : 0,
      text.includes('(') || text.includes('（') ? 1 : 0,
    ];
  });
}
