import { useEffect, useState } from 'preact/hooks';
import { ActivityPlot } from '../../components/activity-plot';
import { whenText } from '../../components/facts';
import { LabelEditor } from '../../components/label-editor';
import { Name } from '../../components/name';
import { type MessageKey, useStrings } from '../../components/strings';
import type { Mark } from '../../core/model/mark';
import type { PersonAction, PersonPatch } from '../../core/model/person';
import { removePeople } from '../../core/store/many';
import { removeMarks } from '../../core/store/marks';
import { changePerson, labelsInUse, personCard } from '../../core/store/people';
import { DetailFrame } from './detail-frame';
import { LinkedAccounts } from './linked-accounts';
import { MarkLink } from './mark-link';
import { marksByDay } from './marks-by-day';
import { MarkRow } from './marks-view';
import { ACTION_NAMES } from './people-view';
import { useLibrary, useLive } from './use-store';

const ACTIONS: readonly PersonAction[] = ['hide', 'dim', 'highlight', 'show'];

/** All that is known of one person: names, labels, note, action, where it came from, and every comment marked. */
export function PersonDossier({ uuid, onBack }: { readonly uuid: string; readonly onBack: () => void }) {
  const { t, date } = useStrings();
  const { store, done } = useLibrary();
  const known = useLive(async () => {
    const person = (await store.db.people.get(uuid)) ?? null;
    if (!person || person.deletedAt !== null) return { person: null, marks: [] as readonly Mark[], labels: [] };
    const ref = { site: person.site, id: person.id, name: person.names[0] ?? '' };
    return { person, marks: (await personCard(store, ref)).marks, labels: await labelsInUse(store) };
  }, [store, uuid]);
  const person = known?.person ?? null;
  const [note, setNote] = useState('');
  useEffect(() => setNote(person?.note ?? ''), [person?.note]);

  if (!known || !person)
    return (
      <DetailFrame
        back={t('library.people')}
        onBack={onBack}
        state={known ? 'gone' : 'busy'}
        gone={t('library.people.gone')}
        onRemove={() => {}}
      />
    );

  const name = person.names[0] ?? '';
  const activity = marksByDay(known.marks);
  const change = (patch: PersonPatch, key: MessageKey) =>
    done.run((op) => changePerson(store, op, { site: person.site, id: person.id, name }, patch), key, { name });
  const removeMark = (mark: string) => void done.run((op) => removeMarks(store, op, [mark]), 'done.mark.remove', { count: 1 });
  const remove = async () => {
    if (await done.run((op) => removePeople(store, op, [uuid]), 'done.person.remove', { count: 1, name })) onBack();
  };
  return (
    <DetailFrame back={t('library.people')} onBack={onBack} state="there" gone={t('library.people.gone')} onRemove={() => void remove()}>
      <header>
        <h1>
          <Name name={name} />
        </h1>
        <p class="muted">
          <bdi>{person.site}</bdi>
          {person.id !== null && (
            <>
              {' · '}
              <bdi>{t('person.id', { id: person.id })}</bdi>
            </>
          )}
          {person.firstSeenAt !== null && ` · ${t('person.firstSeen', { date: date(person.firstSeenAt) })}`}
          {person.lastSeenAt !== null && ` · ${t('person.lastSeen', { date: date(person.lastSeenAt) })}`}
        </p>
        {person.names.length > 1 && (
          <p class="muted">
            {t('person.alsoKnown')}{' '}
            {person.names.slice(1).map((other, index) => (
              <span key={other}>
                {index > 0 && ' · '}
                <Name name={other} />
              </span>
            ))}
          </p>
        )}
      </header>
      <section class="stack">
        <h2>{t('person.labels')}</h2>
        <LabelEditor
          labels={person.labels}
          suggestions={known.labels}
          onChange={(labels) => void change({ labels }, labels.length < person.labels.length ? 'done.person.unlabel' : 'done.person.label')}
        />
      </section>
      <label class="stack">
        <h2>{t('person.note')}</h2>
        <textarea
          class="field"
          rows={4}
          dir="auto"
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
          onBlur={() => {
            if (note !== person.note) void change({ note }, 'done.person.note');
          }}
        />
      </label>
      <label class="row">
        <h2>{t('person.action')}</h2>
        <select
          class="field"
          value={person.action ?? ''}
          onChange={(event) => void change({ action: (event.currentTarget.value || null) as PersonAction | null }, 'done.person.change')}
        >
          <option value="">{t('action.none')}</option>
          {ACTIONS.map((action) => (
            <option key={action} value={action}>
              {t(ACTION_NAMES[action])}
            </option>
          ))}
        </select>
      </label>
      <LinkedAccounts person={person} />
      <section class="stack">
        <h2>{t('person.marks', { count: known.marks.length })}</h2>
        {activity && (
          <ActivityPlot
            activity={activity}
            width={256}
            height={36}
            label={`${t('person.marks', { count: known.marks.length })}: ${whenText(activity.bins[0]!, date)} – ${whenText(activity.bins.at(-1)!, date)}`}
          />
        )}
        {known.marks.length === 0 && <p class="muted">{t('person.noMarks')}</p>}
        <ul class="plain-list">
          {known.marks.map((mark) => (
            <li key={mark.uuid}>
              <MarkRow mark={mark} onRemove={removeMark} />
            </li>
          ))}
        </ul>
      </section>
      {person.sources.length > 0 && (
        <section class="stack">
          <h2>{t('person.sources')}</h2>
          <ul class="stack">
            {[...person.sources].reverse().map((source) => (
              <li key={`${source.url} ${source.at}`}>
                <p class="clamp" dir="auto">
                  {source.quote}
                </p>
                <p class="muted">
                  {date(source.at)} · <MarkLink url={source.url} title={source.title} quote={source.quote} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </DetailFrame>
  );
}
