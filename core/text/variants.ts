import { VARIANT_GROUPS } from './variants-table';

let simplified: Map<string, string> | null = null;
let others: Map<string, string[]> | null = null;

function load(): { simplified: Map<string, string>; others: Map<string, string[]> } {
  if (!simplified || !others) {
    simplified = new Map();
    others = new Map();
    for (const group of VARIANT_GROUPS.trim().split(/\s+/u)) {
      const [target = '', ...forms] = group;
      others.set(target, forms);
      for (const form of forms) simplified.set(form, target);
    }
  }
  return { simplified, others };
}

/** The form under which a Han character is matched: its simplified form (another of its group if that takes two UTF-16 units), or itself. */
export const matchingForm = (char: string): string => load().simplified.get(char) ?? char;

/**
 * The variants that a page needs to match these words: each form of each of their characters → the form it folds to. A word list of ten
 * thousand words needs a few thousand entries, a usual one some dozens. Works on words as written, full-width and compatibility forms too.
 */
export function variantsFor(words: Iterable<string>): Record<string, string> {
  const { simplified: to, others: from } = load();
  const targets = new Set<string>();
  for (const word of words) for (const char of word.normalize('NFKC')) targets.add(to.get(char) ?? char);
  const needed: Record<string, string> = {};
  for (const target of targets) for (const form of from.get(target) ?? []) needed[form] = target;
  return needed;
}
