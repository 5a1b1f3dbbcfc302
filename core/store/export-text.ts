import type { Mark } from '../model/mark';
import type { Person } from '../model/person';
import type { Selection } from './export-jsonld';

/** The few words of a document that a person reads, in their language. */
export interface ExportWords {
  readonly title: string;
  readonly people: string;
  readonly pages: string;
}

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);
const quote = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${escapeMarkdown(line)}`)
    .join('\n');

/** Marks by page, in the order in which the pages were first marked. */
export function byPage(marks: readonly Mark[]): readonly (readonly [Mark, readonly Mark[]])[] {
  const pages = new Map<string, Mark[]>();
  for (const mark of [...marks].sort((a, b) => a.createdAt - b.createdAt)) {
    const page = pages.get(mark.threadKey);
    if (page) page.push(mark);
    else pages.set(mark.threadKey, [mark]);
  }
  return [...pages.values()].map((list) => [list[0]!, list] as const);
}

/** A selection as Markdown: people with labels and notes, then page by page what was marked, quoted. To be read, not re-imported. */
export function formatMarkdown({ people, marks }: Selection, words: ExportWords): string {
  const out = [`# ${escapeMarkdown(words.title)}`];
  if (people.length > 0) {
    out.push(`## ${escapeMarkdown(words.people)}`);
    for (const person of people) {
      const labels = person.labels.map((label) => `\`${label.text.replaceAll('`', "'")}\``).join(' ');
      out.push(`- **${escapeMarkdown(oneLine(person.names[0] ?? ''))}** (${escapeMarkdown(person.site)}) ${labels}`.trimEnd());
      if (person.note !== '')
        out.push(
          person.note
            .split('\n')
            .map((line) => `  ${escapeMarkdown(line)}`)
            .join('\n'),
        );
    }
  }
  if (marks.length > 0) out.push(`## ${escapeMarkdown(words.pages)}`);
  for (const [first, list] of byPage(marks)) {
    const title = escapeMarkdown(oneLine(first.title) || first.threadKey);
    out.push(`### ${isWeb(first.url) ? `[${title}](<${first.url.replace(/[<>\s]/g, encodeURIComponent)}>)` : title}`);
    for (const mark of list) {
      const text = mark.selectors?.exact ?? mark.text;
      if (text !== '') out.push(quote(text));
      out.push(
        [mark.author === '' ? '' : `— ${escapeMarkdown(oneLine(mark.author))}`, mark.note === '' ? '' : escapeMarkdown(mark.note)]
          .filter(Boolean)
          .join('\n\n'),
      );
    }
  }
  return `${out.filter((part) => part !== '').join('\n\n')}\n`;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[char] ?? char);

function personHtml(person: Person): string {
  const labels = person.labels.map((label) => `<mark>${escapeHtml(label.text)}</mark>`).join(' ');
  const note = person.note === '' ? '' : `<p>${escapeHtml(person.note)}</p>`;
  return `<li><bdi><strong>${escapeHtml(person.names[0] ?? '')}</strong></bdi> <small>${escapeHtml(person.site)}</small> ${labels}${note}</li>`;
}
function markHtml(mark: Mark): string {
  const text = mark.selectors?.exact ?? mark.text;
  const note = mark.note === '' ? '' : `<p>${escapeHtml(mark.note)}</p>`;
  const cite = mark.author === '' ? '' : `<footer>— <bdi>${escapeHtml(mark.author)}</bdi></footer>`;
  return `${text === '' ? '' : `<blockquote>${escapeHtml(text)}${cite}</blockquote>`}${note}`;
}

/** A selection as one HTML page that loads nothing and runs nothing. Everything stored stands in it as text. */
export function formatHtml({ people, marks }: Selection, words: ExportWords, lang: string): string {
  const pages = byPage(marks).map(([first, list]) => {
    const title = escapeHtml(oneLine(first.title) || first.threadKey);
    const link = isWeb(first.url) ? `<a href="${escapeHtml(first.url)}" rel="noopener noreferrer">${title}</a>` : title;
    return `<section><h3>${link}</h3>\n${list.map(markHtml).join('\n')}</section>`;
  });
  return `<!doctype html>
<html lang="${escapeHtml(lang)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${escapeHtml(words.title)}</title>
<style>body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 serif}blockquote,p{white-space:pre-wrap}footer{color:#555}</style>
</head><body><h1>${escapeHtml(words.title)}</h1>
${people.length > 0 ? `<h2>${escapeHtml(words.people)}</h2>\n<ul>\n${people.map(personHtml).join('\n')}\n</ul>` : ''}
${pages.length > 0 ? `<h2>${escapeHtml(words.pages)}</h2>\n${pages.join('\n')}` : ''}
</body></html>
`;
}
