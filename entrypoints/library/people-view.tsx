import { useMemo } from 'preact/hooks';
import { Icon } from '../../components/icon';
import { LabelChip } from '../../components/label-chip';
import { Name } from '../../components/name';
import { StateView } from '../../components/state-view';
import { type MessageKey, useStrings } from '../../components/strings';
import { VirtualList } from '../../components/virtual-list';
import type { Person, PersonAction } from '../../core/model/person';
import { removePeople } from '../../core/store/people';
import { ListHead } from './list-head';
import { matches, searchWords } from './matching';
import { useLibrary, useLive } from './use-store';

const ROW_PX = 60;
export const ACTION_NAMES: Readonly<Record<PersonAction, MessageKey>> = {
  hide: 'action.hide',
  dim: 'action.dim',
  highlight: 'action.highlight',
  show: 'action.show',
};
const textsOf = (person: Person): readonly string[] => [
  ...person.names,
  person.site,
  person.id ?? '',
  person.note,
  ...person.labels.map((label) => label.text),
];

interface Props {
  readonly query: string;
  readonly onSearch: (query: string) => void;
  readonly onOpen: (uuid: string) => void;
}

/** Everyone who was tagged, noted or hidden; the last changed first. */
export function PeopleView({ query, onSearch, onOpen }: Props) {
  const { t, date } = useStrings();
  const { store, done } = useLibrary();
  const people = useLive(async () => {
    const rows = await store.db.people.orderBy('updatedAt').reverse().toArray();
    return rows.filter((person) => person.deletedAt === null);
  }, [store]);
  const shown = useMemo(() => {
    const words = searchWords(query);
    return people?.filter((person) => matches(person, textsOf, words)) ?? [];
  }, [people, query]);
  const remove = (person: Person) =>
    void done.run((op) => removePeople(store, op, [person.uuid]), 'done.person.remove', { count: 1, name: person.names[0] ?? '' });

  return (
    <>
      <ListHead
        title={t('library.people')}
        count={people ? t('count.people', { count: shown.length }) : ''}
        searchLabel={t('library.people.search')}
        query={query}
        onSearch={onSearch}
      />
      {people === undefined && <StateView kind="busy" title={t('common.loading')} />}
      {people?.length === 0 && <StateView title={t('library.people.empty')} text={t('library.people.emptyWhy')} />}
      {people && people.length > 0 && shown.length === 0 && <StateView title={t('library.noMatch')} />}
      {shown.length > 0 && (
        <VirtualList
          label={t('library.people')}
          count={shown.length}
          rowHeight={ROW_PX}
          keyOf={(index) => shown[index]!.uuid}
          onOpen={(index) => onOpen(shown[index]!.uuid)}
          onDelete={(index) => remove(shown[index]!)}
          row={(index) => {
            const person = shown[index]!;
            return (
              <div class="item">
                <div class="grow">
                  <p class="item-line">
                    <a class="item-name" href={`#/people/${person.uuid}`} tabIndex={-1}>
                      <Name name={person.names[0] ?? ''} />
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
                  aria-label={t('library.people.delete', { name: person.names[0] ?? '' })}
                  title={t('common.delete')}
                  onClick={() => remove(person)}
                >
                  <Icon name="trash" />
                </button>
              </div>
            );
          }}
        />
      )}
    </>
  );
}
