import { useEffect, useState } from 'preact/hooks';
import { type MessageKey, useStrings } from '../../components/strings';
import type { StoredKind } from './stored-kinds';
import { TypedDelete } from './typed-delete';

interface RowProps {
  readonly kind: StoredKind;
  /** Changes when the amount may have changed. */
  readonly turn: string;
  readonly onDeleted: () => void;
}

/**
 * One kind of what is stored, how much there is of it, and its deletion. Where it cannot be counted or deleted the row says so and
 * offers another try; an amount from before is not shown then.
 */
export function KindRow({ kind, turn, onDeleted }: RowProps) {
  const { t, n } = useStrings();
  const [amount, setAmount] = useState<Awaited<ReturnType<StoredKind['amount']>> | null>(null);
  const [fault, setFault] = useState<MessageKey | null>(null);
  const [again, setAgain] = useState(0);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    let stale = false;
    kind.amount().then(
      (found) => {
        if (stale) return;
        setAmount(found);
        setFault((before) => (before === 'stored.unread' ? null : before));
      },
      () => {
        if (stale) return;
        setAmount(null);
        setFault('stored.unread');
      },
    );
    return () => {
      stale = true;
    };
  }, [kind.id, turn, again]);
  const remove = async () => {
    setFault(null);
    try {
      await kind.remove();
    } catch {
      setFault('stored.undeleted');
      return;
    }
    setOpen(false);
    onDeleted();
  };
  const name = t(kind.name);
  return (
    <li class="stored-kind">
      <div class="grow settings-name">
        <p>{name}</p>
        <p class="muted">{t(kind.why)}</p>
        {fault && (
          <p class="problem" role="alert">
            {t(fault)}
          </p>
        )}
      </div>
      {amount && (
        <span class="muted number">
          {t('count.entries', { count: amount.count })}
          {amount.count > 0 && ` · ${t('stored.size', { size: n(Math.max(1, Math.round(amount.bytes / 1024))) })}`}
        </span>
      )}
      {fault === 'stored.unread' ? (
        <button type="button" class="btn" aria-label={t('stored.again', { name })} onClick={() => setAgain((before) => before + 1)}>
          {t('common.retry')}
        </button>
      ) : (
        <button
          type="button"
          class="btn danger"
          aria-expanded={open}
          aria-label={t('delete.kind', { name })}
          disabled={amount === null || amount.count === 0}
          onClick={() => setOpen(!open)}
        >
          {t('common.delete')}
        </button>
      )}
      {open && amount !== null && amount.count > 0 && <TypedDelete label={t('delete.kind', { name })} onDelete={remove} />}
    </li>
  );
}
