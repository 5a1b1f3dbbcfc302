import type { Article } from '../model/article';
import type { SummarySentence } from '../model/summary';
import { fragmentLink } from '../text/fragment-link';

/** Forms in which a summary is copied. */
export type CopyForm = 'text' | 'markdown' | 'quotes';

/** Line breaks would begin a heading, a fence or a list; control characters and turns of direction would act on the text around the copy. */
const oneLine = (text: string): string =>
  text
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();

/** All that has a meaning in CommonMark or GitHub's Markdown: emphasis, links, code, HTML, entities, tables, struck text, formulas. */
const markdownText = (text: string): string => oneLine(text).replace(/[\\`*_[\]<>#|~&$]/g, (char) => `\\${char}`);

/** An address that cannot end its link: brackets and what Markdown would read as an escape or an entity are percent-encoded or escaped. */
const markdownUrl = (url: string): string =>
  url
    .replace(/[\s()<>\\[\]`|]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    .replace(/&(?=#?\w+;)/g, '&amp;');

const markdownLink = (text: string, url: string): string =>
  /^(?:https?|file):/i.test(url) ? `[${markdownText(text)}](${markdownUrl(url)})` : markdownText(text);

/** The address of a sentence. Where its beginning stands earlier in the story too, the words before it tell the places apart. */
function linkOf({ url, blocks }: Article, { text, block, start }: SummarySentence): string {
  const earlier = blocks.slice(0, block).map((one) => one.text);
  return fragmentLink(url, text, { earlier, before: blocks[block]?.text.slice(0, start) ?? '' });
}

/**
 * A summary to be pasted elsewhere: plain text, Markdown whose sentences link to their place, or a list of quotes with the source.
 * Whatever the page wrote stays text, each sentence on one line: no link, image, HTML, heading or code can come out of it.
 */
export function summaryAs(form: CopyForm, article: Article, sentences: readonly SummarySentence[]): string {
  const texts = sentences.map((sentence) => oneLine(sentence.text));
  const title = oneLine(article.title);
  if (form === 'text') return [...(title === '' ? [] : [title, '']), ...texts, '', article.url].join('\n');
  if (form === 'markdown')
    return [
      `**${markdownLink(title === '' ? article.url : title, article.url)}**`,
      '',
      ...sentences.map((sentence) => `- ${markdownLink(sentence.text, linkOf(article, sentence))}`),
    ].join('\n');
  const source = [title, oneLine(article.site ?? ''), article.url].filter((part) => part !== '').join(', ');
  return [...texts.flatMap((text) => [`> ${text}`, '']), `— ${source}`].join('\n');
}
