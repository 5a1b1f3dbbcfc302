import { type MessageKey, useStrings } from '../../components/strings';
import { SORTS, type Sort } from './sort-facts';

const NAMES: Readonly<Record<Sort, MessageKey>> = {
  newest: 'library.sort.newest',
  oldest: 'library.sort.oldest',
  name: 'library.sort.name',
  site: 'library.sort.site',
};

interface Props {
  readonly value: Sort;
  /** What is found by a search comes best first unless another order is chosen. */
  readonly searching: boolean;
  readonly onChange: (sort: Sort) => void;
}

/** The choice of a list's order, beside its search box. */
export function SortChoice({ value, searching, onChange }: Props) {
  const { t } = useStrings();
  return (
    <select
      class="field"
      aria-label={t('library.sort')}
      value={value}
      onChange={(event) => onChange(SORTS.find((sort) => sort === event.currentTarget.value) ?? 'newest')}
    >
      {SORTS.map((sort) => (
        <option key={sort} value={sort}>
          {t(searching && sort === 'newest' ? 'library.sort.best' : NAMES[sort])}
        </option>
      ))}
    </select>
  );
}
