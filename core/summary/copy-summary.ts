import type { Article } from '../model/article';
import type { SummarySentence } from '../model/summary';
import { fragmentLink } from '../text/fragment-link';

/** Forms in which a summary is copied. */
export type CopyForm = 'text' | 'markdown' | 'quotes';

const markdownText = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, (char) => `\\${char}`);

/** A summary to be pasted elsewhere: plain text, Markdown whose sentences link to their place, or a list of quotes with the source. */
export function summaryAs(form: CopyForm, article: Article, sentences: readonly SummarySentence[]): string {
  const texts = sentences.map((sentence) => sentence.text);
  if (form === 'text') return [article.title, '', ...texts, '', article.url].join('\n');
  if (form === 'markdown')
    return [
      `**[${markdownText(article.title)}](${article.url})**`,
      '',
      ...texts.map((text) => `- [${markdownText(text)}](${fragmentLink(article.url, text)})`),
    ].join('\n');
  const source = [article.title, article.site, article.url].filter((part) => part !== null && part !== '').join(', ');
  return [...texts.flatMap((text) => [`> ${text}`, '']), `— ${source}`].join('\n');
}
