import { useState } from 'preact/hooks';
import { useStrings } from '../../components/strings';

/** A deletion that waits until a word was typed. `label` says what is deleted. */
export function TypedDelete({ label, onDelete }: { readonly label: string; readonly onDelete: () => Promise<unknown> }) {
  const { t } = useStrings();
  const [typed, setTyped] = useState('');
  const word = t('delete.word');
  const ready = typed.trim().toLowerCase() === word.toLowerCase();
  return (
    <form
      class="row typed-delete"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        setTyped('');
        void onDelete();
      }}
    >
      <label class="stack tight grow">
        <span class="muted">{t('delete.type', { word })}</span>
        <input class="field short" autocomplete="off" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <button type="submit" class="btn danger large" disabled={!ready}>
        {label}
      </button>
    </form>
  );
}
