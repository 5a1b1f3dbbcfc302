const IMAGE_OR_LINK = /!?\[([^\][]{0,400})\][ \t]?(?:\([^()\s]*(?:\s[^()]*)?\)|\[[^\][]{0,200}\])/g;
const DEFINITION = /^[ \t]*\[[^\][\n]{1,200}\]:.*$/gm;
const TAG = /<\/?[a-z][^<>]{0,2000}>/gi;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const AUTOLINK = /<(?:[a-z][a-z\d+.-]{1,20}:|[^\s<>@]{1,80}@)[^\s<>]*>/gi;
const ADDRESS =
  /\b(?:javascript|data|vbscript):[^\s<>]{2,}|\b(?:https?|ftp|file):\/{0,3}[^\s<>"“”«»「」)\]，。；！？]{2,}|\bwww\.[^\s<>"“”«»「」)\]，。；！？]+/gi;

/** Generated text without links, images and HTML: a link's own words stay, its address goes. */
export function withoutLinks(text: string): string {
  return text
    .replace(COMMENT, '')
    .replace(IMAGE_OR_LINK, '$1')
    .replace(DEFINITION, '')
    .replace(AUTOLINK, '')
    .replace(TAG, '')
    .replace(ADDRESS, '')
    .replace(/ {2,}/g, ' ')
    .replace(/ (?=[.,;:!?])/g, '');
}
