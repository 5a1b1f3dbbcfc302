import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { problemText } from '../../components/problem-text';
import { useStrings } from '../../components/strings';
import { Switch } from '../../components/switch';
import { builtInEngine, findSummarizer } from '../../core/engines/built-in-engine';
import { serverAddress } from '../../core/engines/server-address';
import { findTrialMl, TRIAL, trialEngine } from '../../core/engines/trial-engine';
import { type EngineChoice, readEngines, writeEngines } from '../../core/store/engine-choice';
import type { EngineState } from '../../core/summary/model';
import { useLibrary, useLive } from './use-store';

const ownName = import.meta.env.FIREFOX ? 'engines.firefox' : 'engines.builtIn';

/** Gives the server's permission back to the browser. The next click on Generate asks for it again. */
export async function leaveServer({ server }: EngineChoice): Promise<void> {
  const address = server ? serverAddress(server.url) : null;
  // A wider grant that covers it stays: then there is nothing of its own to give back.
  if (address) await browser.permissions.remove({ origins: [address.origin] }).catch(() => false);
}

/** The engines that write summaries of their own: each off until it is switched on here. */
export function EngineSettings() {
  const strings = useStrings();
  const { t, lang } = strings;
  const { store } = useLibrary();
  const choice = useLive(() => readEngines(store), [store]);
  const [state, setState] = useState<EngineState | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let stale = false;
    const engine = import.meta.env.FIREFOX ? trialEngine(() => findTrialMl(browser)) : builtInEngine(findSummarizer(globalThis));
    // Firefox's knows English only, whatever the reader's own language is.
    void engine.state(import.meta.env.FIREFOX ? 'en' : lang).then((found) => (stale ? undefined : setState(found)));
    return () => {
      stale = true;
    };
  }, [lang]);

  const keep = async (next: EngineChoice) => {
    const kept = await writeEngines(store, next);
    setProblem(kept.ok ? '' : problemText(kept.problem, strings));
  };
  if (!choice) return null;
  const setOwn = async (builtIn: boolean) => {
    setProblem('');
    // Asked within the click: nothing may be awaited before.
    if (import.meta.env.FIREFOX && builtIn && !(await browser.permissions.request(TRIAL).catch(() => false)))
      return setProblem(t('engines.firefox.denied'));
    if (import.meta.env.FIREFOX && !builtIn) await browser.permissions.remove(TRIAL).catch(() => false);
    await keep({ ...choice, builtIn });
  };
  // A language that it does not know now may be known on another page.
  const possible = state !== null && (state.state !== 'unavailable' || state.reason === 'language' || import.meta.env.FIREFOX);
  return (
    <section class="stack">
      <h2>{t('engines.title')}</h2>
      <p class="muted">{t('engines.why')}</p>
      <ul class="settings">
        <li>
          <div class="grow settings-name">
            <p>{t(ownName)}</p>
            {import.meta.env.FIREFOX ? (
              <p class="muted">{t('engines.firefox.why')}</p>
            ) : (
              state && <p class="muted">{t(`engines.state.${state.state === 'unavailable' ? state.reason : state.state}`)}</p>
            )}
          </div>
          <Switch
            on={choice.builtIn}
            label={t(ownName)}
            disabled={!possible && !choice.builtIn}
            onChange={(builtIn) => void setOwn(builtIn)}
          />
        </li>
      </ul>
      <ServerForm choice={choice} onKeep={keep} />
      <p class="problem" role="alert">
        {problem}
      </p>
    </section>
  );
}

interface ServerFormProps {
  readonly choice: EngineChoice;
  readonly onKeep: (choice: EngineChoice) => Promise<void>;
}

/** The server's address, model and key; switching it on asks the browser for the address. */
function ServerForm({ choice, onKeep }: ServerFormProps) {
  const { t } = useStrings();
  const [url, setUrl] = useState(choice.server?.url ?? '');
  const [model, setModel] = useState(choice.server?.model ?? '');
  const [key, setKey] = useState(choice.server?.key ?? '');
  const [problem, setProblem] = useState('');
  const on = choice.server?.on ?? false;

  const save = async (wanted: boolean) => {
    setProblem('');
    const address = serverAddress(url);
    if (wanted && !address) return setProblem(t('engines.badAddress'));
    if (wanted && model.trim() === '') return setProblem(t('engines.noModel'));
    // The browser asks only within the click: nothing may be awaited before request().
    if (wanted && address && !(await browser.permissions.request({ origins: [address.origin] }).catch(() => false)))
      return setProblem(t('engines.denied'));
    if (!wanted && on) await leaveServer(choice);
    await onKeep({ ...choice, server: { on: wanted, url: url.trim(), model: model.trim(), key: key.trim() } });
  };
  const fields = [
    { id: 'engine-url', name: t('engines.address'), value: url, set: setUrl, hidden: false, hint: 'http://localhost:11434', max: 2000 },
    { id: 'engine-model', name: t('engines.model'), value: model, set: setModel, hidden: false, hint: '', max: 200 },
    { id: 'engine-key', name: t('engines.key'), value: key, set: setKey, hidden: true, hint: '', max: 2000 },
  ];
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save(on);
      }}
    >
      <div class="row nowrap">
        <div class="grow settings-name">
          <p>{t('engines.server')}</p>
          <p class="muted">{t('engines.server.why')}</p>
        </div>
        <Switch on={on} label={t('engines.server')} onChange={(wanted) => void save(wanted)} />
      </div>
      {fields.map(({ id, name, value, set, hidden, hint, max }) => {
        const shared = {
          id,
          class: 'field',
          dir: 'ltr',
          autocomplete: 'off',
          spellcheck: false,
          maxLength: max,
          placeholder: hint,
          value,
          onInput: (event: { readonly currentTarget: HTMLInputElement }) => set(event.currentTarget.value),
        } as const;
        return (
          <div key={name} class="stack">
            <label for={id}>{name}</label>
            {hidden ? <input {...shared} type="password" /> : <input {...shared} type="text" />}
          </div>
        );
      })}
      <p class="muted">{t('engines.keyWhy')}</p>
      <p class="problem" role="alert">
        {problem}
      </p>
      <p>
        <button type="submit" class="btn">
          {t('common.save')}
        </button>
      </p>
    </form>
  );
}
