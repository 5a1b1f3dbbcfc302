import type { ComponentChildren } from 'preact';
import { Icon } from '../../components/icon';
import { StateView } from '../../components/state-view';
import { useStrings } from '../../components/strings';

interface Props {
  /** What the way back is called. */
  readonly back: string;
  readonly onBack: () => void;
  /** `busy` while it is read, `gone` if it is not there any more. */
  readonly state: 'busy' | 'gone' | 'there';
  /** Said when it is gone. */
  readonly gone: string;
  readonly onRemove: () => void;
  readonly children?: ComponentChildren;
}

/** The frame of one item's page: back to the list, delete, and the item below. */
export function DetailFrame({ back, onBack, state, gone, onRemove, children }: Props) {
  const { t } = useStrings();
  const button = (
    <button type="button" class="btn plain" onClick={onBack}>
      <Icon name="back" />
      {back}
    </button>
  );
  if (state === 'busy') return <StateView kind="busy" title={t('common.loading')} />;
  if (state === 'gone') return <StateView title={gone}>{button}</StateView>;
  return (
    <article class="scroll stack">
      <div class="row">
        {button}
        <span class="grow" />
        <button type="button" class="btn danger" onClick={onRemove}>
          <Icon name="trash" />
          {t('common.delete')}
        </button>
      </div>
      {children}
    </article>
  );
}
