import type { BlockKind } from '../../model/article';
import type { RawBlock } from './read-blocks';

/** A block of the story with its final kind; `index` is its place among the raw blocks. */
export interface StoryBlock {
  readonly kind: BlockKind;
  readonly index: number;
}

/** Lines under pictures that stand in plain paragraphs. */
const CAPTION =
  /^(?:[▲△▼◎↑]|[(（【[]?(?:图源|圖源|图片来源|圖片來源|图[：:/]|圖[：:/]|资料图|資料照|视频截图|(?:photo|image|picture|foto|bild)(?: credit| by| courtesy|s)?\s*[:：/©]))/iu;
/** Who made, edited, translated or first published the text: not what it says. */
const CREDIT =
  /^[(（【[]?\s*(?:责任编辑|責任編輯|责编|本文编辑|文字编辑|编辑[：:]|編輯[：:]|校对|审核|监制|来源[：:]|來源[：:]|原标题|原標題|(?:reporting|editing|writing|additional reporting) by\b|source\s*:|via\s*:)|^[(（][^()（）]{1,40}(?:编译报道|編譯報導|综合报道|綜合報導|编译|報導|报道|摄|攝|综编|實習編輯|实习编辑)[)）]$/iu;
/** Who wrote it and when, in a line of its own at the story's head. */
const BYLINE =
  /^(?:by|von|por|par|posted|published|updated|written by|last (?:updated|modified)|veröffentlicht|publi[ée]|作者|记者[：:]|記者[：:]|发布时间|發布時間|时间[：:]|\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2})/iu;
const MAX_BYLINE = 90;
/** Blocks from the first on that can be such a line. */
const HEAD = 4;
const MAX_CAPTION = 220;
const MAX_CREDIT = 90;
/** Blocks beyond the story's first and last that may still be its picture or its credit line. */
const MARGIN = 2;

const squash = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

/** Chooses the blocks of the story by their scores, tells captions and credits apart, and leaves out the title's own line. */
export function finishBlocks(blocks: readonly RawBlock[], scores: readonly number[], title: string): StoryBlock[] {
  const first = scores.findIndex((score) => score > 0);
  if (first < 0) return [];
  const last = scores.findLastIndex((score) => score > 0);
  const name = squash(title);
  const story: StoryBlock[] = [];
  for (let k = Math.max(0, first - MARGIN); k <= Math.min(blocks.length - 1, last + MARGIN); k++) {
    const { text, kind } = blocks[k]!;
    const within = k >= first && k <= last;
    if (text.length <= MAX_CREDIT && CREDIT.test(text)) story.push({ kind: 'credit', index: k });
    else if (text.length <= MAX_CAPTION && (CAPTION.test(text) || kind === 'caption')) {
      if (within || scores[k]! > -2) story.push({ kind: 'caption', index: k });
    } else if (k < first + HEAD && text.length <= MAX_BYLINE && BYLINE.test(text) && !/[.!?。！？]$/.test(text)) {
      // Read by read-byline and read-date.
    } else if (scores[k]! > 0 && !(text.length < 2 * title.length + 20 && squash(text) === name)) story.push({ kind, index: k });
  }
  return story;
}
