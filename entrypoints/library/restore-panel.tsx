import { useEffect, useState } from 'preact/hooks';
import { problemText } from '../../components/problem-text';
import { Segmented } from '../../components/segmented';
import { StateView } from '../../components/state-view';
import { type MessageKey, useStrings } from '../../components/strings';
import { writeStored } from '../../core/bus/bell';
import { STORAGE } from '../../core/bus/protocol';
import { settingsFrom } from '../../core/bus/settings';
import { adaptersFrom } from '../../core/model/check-adapter';
import { refused } from '../../core/model/result';
import { fileShelf } from '../../core/store/file-shelf';
import { FILE_FAULT, MAX_BYTES } from '../../core/store/json';
import { previewRestore, restore } from '../../core/store/restore';
import type { Choice, RestoreMode, RestorePlan } from '../../core/store/restore-plan';
import { takeSnapshot } from '../../core/store/snapshots';
import { ConflictList } from './conflict-list';
import { keptOutside } from './export-panel';
import { type ReadFile, readAnyFile } from './read-any-file';
import { searchesFrom } from './saved-searches';
import { useLibrary } from './use-store';

const TABLES: Readonly<Record<'people' | 'marks' | 'rules' | 'visits', MessageKey>> = {
  people: 'library.people',
  marks: 'data.marks',
  rules: 'library.rules',
  visits: 'library.threads',
};

interface Props {
  /** A snapshot chosen elsewhere on the page. */
  readonly chosen: ReadFile | null;
  readonly onClose: () => void;
}

/** Restores a backup or imports another tool's file: first what it would do, then one commit that can be undone. */
export function RestorePanel({ chosen, onClose }: Props) {
  const strings = useStrings();
  const { t } = strings;
  const { store, done } = useLibrary();
  const [file, setFile] = useState<ReadFile | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [mode, setMode] = useState<RestoreMode>('merge');
  const [otherwise, setOtherwise] = useState<Choice>('merge');
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [plan, setPlan] = useState<RestorePlan | null>(null);
  const [work, setWork] = useState<{ readonly stop: AbortController; readonly share: number } | null>(null);
  useEffect(() => {
    if (chosen) setFile(chosen);
  }, [chosen]);
  useEffect(() => {
    let stale = false;
    setPlan(null);
    if (file)
      void previewRestore(store, file.backup, { mode, otherwise, choices, foreign: file.foreign }).then((next) => {
        if (!stale) setPlan(next);
      });
    return () => {
      stale = true;
    };
  }, [file, mode, otherwise, choices]);

  const read = async (picked: File) => {
    setProblem(null);
    setFile(null);
    setChoices(new Map());
    // The engine is large and only files with patterns need it; a file is read rarely enough.
    const { regexEngine } = await import('../../core/rules/regex');
    // A file that is too big is refused before it is in memory.
    const got =
      picked.size > MAX_BYTES
        ? refused(FILE_FAULT.tooBig, picked.name)
        : readAnyFile(picked.name, new Uint8Array(await picked.arrayBuffer()), store, regexEngine, (problem, at) =>
            t('rule.problemAt', { problem: problemText(problem, strings), at }),
          );
    if (got.ok) setFile(got.value);
    else setProblem([problemText(got.problem, strings), got.where].filter((part) => part !== '').join(' · '));
  };
  const close = () => {
    setFile(null);
    setWork(null);
    onClose();
  };
  const apply = async () => {
    if (!file) return;
    const stop = new AbortController();
    setWork({ stop, share: 0 });
    const shelved = await takeSnapshot(store, fileShelf(navigator.storage), 'before', await keptOutside());
    const written =
      shelved.ok &&
      (await done.run(
        (op) =>
          restore(
            store,
            op,
            file.backup,
            { mode, otherwise, choices, foreign: file.foreign },
            { signal: stop.signal, onProgress: (count, of) => setWork({ stop, share: of === 0 ? 1 : count / of }) },
          ),
        file.foreign ? 'done.import' : mode === 'replace' ? 'done.replace' : 'done.restore',
      ));
    if (!shelved.ok) done.say('fault.snapshot');
    const { settings, adapters, searches } = file.backup.kept;
    if (written && mode === 'replace' && settings)
      await writeStored({
        [STORAGE.settings]: settingsFrom(settings),
        [STORAGE.adapters]: adaptersFrom(adapters),
        [STORAGE.searches]: searchesFrom(searches),
      });
    if (written) close();
    else setWork(null);
  };
  const changes = plan ? Object.values(plan.changes).reduce((sum, list) => sum + list.length, 0) : 0;
  return (
    <section class="stack" aria-labelledby="restore-title">
      <h2 id="restore-title">{t('data.restore')}</h2>
      <p class="muted">{t('data.restoreWhy')}</p>
      <label class="btn large file">
        {t('data.file')}
        <input
          type="file"
          accept=".json,.jsonld,.csv,.txt,application/json,text/plain,text/csv"
          onChange={(event) => {
            const picked = event.currentTarget.files?.[0];
            if (picked) void read(picked);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <p class="problem" role="alert">
        {problem}
      </p>
      {file && (
        <div class="card stack">
          <p>
            <b>
              <bdi>{file.name}</bdi>
            </b>{' '}
            <span class="muted">{file.tool}</span>
          </p>
          <Segmented
            name="restore-mode"
            label={t('restore.mode')}
            value={mode}
            onChange={setMode}
            options={[
              { value: 'merge', label: t('restore.merge') },
              { value: 'replace', label: t('restore.replace') },
            ]}
          />
          {mode === 'replace' && <p class="problem">{t('restore.replaceWhy')}</p>}
          {!plan && <StateView kind="busy" title={t('restore.planning')} />}
          {plan && (
            <ul class="facts">
              {(Object.keys(TABLES) as (keyof typeof TABLES)[]).map((table) => {
                const { add, same, differ, drop } = plan.counts[table];
                return (
                  <li key={table}>
                    {t(TABLES[table])}: {t('restore.counts', { add, same, differ, drop })}
                  </li>
                );
              })}
            </ul>
          )}
          {file.unknown.length > 0 && (
            <details>
              <summary>{t('restore.unknown', { count: file.unknown.length })}</summary>
              <ul class="muted">
                {file.unknown.slice(0, 100).map((path) => (
                  <li key={path}>{path}</li>
                ))}
              </ul>
            </details>
          )}
          {plan && plan.conflicts.length > 0 && mode === 'merge' && (
            <ConflictList
              conflicts={plan.conflicts}
              otherwise={otherwise}
              choices={choices}
              onOtherwise={setOtherwise}
              onChoice={(id, choice) => setChoices(new Map([...choices, [id, choice]]))}
            />
          )}
          {work && <progress max={1} value={work.share} aria-label={t('popup.progress')} />}
          <p class="row">
            <button type="button" class="btn primary large" disabled={!plan || work !== null || changes === 0} onClick={() => void apply()}>
              {t('restore.apply', { count: changes })}
            </button>
            <button type="button" class="btn large" onClick={() => (work ? work.stop.abort() : close())}>
              {t('common.cancel')}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}
