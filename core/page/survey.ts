import { innerTreeOf, scopeOf } from './inner-tree';
import { containsOf, firstChildOf, nodeNameOf, ownerDocumentOf, parentElementOf, parentOf, walkerOf } from './safe-dom';
import { finish, type Steps } from './steps';

/** Subtrees that hold nothing to read. */
const SKIPPED = new Set([
  'POSTIL-UI', // our own chips and stubs (core/page/letters HOST_TAG)
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'svg',
  'SVG',
  'IFRAME',
  'OBJECT',
  'SELECT',
  'CANVAS',
  'VIDEO',
  'AUDIO',
  'MATH',
  'math',
]);

/**
 * The one pass over a document: every readable element in document order, with sizes summed on the way up.
 * All later stages work on these arrays by index and go back to the DOM only for the few elements they need.
 * `end[i]` is the index after the last descendant of `i`, so that `i < j && j < end[i]` means "j lies in i".
 */
export interface Survey {
  readonly elements: readonly Element[];
  /** Upper-case tag names for HTML elements, parallel to `elements`. */
  readonly tags: readonly string[];
  readonly parent: Int32Array;
  readonly end: Int32Array;
  readonly depth: Int32Array;
  /** Characters of text in the subtree (white-space-only text nodes count 0, others their full length). */
  readonly text: Int32Array;
  /** The part of `text` that lies within links. */
  readonly link: Int32Array;
  /** Characters of text directly in the element. */
  readonly own: Int32Array;
  /** Text nodes that are not white space only, in document order; those in skipped subtrees and text areas are left out. */
  readonly nodes: readonly Text[];
  /** What each of `nodes` says: the page is asked once, since every stage reads them. */
  readonly words: readonly string[];
  /** Index of the element that directly holds each of `nodes`. */
  readonly owner: Int32Array;
  /** How many elements were entered before each of `nodes`: elements `at[k] … at[k + 1] - 1` open between two texts. */
  readonly at: Int32Array;
  /** 1 where white space alone stands between one of `nodes` and the one before it. */
  readonly spaced: Int32Array;
  /** `nodes[from[i]] … nodes[to[i] - 1]` are the text nodes of the subtree `i`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** What was walked: all of the elements lie in these, but for the first `around` of them, which they stand in. */
  readonly roots: readonly Element[];
  readonly around: number;
  /** Open shadow roots and documents of frames that were walked as well: what they hold stands within their host. */
  readonly trees: readonly (ShadowRoot | Document)[];
}

/** Nodes walked in one step. */
const STEP = 1000;

/** A list of whole numbers that grows: half the memory of a plain one, and nothing is copied but when it doubles. */
class Numbers {
  list = new Int32Array(256);
  size = 0;
  push(value: number): void {
    if (this.size === this.list.length) {
      const wider = new Int32Array(2 * this.size);
      wider.set(this.list);
      this.list = wider;
    }
    this.list[this.size++] = value;
  }
  /** The numbers, without the room left. */
  all(): Int32Array {
    return this.list.subarray(0, this.size);
  }
}

/** Is there anything but white space? Most texts tell by their first letter. */
function isSaid(data: string): boolean {
  for (let n = 0; n < data.length; n++) {
    const code = data.charCodeAt(n);
    if (code > 32 && code < 127) return true;
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13) return /\S/.test(data);
  }
  return false;
}

/** Walks `root` once (no recursion: hidden nesting of 100,000 levels is survived). Never changes the document. */
export const survey = (root: Element): Survey => finish(surveyInSteps(root));

/** How often a walk starts anew because the page changed under it. */
const AGAIN = 5;

/** The same in steps. What the page changes behind the walk's back is not seen; callers that care look again when it has changed. */
export function* surveyInSteps(root: Element): Steps<Survey> {
  return (yield* walkInSteps(root, null, AGAIN)).survey;
}

/** A survey of some children of `holder` alone, with what they stand in up to `root`; `tops` are their indexes. */
export const surveyOfInSteps = (root: Element, holder: Element, nodes: readonly Element[]): Steps<SurveyOf> =>
  walkInSteps(root, { holder, nodes }, AGAIN);

export interface SurveyOf {
  readonly survey: Survey;
  readonly tops: readonly number[];
}

function* walkInSteps(
  root: Element,
  part: { readonly holder: Element; readonly nodes: readonly Element[] } | null,
  again: number,
): Steps<SurveyOf> {
  const elements: Element[] = [];
  const tags: string[] = [];
  const parent = new Numbers();
  const end = new Numbers();
  const depth = new Numbers();
  const text = new Numbers();
  const link = new Numbers();
  const own = new Numbers();
  const nodes: Text[] = [];
  const words: string[] = [];
  const owner = new Numbers();
  const at = new Numbers();
  const spaced = new Numbers();
  let blank = 0;
  const from = new Numbers();
  const to = new Numbers();
  let walker: TreeWalker;
  const trees: (ShadowRoot | Document)[] = [];
  // Where the walk stands in trees within trees: the walker around, the host that it stopped at.
  const outer: { readonly walker: TreeWalker; readonly host: number; readonly tree: Node }[] = [];
  // The index of what is walked: nothing around it is.
  let floor = 0;
  let open = -1;
  let level = 0;
  const enter = (element: Element, tag: string) => {
    elements.push(element);
    tags.push(tag);
    parent.push(open);
    end.push(0);
    depth.push(level);
    text.push(0);
    link.push(0);
    own.push(0);
    from.push(nodes.length);
    to.push(0);
    open = elements.length - 1;
    level++;
  };
  const leave = () => {
    const i = open;
    end.list[i] = elements.length;
    to.list[i] = nodes.length;
    const size = text.list[i]!;
    const linked = tags[i] === 'A' ? size : link.list[i]!;
    link.list[i] = linked;
    open = parent.list[i]!;
    level--;
    if (open >= 0) {
      text.list[open]! += size;
      link.list[open]! += linked;
    }
  };
  /** Enters an element and the tree that it shows; its first node, null where it holds none. */
  const inside = (element: Element, tag: string, tree: ShadowRoot | Element | null): Node | null => {
    enter(element, tag);
    if (tag === 'TEXTAREA') return null;
    if (!tree) return walker.firstChild();
    trees.push(scopeOf(tree));
    const within = walkerOf(ownerDocumentOf(tree)!, tree, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const first = within.firstChild();
    if (!first) return tag === 'IFRAME' ? null : walker.firstChild();
    outer.push({ walker, host: open, tree });
    walker = within;
    return first;
  };
  let node: Node | null = null;
  const walk = () => {
    for (let left = STEP; node && left > 0; left--) {
      const name: unknown = node.nodeName;
      if (name === '#text') {
        const data = (node as Text).data;
        if (isSaid(data)) {
          text.list[open]! += data.length;
          own.list[open]! += data.length;
          nodes.push(node as Text);
          words.push(data);
          owner.push(open);
          at.push(elements.length);
          spaced.push(blank);
          blank = 0;
        } else blank = 1;
      } else if (typeof name !== 'string' || !SKIPPED.has(name) || (name === 'POSTIL-UI' && firstChildOf(node)) || name === 'IFRAME') {
        // What is ours shows its words out of the page's reach: a host that holds something is the page's own, made to be passed over.
        // A form with a control named "nodeName" answers with that control.
        const tag = typeof name === 'string' ? name : nodeNameOf(node);
        const tree = innerTreeOf(node as Element, tag);
        const child = tag !== 'IFRAME' || tree ? inside(node as Element, tag, tree) : undefined;
        if (child) {
          node = child;
          continue;
        }
        if (child === null) leave();
      }
      let next = walker.nextSibling();
      while (!next) {
        const last = outer[outer.length - 1];
        if (last?.host === open) {
          // The tree is walked: what its host holds itself follows, which the tree shows in its slots.
          walker = last.walker;
          outer.pop();
          next = tags[open] === 'IFRAME' ? null : walker.firstChild();
          if (next) break;
          if (open <= floor) break;
        } else {
          if (open <= floor) break;
          walker.parentNode();
        }
        leave();
        next = walker.nextSibling();
      }
      node = next;
    }
  };
  /** Does the walk still stand where it stood? Trees within trees lead back to the page through their hosts. */
  const isWhere = (at: Node): boolean => {
    const last = outer[outer.length - 1];
    if (parentOf(at) !== (last?.host === open ? last.tree : elements[open])) return false;
    for (let n = outer.length - 1, inner = at; n >= 0; n--) {
      if (!containsOf(outer[n]!.tree, inner)) return false;
      inner = elements[outer[n]!.host]!;
    }
    return containsOf(root, outer.length > 0 ? elements[outer[0]!.host]! : at);
  };
  const chain: Element[] = [];
  for (let up: Element | null = part?.holder ?? null; up && up !== root; up = parentElementOf(up)) chain.push(up);
  if (part) for (const box of [root, ...chain.reverse()]) enter(box, nodeNameOf(box));
  const outside = open;
  const tops: number[] = [];
  for (const top of part?.nodes ?? [root]) {
    walker = walkerOf(ownerDocumentOf(root)!, top, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    tops.push(elements.length);
    const topTag = nodeNameOf(top);
    node = inside(top, topTag, innerTreeOf(top, topTag));
    floor = tops.length === 0 ? 0 : tops[tops.length - 1]!;
    for (;;) {
      walk();
      if (!node) break;
      yield;
      if (isWhere(node)) continue;
      // The page took away or moved what the walk stands in: it starts anew, and in the end makes do with what it has.
      if (again > 0) return yield* walkInSteps(root, part, again - 1);
      break;
    }
    outer.length = 0;
    while (open > outside) leave();
  }
  while (open >= 0) leave();
  const survey: Survey = {
    elements,
    tags,
    parent: parent.all(),
    end: end.all(),
    depth: depth.all(),
    text: text.all(),
    link: link.all(),
    own: own.all(),
    nodes,
    words,
    owner: owner.all(),
    at: at.all(),
    spaced: spaced.all(),
    from: from.all(),
    to: to.all(),
    roots: part?.nodes ?? [root],
    around: outside + 1,
    trees,
  };
  return { survey, tops };
}
