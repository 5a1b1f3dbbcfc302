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
const COLON_END = /[:：]["”’」』)）]*$/u;

interface Draft extends Candidate {
  readonly weak: boolean;
}

function readBlock(
  text: string,
  block: number,
  paragraph: number,
  lang: string | null,
  paired: boolean,
  vocabulary: Vocabulary,
  out: Draft[],
): void {
  let inParagraph = 0;
  const sentences = segmentSentences(text, lang);
  for (const range of sentences) {
    let start = range.start;
    const sentence = text.slice(range.start, range.end);
    if (QUESTION_LABEL.test(sentence)) continue;
    if (range.start === 0) {
      start += ANSWER_LABEL.exec(sentence)?.[0].length ?? 0;
      start += datelineUnits(text.slice(start, range.end));
    }
    const units = countUnits(text, start, range.end);
    const own = start === range.start ? sentence : text.slice(start, range.end);
    const weak = units < (paired ? 8 : 5) || COLON_END.test(own) || STUB.test(own);
    if (units > 0)
      out.push({
        block,
        start,
        end: range.end,
        text: own,
        units,
        terms: vocabulary.read(text, start, range.end),
        paragraph,
        inParagraph,
        weak,
      });
    inParagraph++;
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
  let letters = 0;
  let paired = 0;
  for (const block of article.blocks.slice(0, 40)) {
    letters += block.text.length;
    paired += countUnits(block.text);
  }
  const isPaired = paired > letters * 0.45;
  const read = (index: number, out: Draft[]) => {
    readBlock(article.blocks[index]!.text, index, paragraph, article.lang, isPaired, vocabulary, out);
    paragraph++;
  };
  for (const [index, block] of article.blocks.entries()) {
    if (block.kind !== 'paragraph' && block.kind !== 'quote' && block.kind !== 'item') continue;
    if (strong.length >= MAX_CANDIDATES) break;
    const units = block.text.length > 400 ? 400 : countUnits(block.text);
    if (units === 0 || isFurniture(block.text, units)) continue;
    if (looksLikeHeading(block.text, units, isPaired)) headings.push(index);
    else read(index, strong);
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
