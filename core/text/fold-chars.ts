import { LOOKALIKES } from './fold-lookalikes';

// Default-ignorable and control characters, interlinear annotation marks: nothing of them is seen.
const HIDDEN = /[\p{DI}\p{Cc}\ufff9-\ufffb]/gu;
const SPACE = /[^\S\ufeff]/u; // JavaScript counts the byte-order mark as white space; it has no width
const ACCENTED = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])\p{Mn}+/gu;

/** Leaves out what is not seen; white space that is a control character becomes a space. */
export const dropHidden = (text: string): string => text.replace(HIDDEN, (c) => (SPACE.test(c) ? ' ' : ''));

/** Lower case, with the two letters that lower case leaves apart: `ß` = `ss`, final `ς` = `σ`. The dotless `ı` stays itself. */
export const foldCase = (text: string): string => text.toLowerCase().replace(/ß/gu, 'ss').replace(/ς/gu, 'σ');

/** Every character that has a variant becomes it. */
export const foldVariants = (text: string, variants: Readonly<Record<string, string>>): string =>
  Array.from(text, (c) => (Object.hasOwn(variants, c) ? variants[c] : c)).join('');

/** Latin letters for what passes for them, accents gone. Expects folded case. */
export const foldLookalikes = (text: string): string =>
  Array.from(text.normalize('NFD'), (c) => LOOKALIKES.get(c) ?? c)
    .join('')
    .replace(ACCENTED, '$1')
    .normalize('NFC');
