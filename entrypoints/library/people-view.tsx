import { Icon } from '../../components/icon';
import { LabelChip } from '../../components/label-chip';
import { Name } from '../../components/name';
import { StateView } from '../../components/state-view';
import { type MessageKey, useStrings } from '../../components/strings';
import { useSelection } from '../../components/use-selection';
import { VirtualList } from '../../components/virtual-list';
import type { PersonAction } from '../../core/model/person';
import type { StoredPerson } from '../../core/store/database';
import { removePeople } from '../../core/store/many';
import { ListHead } from './list-head';
import { PeopleBar } from './people-bar';
import type { Route } from './route';
import type { RowReader } from './row-reader';
import { SavedBar } from './saved-bar';
import { SortChoice } from './sort-choice';
import { useLibrary, useListed, useRow, useRows } from './use-store';

const ROW_PX = 60;
export const ACTION_NAMES: Readonly<Record<PersonAction, MessageKey>> = {
  hide: 'action.hide',
  dim: 'action.dim',
  highlight: 'action.highlight',
  show: 'action.show',
};
interface Props {
  readonly route: Route;
  readonly go: (route: Partial<Route>) => void;
}
const NOBODY: readonly string[] = [];

/** Everyone who was tagged, noted or hidden, in the order chosen. */
export function PeopleView({ route, go }: Props) {
  const { t } = useStrings();
  const { store, done, index } = useLibrary();
  const { query, sort } = route;
  const shown = useListed('people', query, null, sort);
  const selection = useSelection(shown ?? NOBODY);
  const { reader, onRange } = useRows('people', shown ?? NOBODY);
  const remove = (uuid: string, name: string) =>
    void done.run((op) => removePeople(store, op, [uuid]), 'done.person.remove', { count: 1, name });

  return (
    <>
      <ListHead
        title={t('library.people')}
        count={shown && index.ready ? t('count.people', { count: shown.length }) : ''}
        searchLabel={t('library.people.search')}
        query={query}
        onSearch={(words) => go({ query: words })}
      >
        <SortChoice value={sort} searching={query !== ''} onChange={(order) => go({ sort: order })} />
      </ListHead>
      <SavedBar route={route} />
      {selection.chosen.size > 0 && <PeopleBar selection={selection} />}
      {shown === undefined && <StateView kind="busy" title={t('common.loading')} />}
      {shown?.length === 0 && query === '' && <StateView title={t('library.people.empty')} text={t('library.people.emptyWhy')} />}
      {shown?.length === 0 && query !== '' && <StateView title={t('library.noMatch')} />}
      {shown && shown.length > 0 && (
        <VirtualList
          label={t('library.people')}
          count={shown.length}
          rowHeight={ROW_PX}
          keyOf={(at) => shown[at]!}
          onOpen={(at) => go({ item: shown[at]! })}
          selection={selection}
          selectLabel={t('select.person')}
          onDelete={(at) => remove(shown[at]!, '')}
          onRange={onRange}
          row={(at) => <PersonRow uuid={shown[at]!} reader={reader} onRemove={remove} />}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly uuid: string;
  readonly reader: RowReader<StoredPerson>;
  readonly onRemove: (uuid: string, name: string) => void;
}

/** One person of the list, read when it comes into view. */
function PersonRow({ uuid, reader, onRemove }: RowProps) {
  const { t, date } = useStrings();
  const person = useRow(reader, uuid);
  if (!person) return null;
  const name = person.names[0] ?? '';
  return (
    <div class="item">
      <div class="grow">
        <p class="item-line">
          <a class="item-name" href={`#/people/${uuid}`} tabIndex={-1}>
            <Name name={name} />
          </a>
          {person.labels.map((label) => (
            <LabelChip key={label.text} label={label} />
          ))}
          {person.action && <span class="count">{t(ACTION_NAMES[person.action])}</span>}
        </p>
        <p class="muted ellipsis">
          <bdi>{person.site}</bdi> · {date(person.updatedAt)}
          {person.note !== '' && (
            <>
              {' · '}
              <bdi>{person.note}</bdi>
            </>
          )}
        </p>
      </div>
      <button
        type="button"
        class="btn icon plain"
        aria-label={t('library.people.delete', { name })}
        title={t('common.delete')}
        onClick={() => onRemove(uuid, name)}
      >
        <Icon name="trash" />
      </button>
    </div>
  );
}
