import type { Condition } from '../model/rule';

const SHOWN = 3; // words; the rest is an ellipsis

/**
 * A rule's condition in a few words, for a stub when the rule has no name. Words are the person's own; what a condition is called stands as its
 * catalogue key in braces, which `sayTerms` puts into the language of the reader.
 */
export function brief(when: Condition): string {
  const list = (items: readonly string[]): string => items.slice(0, SHOWN).join(', ') + (items.length > SHOWN ? ' …' : '');
  switch (when.kind) {
    case 'words':
      return list(when.words);
    case 'regex':
    case 'authorMatches':
      return `/${when.source}/${when.flags}`;
    case 'author':
      return list(when.names.length > 0 || when.id === null ? when.names : [`#${when.id}`]);
    case 'label':
      return when.text;
    case 'lang':
      return list(when.langs);
    case 'all':
    case 'any':
      return list(when.of.map(brief));
    case 'none':
      return `≠ ${list(when.of.map(brief))}`;
    case 'only':
      return `{only.${when.what}}`;
    case 'replyToHidden':
    case 'first':
    case 'new':
    case 'mine':
      return `{condition.${when.kind}}`;
    default:
      return `{condition.${when.kind}} ${when.range.min ?? ''}…${when.range.max ?? ''}`;
  }
}
