import type { Strings } from '../../components/strings';
import { formatCsv } from '../../core/store/export-csv';
import { formatJsonLd, type Selection } from '../../core/store/export-jsonld';
import { formatHtml, formatMarkdown } from '../../core/store/export-text';
import { saveFile } from './save-file';

/** The forms that a selection can be saved in; their names are the same in every language. */
export const EXPORT_FORMS = [
  { id: 'md', label: 'Markdown', type: 'text/markdown' },
  { id: 'html', label: 'HTML', type: 'text/html' },
  { id: 'csv', label: 'CSV', type: 'text/csv' },
  { id: 'jsonld', label: 'JSON-LD', type: 'application/ld+json' },
] as const;

/** The name of a file made today. */
export const fileName = (ending: string): string => `postil-${new Date().toISOString().slice(0, 10)}.${ending}`;

/** Saves a selection as a file of one of the forms; deleted rows are left out. */
export function exportSelection(id: string, { people, marks }: Selection, { t, lang }: Pick<Strings, 't' | 'lang'>): void {
  const form = EXPORT_FORMS.find((known) => known.id === id);
  if (!form) return;
  const selection = {
    people: people.filter((person) => person.deletedAt === null),
    marks: marks.filter((mark) => mark.deletedAt === null),
  };
  const words = { title: 'Postil', people: t('library.people'), pages: t('export.pages') };
  const text = {
    md: () => formatMarkdown(selection, words),
    html: () => formatHtml(selection, words, lang),
    csv: () => formatCsv(selection),
    jsonld: () => formatJsonLd(selection),
  }[form.id]();
  saveFile(fileName(form.id), form.type, [text]);
}
