import type { Translate } from './strings';

const TERM = /\{((?:condition|only)\.[a-zA-Z]+)\}/g;

/** The name of a rule as a reader sees it: what `core/rules/brief` left to the catalogue (`{condition.score} 1…5`) in words. Any other text is given back as it is. */
export const sayTerms = (t: Translate, name: string): string => name.replace(TERM, (_, key: string) => t(key));
