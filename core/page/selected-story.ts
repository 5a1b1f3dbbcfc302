import type { Article, Block, BlockKind } from '../model/article';
import { wellFormed } from '../model/check';
import { HOST_TAG } from './letters';

const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, td, th, dd, dt, pre, figcaption, article, section, main, div, body';
const SILENT = `script, style, noscript, template, textarea, ${HOST_TAG}`;
const KINDS: Readonly<Record<string, BlockKind>> = {
  LI: 'item',
  BLOCKQUOTE: 'quote',
  PRE: 'code',
  FIGCAPTION: 'caption',
  TD: 'table',
  TH: 'table',
};

/** A selection read as a story of its own, and beside each block the element it stands in. */
export interface SelectedStory {
  readonly article: Article;
  /** Parallel to `article.blocks`. */
  readonly elements: readonly Element[];
}

function kindOf(element: Element): Pick<Block, 'kind' | 'level'> {
  const level = /^H([1-6])$/.exec(element.tagName)?.[1];
  return level ? { kind: 'heading', level: Number(level) } : { kind: KINDS[element.tagName] ?? 'paragraph', level: null };
}

/**
 * Reads what is selected, word for word: a block for each block-level element or line that the range touches, cut where it is cut. What is
 * not shown is left out. `about` gives what a selection does not know of itself.
 */
export function readSelected(range: Range, about: Pick<Article, 'url' | 'title' | 'lang'>): SelectedStory {
  const root = range.commonAncestorContainer;
  const blocks: Block[] = [];
  const elements: Element[] = [];
  let text = '';
  let holder: Element | null = null;
  const end = () => {
    const own = wellFormed(text.replace(/\s+/gu, ' ').trim());
    if (holder && own !== '') {
      blocks.push({ ...kindOf(holder), text: own });
      elements.push(holder);
    }
    text = '';
  };
  const walker = root.ownerDocument!.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) continue;
    if (node.nodeName.toUpperCase() === 'BR') end();
    if (node.nodeType !== 3) continue;
    const parent = node.parentElement;
    if (!parent || parent.closest(SILENT) || parent.checkVisibility?.() === false) continue;
    const data = (node as Text).data;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : data.length;
    const block = parent.closest(BLOCKS) ?? parent;
    if (block !== holder) end();
    holder = block;
    text += data.slice(from, to);
  }
  end();
  return { article: { ...about, byline: null, date: null, dateText: null, site: null, blocks }, elements };
}
