import { type MessageKey, useStrings } from '../../components/strings';

const KEYS: readonly (readonly [string, MessageKey])[] = [
  ['↑ ↓', 'panel.keys.move'],
  ['↵', 'panel.keys.go'],
  ['n', 'panel.keys.next'],
  ['p', 'panel.keys.previous'],
  ['/', 'panel.keys.search'],
  ['?', 'panel.keys'],
];

/** The panel's keys. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useStrings();
  return (
    <section class="key-sheet" aria-label={t('panel.keys')}>
      <dl>
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="btn" onClick={onClose}>
        {t('panel.keys.close')}
      </button>
    </section>
  );
}
