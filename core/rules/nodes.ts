import type { Condition, Range } from '../model/rule';
import type { Pattern } from './engine';

/** A condition made ready: words and authors have become leaf numbers that the pass over the comment has already answered. */
export type Node =
  | { readonly kind: 'leaf'; readonly leaf: number }
  | { readonly kind: 'pattern'; readonly of: 'text' | 'author'; readonly pattern: Pattern }
  | { readonly kind: 'label'; readonly text: string }
  | { readonly kind: 'number'; readonly what: NumberKind; readonly range: Range }
  | { readonly kind: 'lang'; readonly langs: readonly string[] }
  | { readonly kind: 'only'; readonly what: 'emoji' | 'links' | 'images' }
  | { readonly kind: 'replyToHidden' | 'first' | 'new' | 'mine' }
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Node[] };

export type NumberKind = Extract<Condition, { range: Range }>['kind'];

/** What a node asks about the comment at hand. Everything is computed when first asked. */
export interface Asked {
  hit(leaf: number): boolean;
  /** True if the pattern matches; remembers where for a text pattern. */
  matches(pattern: Pattern, of: 'text' | 'author'): boolean;
  labelled(text: string): boolean;
  number(what: NumberKind): number | null;
  lang(): string | null;
  only(what: 'emoji' | 'links' | 'images'): boolean;
  is(what: 'replyToHidden' | 'first' | 'new' | 'mine'): boolean;
}

/** Whether the condition holds. An unknown number (no score shown, no date) is in no range. `all` of nothing holds, `any` of nothing does not. */
export function holds(node: Node, asked: Asked): boolean {
  switch (node.kind) {
    case 'leaf':
      return asked.hit(node.leaf);
    case 'pattern':
      return asked.matches(node.pattern, node.of);
    case 'label':
      return asked.labelled(node.text);
    case 'number': {
      const { min, max } = node.range;
      const value = asked.number(node.what);
      return value !== null && (min === null || value >= min) && (max === null || value <= max);
    }
    case 'lang': {
      const lang = asked.lang();
      return lang !== null && node.langs.some((one) => lang === one || lang.startsWith(`${one}-`));
    }
    case 'only':
      return asked.only(node.what);
    case 'all':
      return node.of.every((one) => holds(one, asked));
    case 'any':
      return node.of.some((one) => holds(one, asked));
    case 'none':
      return !node.of.some((one) => holds(one, asked));
    default:
      return asked.is(node.kind);
  }
}

/** True if the condition can hold only where one of its leaves was hit: then the rule is not asked at all elsewhere. */
export function isGated(node: Node): boolean {
  if (node.kind === 'leaf') return true;
  if (node.kind === 'all') return node.of.some(isGated);
  return node.kind === 'any' && node.of.every(isGated);
}
