import { useStrings } from '../../components/strings';
import { readStored } from '../../core/bus/bell';
import { STORAGE } from '../../core/bus/protocol';
import { makeBackup, readAll } from '../../core/store/backup';
import { EXPORT_FORMS, exportSelection, fileName } from './export-forms';
import { saveFile } from './save-file';
import { useLibrary } from './use-store';

/** What lives outside the database and goes along in a backup. */
export const keptOutside = (): Promise<Readonly<Record<string, unknown>>> =>
  readStored([STORAGE.settings, STORAGE.adapters, STORAGE.searches]);

/** Saves everything: as the one file that restores it all, or for reading elsewhere. */
export function ExportPanel() {
  const strings = useStrings();
  const { t } = strings;
  const { store, done } = useLibrary();
  const backup = async () => {
    const made = await makeBackup(store, await keptOutside());
    if (!made.ok) return done.say('fault.database.failed');
    saveFile(fileName('json'), 'application/json', made.value);
  };
  const save = async (form: string) => exportSelection(form, await readAll(store), strings);
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
        {EXPORT_FORMS.map((form) => (
          <button key={form.id} type="button" class="btn" onClick={() => void save(form.id)}>
            {form.label}
          </button>
        ))}
      </p>
    </section>
  );
}
