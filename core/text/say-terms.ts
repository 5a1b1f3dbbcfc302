import type { Translate } from './strings';

const TERM = /\{((?:condition|only)\.[a-zA-Z]+)\}/g;

/** Whether a key of the catalogue may stand in the name of a rule: the page needs these beside its own. */
export const isTerm = (key: string): boolean =>
  /^(?:condition\.(?:length|links|score|depth|floor|position|repeats|age|replyToHidden|first|new|mine)|only\.\w+)$/.test(key);

/** The name of a rule as a reader sees it: what `core/rules/brief` left to the catalogue (`{condition.score} 1…5`) in words. Any other text is given back as it is. */
export const sayTerms = (t: Translate, name: string): string => name.replace(TERM, (all, key: string) => (isTerm(key) ? t(key) : all));
