import { useStrings } from '../../components/strings';
import { readStored } from '../../core/bus/bell';
import { STORAGE } from '../../core/bus/protocol';
import { makeBackup, readAll } from '../../core/store/backup';
import { formatCsv } from '../../core/store/export-csv';
import { formatJsonLd } from '../../core/store/export-jsonld';
import { formatHtml, formatMarkdown } from '../../core/store/export-text';
import { saveFile } from './save-file';
import { useLibrary } from './use-store';

const FORMS = [
  { id: 'md', label: 'Markdown', type: 'text/markdown' },
  { id: 'html', label: 'HTML', type: 'text/html' },
  { id: 'csv', label: 'CSV', type: 'text/csv' },
  { id: 'jsonld', label: 'JSON-LD', type: 'application/ld+json' },
] as const;

/** What lives outside the database and goes along in a backup. */
export const keptOutside = (): Promise<Readonly<Record<string, unknown>>> => readStored([STORAGE.settings, STORAGE.adapters]);

/** Saves everything: as the one file that restores it all, or for reading elsewhere. */
export function ExportPanel() {
  const { t, lang } = useStrings();
  const { store, done } = useLibrary();
  const name = (ending: string) => `postil-${new Date().toISOString().slice(0, 10)}.${ending}`;
  const backup = async () => {
    const made = await makeBackup(store, await keptOutside());
    if (!made.ok) return done.say('fault.database.failed');
    saveFile(name('json'), 'application/json', made.value);
  };
  const save = async (form: (typeof FORMS)[number]) => {
    const all = await readAll(store);
    const people = all.people.filter((person) => person.deletedAt === null);
    const marks = all.marks.filter((mark) => mark.deletedAt === null);
    const words = { title: 'Postil', people: t('library.people'), pages: t('export.pages') };
    const selection = { people, marks };
    const text =
      form.id === 'md'
        ? formatMarkdown(selection, words)
        : form.id === 'html'
          ? formatHtml(selection, words, lang)
          : form.id === 'csv'
            ? formatCsv(selection)
            : formatJsonLd(selection);
    saveFile(name(form.id), form.type, [text]);
  };
  return (
    <section class="stack">
      <h2>{t('data.backup')}</h2>
      <p class="muted">{t('data.backupWhy')}</p>
      <p class="row">
        <button type="button" class="btn primary large" onClick={() => void backup()}>
          {t('data.saveBackup')}
        </button>
      </p>
      <p class="row">
        <span class="muted">{t('data.exportAs')}</span>
        {FORMS.map((form) => (
          <button key={form.id} type="button" class="btn" onClick={() => void save(form)}>
            {form.label}
          </button>
        ))}
      </p>
    </section>
  );
}
