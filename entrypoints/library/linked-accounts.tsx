import { useState } from 'preact/hooks';
import { Icon } from '../../components/icon';
import { LabelChip } from '../../components/label-chip';
import { Name } from '../../components/name';
import { SearchField } from '../../components/search-field';
import { useStrings } from '../../components/strings';
import type { Person } from '../../core/model/person';
import { linkedWith } from '../../core/store/kin';
import { linkPeople, unlinkPeople } from '../../core/store/link-people';
import { useLibrary, useListed, useLive } from './use-store';

/** Offered at once; a longer name narrows it down. */
const OFFERED = 8;

/** The accounts that were linked with this one by hand, with what is known of them, and a search for one more. */
export function LinkedAccounts({ person }: { readonly person: Person }) {
  const { t } = useStrings();
  const { store, done } = useLibrary();
  const [open, setOpen] = useState(false);
  const kin = useLive(() => linkedWith(store, person), [store, person.group, person.uuid]) ?? [];
  const unlink = (other: Person) =>
    void done.run((op) => unlinkPeople(store, op, [other.uuid]), 'done.person.unlink', { count: 1, name: other.names[0] ?? '' });
  const link = async (uuid: string) => {
    setOpen(false);
    await done.run((op) => linkPeople(store, op, [person.uuid, uuid]), 'done.person.link', { count: kin.length + 2 });
  };
  return (
    <section class="stack">
      <h2>{t('person.linked')}</h2>
      <p class="muted">{t('person.linkedWhy')}</p>
      {kin.length > 0 && (
        <ul class="plain-list">
          {kin.map((other) => (
            <li key={other.uuid} class="item">
              <Account person={other} />
              <button
                type="button"
                class="btn"
                aria-label={t('person.unlink', { name: other.names[0] ?? '' })}
                onClick={() => unlink(other)}
              >
                {t('person.unlinkShort')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {open ? (
        <AccountSearch
          leaveOut={[person.uuid, ...kin.map(({ uuid }) => uuid)]}
          onChoose={(uuid) => void link(uuid)}
          onClose={() => setOpen(false)}
        />
      ) : (
        <p>
          <button type="button" class="btn" onClick={() => setOpen(true)}>
            <Icon name="link" />
            {t('person.link')}
          </button>
        </p>
      )}
    </section>
  );
}

/** An account in a line: name, site, labels; its note below. */
function Account({ person }: { readonly person: Person }) {
  return (
    <div class="grow">
      <p class="item-line">
        <a class="item-name" href={`#/people/${person.uuid}`}>
          <Name name={person.names[0] ?? ''} />
        </a>
        <bdi class="muted">{person.site}</bdi>
        {person.labels.map((label) => (
          <LabelChip key={label.text} label={label} />
        ))}
      </p>
      {person.note !== '' && (
        <p class="muted clamp" dir="auto">
          {person.note}
        </p>
      )}
    </div>
  );
}

interface SearchProps {
  readonly leaveOut: readonly string[];
  readonly onChoose: (uuid: string) => void;
  readonly onClose: () => void;
}

function AccountSearch({ leaveOut, onChoose, onClose }: SearchProps) {
  const { t } = useStrings();
  const { store } = useLibrary();
  const [query, setQuery] = useState('');
  const found = useListed('people', query, null, 'newest') ?? [];
  const offered = found.filter((uuid) => !leaveOut.includes(uuid)).slice(0, OFFERED);
  const rows = useLive(() => store.db.people.bulkGet([...offered]), [store, offered.join()]) ?? [];
  const people = rows.flatMap((row) => (row && row.deletedAt === null ? [row] : []));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape bubbles up from the field and the buttons
    <div class="card stack" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <SearchField label={t('person.linkSearch')} value={query} onSearch={setQuery} focus />
      <ul class="plain-list">
        {people.map((person) => (
          <li key={person.uuid} class="item">
            <Account person={person} />
            <button type="button" class="btn" onClick={() => onChoose(person.uuid)}>
              {t('person.linkThis')}
            </button>
          </li>
        ))}
      </ul>
      {people.length === 0 && <p class="muted">{t('library.noMatch')}</p>}
      <p>
        <button type="button" class="btn plain" onClick={onClose}>
          {t('common.cancel')}
        </button>
      </p>
    </div>
  );
}
