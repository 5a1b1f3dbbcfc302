/** A quote longer than this is given by its first and last words: browsers cut long addresses, mail programs break them. */
const WHOLE_LIMIT = 120;
const EDGE_WORDS = 5;
const EDGE_CHARACTERS = 12; // of a script without spaces, at least

/** Percent-encodes for a text directive, where `-`, `,` and `&` have a meaning of their own. Lone surrogates become U+FFFD. */
const directive = (text: string): string =>
  encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')).replace(
    /[-!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The first and the last words. Browsers find nothing that begins or ends inside a word, also in scripts without spaces. */
function edges(text: string): readonly [string, string] {
  const words = text.split(' ');
  if (words.length > EDGE_WORDS * 2) return [words.slice(0, EDGE_WORDS).join(' '), words.slice(-EDGE_WORDS).join(' ')];
  const starts = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].map(({ index }) => index);
  const head = starts.find((at) => at >= EDGE_CHARACTERS) ?? text.length;
  const tail = starts.findLast((at) => at <= text.length - EDGE_CHARACTERS) ?? 0;
  return [text.slice(0, head).trimEnd(), text.slice(tail)];
}

/** The words before a quote, as many as an edge has. */
function lastWords(text: string): string {
  const tail = text.split(' ').slice(-EDGE_WORDS).join(' ');
  return tail.length <= WHOLE_LIMIT ? tail : edges(tail)[1];
}

/**
 * An address that scrolls to a quote: `url#:~:text=…` (WICG Scroll to Text Fragment). White space is collapsed as the page shows it;
 * a long quote is given as `first words,last words`. `page` is text of the same paragraph and those before it, where it is known: a
 * quote whose beginning stands there earlier is told apart by the words before it. A fragment that the address has already is kept
 * before the directive. '' gives the address.
 */
export function fragmentLink(
  url: string,
  quote: string,
  page: { readonly earlier: readonly string[]; readonly before: string } | null = null,
): string {
  const text = quote.replace(/\s+/gu, ' ').trim();
  const bare = url.replace(/(#.*?):~:.*$/u, '$1');
  if (text === '') return bare;
  const ends = text.length <= WHOLE_LIMIT ? [text] : edges(text);
  const before = page?.before.replace(/\s+/gu, ' ').trim() ?? '';
  const start = ends[0]!.toLowerCase();
  const again = [...(page?.earlier ?? []), before].some((part) => part.replace(/\s+/gu, ' ').toLowerCase().includes(start));
  const prefix = again && before !== '' ? `${directive(lastWords(before))}-,` : '';
  return `${bare}${bare.includes('#') ? '' : '#'}:~:text=${prefix}${ends.map(directive).join(',')}`;
}
