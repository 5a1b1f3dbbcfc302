import type { ComponentChildren } from 'preact';
import { Icon } from '../../components/icon';
import { useStrings } from '../../components/strings';
import type { Selection } from '../../components/use-selection';

interface Props {
  readonly selection: Selection;
  readonly onRemove: () => void;
  readonly children: ComponentChildren;
}

/** How many are chosen and what can be done with them. Stands above the list only while something is chosen. */
export function SelectionBar({ selection, onRemove, children }: Props) {
  const { t } = useStrings();
  return (
    <section class="row selection-bar" aria-label={t('select.bar')}>
      <b role="status">{t('select.count', { count: selection.chosen.size })}</b>
      <button type="button" class="btn plain" onClick={selection.all}>
        {t('select.all')}
      </button>
      <button type="button" class="btn plain" onClick={selection.clear}>
        {t('select.none')}
      </button>
      <span class="grow" />
      {children}
      <button type="button" class="btn danger" onClick={onRemove}>
        <Icon name="trash" />
        {t('common.delete')}
      </button>
    </section>
  );
}
