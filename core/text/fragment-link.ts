/** A quote longer than this is given by its first and last words: browsers cut long addresses, mail programs break them. */
const WHOLE_LIMIT = 120;
const EDGE_WORDS = 5;
const EDGE_CHARACTERS = 12; // of a script without spaces

/** Percent-encodes for a text directive, where `-`, `,` and `&` have a meaning of their own. Lone surrogates become U+FFFD. */
const directive = (text: string): string =>
  encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')).replace(
    /[-!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function edges(text: string): readonly [string, string] {
  const words = text.split(' ');
  if (words.length > EDGE_WORDS * 2) return [words.slice(0, EDGE_WORDS).join(' '), words.slice(-EDGE_WORDS).join(' ')];
  const characters = [...text];
  return [characters.slice(0, EDGE_CHARACTERS).join(''), characters.slice(-EDGE_CHARACTERS).join('')];
}

/**
 * An address that scrolls to a quote: `url#:~:text=…` (WICG Scroll to Text Fragment). White space is collapsed as the page shows it;
 * a long quote is given as `first words,last words`. A fragment that the address has already is kept before the directive. '' gives the address.
 */
export function fragmentLink(url: string, quote: string): string {
  const text = quote.replace(/\s+/gu, ' ').trim();
  const bare = url.replace(/:~:.*$/u, '');
  if (text === '') return bare;
  const value = text.length <= WHOLE_LIMIT ? directive(text) : edges(text).map(directive).join(',');
  return `${bare}${bare.includes('#') ? '' : '#'}:~:text=${value}`;
}
