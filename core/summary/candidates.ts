import type { Article } from '../model/article';
import { segmentSentences } from '../text/segment';
import { datelineUnits, isFurniture, looksLikeHeading } from './guard';
import { countUnits, Vocabulary } from './tokens';

/** A sentence that may stand in a summary: a range of one block, its dateline and speaker's label cut off. */
export interface Candidate {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Words, or characters of scripts without spaces. */
  readonly units: number;
  /** Numbers of its terms in the vocabulary, in order, repeats included. */
  readonly terms: readonly number[];
  /** Which paragraph of the story, from 0, and which sentence of that paragraph. */
  readonly paragraph: number;
  readonly inParagraph: number;
  /** A line of the text's own headline, where the page gives no title. */
  readonly headline: boolean;
}

/** The story's sentences and what was read beside them. */
export interface Candidates {
  readonly list: readonly Candidate[];
  readonly vocabulary: Vocabulary;
  /** True where text is counted by characters. */
  readonly paired: boolean;
}

/** Sentences after this many are left out of ranking: nobody's summary comes from there, and the cost stays bounded. */
const MAX_CANDIDATES = 400;
const QUESTION_LABEL = /^(?:Q|Question|Frage|Pregunta|问|問|记者|記者|主持人|提问|提問|质疑|質疑)\s?\d{0,2}\s?[:：.、]/u;
const ANSWER_LABEL =
  /^(?:(?:A|Answer|Antwort|Respuesta|Réponse|答|回答)\s?\d{0,2}\s?[:：]\s?|\[?\d{1,2}[:.]\d{2}(?:\s?(?:Uhr|h|am|pm|GMT|ET|BST))?\]?\s?[—–:：|-]?\s+|[•·‣▪◦*–—-]\s+)/iu;
/** A sentence that is only the tag of a quotation, or goes on from a place we did not see. */
const STUB = /^(?:[^，,。！？“”「」]{0,40}(?:说道|說道|表示|介绍|介紹|称|說|说|指出)[。.]|\p{Ll}.{0,60})$/u;
/** Who speaks, before a colon at the start of a paragraph; told from other words before a colon by coming again. */
const SPEAKER = /^(?=\p{Lu}|\p{Lo})([\p{L}\p{M}·. ]{1,24})[:：]\s*/u;
const QUESTION_END = /[?？]["”’」』)）]*$/u;
const COLON_END = /[:：]["”’」』)）]*$/u;

interface Draft extends Candidate {
  readonly weak: boolean;
}

/** What every block of one article is read with. */
interface Reading {
  readonly lang: string | null;
  readonly paired: boolean;
  readonly vocabulary: Vocabulary;
  /** Labels of those who speak in turns, with whether they only ask. */
  readonly speakers: ReadonlyMap<string, boolean>;
  /** Whether paragraphs begin with a question so often that their questions are somebody else's. */
  readonly interview: boolean;
}

/** Labels that begin two paragraphs or more; true for those whose paragraphs all end with a question. */
function findSpeakers(article: Article): Map<string, boolean> {
  const seen = new Map<string, { count: number; asks: number }>();
  for (const { kind, text } of article.blocks) {
    const label = kind === 'paragraph' ? SPEAKER.exec(text)?.[1] : undefined;
    if (label === undefined) continue;
    const known = seen.get(label) ?? { count: 0, asks: 0 };
    known.count++;
    if (QUESTION_END.test(text)) known.asks++;
    seen.set(label, known);
  }
  return new Map([...seen].flatMap(([label, { count, asks }]) => (count > 1 ? [[label, asks === count]] : [])));
}

/** A paragraph of an interview begins with its question: so do this many of them, and this share. */
const MIN_QUESTIONS = 3;
const QUESTION_SHARE = 0.3;
const ASKS_FIRST = /^[^.!?。！？]{6,160}[?？]/u;

function isInterview(article: Article): boolean {
  const paragraphs = article.blocks.filter(({ kind }) => kind === 'paragraph');
  const asking = paragraphs.filter(({ text }) => ASKS_FIRST.test(text)).length;
  return asking >= MIN_QUESTIONS && asking >= QUESTION_SHARE * paragraphs.length;
}

interface Place {
  readonly block: number;
  readonly paragraph: number;
  readonly headline: boolean;
}

/** The last sentence of a paragraph may be a credit, a link or the next heading that the page glued to it, if it is this short. */
const GLUED_UNITS = 24;

function readBlock(text: string, place: Place, { lang, paired, vocabulary, speakers, interview }: Reading, out: Draft[]): void {
  const speaker = SPEAKER.exec(text);
  const asks = speaker ? speakers.get(speaker[1]!) : undefined;
  if (asks) return;
  const sentences = segmentSentences(text, lang);
  for (const [inParagraph, range] of sentences.entries()) {
    const sentence = text.slice(range.start, range.end);
    if (QUESTION_LABEL.test(sentence) || (interview && inParagraph === 0 && QUESTION_END.test(sentence))) continue;
    let start = range.start;
    if (inParagraph === 0) {
      start += asks === false ? speaker![0].length : (ANSWER_LABEL.exec(sentence)?.[0].length ?? 0);
      start += datelineUnits(text.slice(start, range.end));
    }
    const own = start === range.start ? sentence : text.slice(start, range.end);
    const units = countUnits(own);
    if (units === 0) continue;
    const last = inParagraph > 0 && inParagraph === sentences.length - 1;
    if (last && units <= GLUED_UNITS && (isFurniture(own, units) || looksLikeHeading(own, units, paired))) continue;
    const weak = units < (paired ? 8 : 5) || COLON_END.test(own) || STUB.test(own);
    out.push({ ...place, start, end: range.end, text: own, units, terms: vocabulary.read(own), inParagraph, weak });
  }
}

/**
 * The sentences of an article that may stand in its summary, in page order. Only paragraphs, quotes and list items are read;
 * furniture, headings in a paragraph's clothes, stubs and sentences that only announce the next are left out, unless nothing else is there (a poem, a bare list).
 */
export function findCandidates(article: Article): Candidates {
  const vocabulary = new Vocabulary();
  const strong: Draft[] = [];
  const headings: number[] = [];
  let paragraph = 0;
  const untitled = article.title.trim() === '';
  let begun = false;
  let letters = 0;
  let paired = 0;
  for (const block of article.blocks.slice(0, 40)) {
    letters += block.text.length;
    paired += countUnits(block.text);
  }
  const isPaired = paired > letters * 0.45;
  const speakers = findSpeakers(article);
  const interview = isInterview(article);
  const read = (index: number, out: Draft[], headline = false) => {
    readBlock(
      article.blocks[index]!.text,
      { block: index, paragraph, headline },
      { lang: article.lang, paired: isPaired, vocabulary, speakers, interview },
      out,
    );
    paragraph++;
  };
  for (const [index, block] of article.blocks.entries()) {
    if (block.kind !== 'paragraph' && block.kind !== 'quote' && block.kind !== 'item') continue;
    if (strong.length >= MAX_CANDIDATES) break;
    const units = block.text.length > 400 ? 400 : countUnits(block.text);
    if (units === 0 || isFurniture(block.text, units)) continue;
    // Where the page has no title, the headline above the text is the text's own, and nothing else will show it.
    const heading = looksLikeHeading(block.text, units, isPaired);
    if (!heading) begun = true;
    if (heading && (begun || !untitled)) headings.push(index);
    else read(index, strong, heading);
  }
  let list = strong.filter((draft) => !draft.weak);
  if (list.length < 3) {
    const all = [...strong];
    for (const index of headings) read(index, all);
    all.sort((a, b) => a.block - b.block || a.start - b.start);
    list = all.length > list.length ? all : list;
  }
  return { list, vocabulary, paired: isPaired };
}
