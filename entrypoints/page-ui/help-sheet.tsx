import type { Model } from './model';
import { Panel } from './panel';

/** All single keys as they are set now. */
export function HelpSheet({ model }: { readonly model: Model }) {
  const { t, link } = model;
  const keys = link.settings().keys;
  const rows = [
    [keys.next, t('page.keys.next')],
    [keys.previous, t('page.keys.previous')],
    [keys.tag, t('page.keys.tag')],
    [keys.hide, t('page.keys.hide')],
    [`⇧${keys.hide}`, t('page.keys.hidePerson')],
    [keys.note, t('page.keys.note')],
    [keys.help, t('page.keys.help')],
    ['Esc', t('page.keys.close')],
  ];
  return (
    <Panel model={model} at={null} role="dialog" label={t('page.keys.title')} kind="help">
      <h2>{t('page.keys.title')}</h2>
      <dl class="keys">
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div class="row end">
        <button type="button" class="btn" data-first onClick={() => model.close()}>
          {t('page.close')}
        </button>
      </div>
    </Panel>
  );
}
