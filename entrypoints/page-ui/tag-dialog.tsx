import { useEffect, useRef, useState } from 'preact/hooks';
import type { Colour, Label, Person, PersonAction } from '../../core/model/person';
import { type Acts, personOf, sourceOf } from './acts';
import { Colours } from './colours';
import { type Linked, LinkedNote } from './linked-note';
import type { Anchor, Model } from './model';
import { OrphanNotice } from './orphan-notice';
import { Panel } from './panel';

interface Props {
  readonly model: Model;
  readonly acts: Acts;
  readonly commentKey: string;
  readonly at: Anchor;
}

const LABEL_LIMIT = 80; // characters, as the model promises
const OFFERED = 8;
const ACTIONS: readonly (PersonAction | null)[] = [null, 'highlight', 'dim', 'hide', 'show'];

/** Labels with more of them; of two with one text the later stays. */
const joined = (labels: readonly Label[], more: readonly Label[]): readonly Label[] => [
  ...labels.filter(({ text }) => !more.some((other) => other.text === text)),
  ...more,
];

/** Labels, note and action of a person. A label that is still being typed counts when saving. */
export function TagDialog({ model, acts, commentKey, at }: Props) {
  const { t, link } = model;
  const person = personOf(model, commentKey);
  const [labels, setLabels] = useState<readonly Label[]>([]);
  const [text, setText] = useState('');
  const [colour, setColour] = useState<Colour>('red');
  const [note, setNote] = useState('');
  const [action, setAction] = useState<PersonAction | null>(null);
  const [used, setUsed] = useState<readonly Label[]>([]);
  const [known, setKnown] = useState(false);
  const [linked, setLinked] = useState<Linked>([]);

  // What is known may come late (a worker that wakes up): what was entered meanwhile is added to it, never the other way round.
  const reading = useRef<Promise<Person | null> | null>(null);
  const isRead = useRef(false);
  useEffect(() => {
    reading.current = link.ask('person.get', { person }).then((reply) => {
      isRead.current = true;
      if (!reply.ok) return null;
      setUsed(reply.value.labelsInUse);
      setLinked(reply.value.linked);
      setKnown(true);
      const before = reply.value.person;
      if (!before) return null;
      setLabels((now) => joined(before.labels, now));
      setNote((now) => now || before.note);
      setAction((now) => now ?? before.action);
      return before;
    });
  }, []);

  const all = (): readonly Label[] => {
    const typed = text.trim();
    return typed === '' ? labels : [...labels.filter((label) => label.text !== typed), { text: typed, colour }];
  };
  const type = (value: string) => {
    setText(value);
    const same = used.find((label) => label.text === value.trim());
    if (same) setColour(same.colour);
  };
  const add = () => {
    setLabels(all());
    setText('');
  };
  const save = async () => {
    const late = isRead.current ? null : await reading.current;
    const patch = {
      labels: joined(late?.labels ?? [], all()),
      note: note || (late?.note ?? ''),
      action: action ?? late?.action ?? null,
      source: sourceOf(model, commentKey),
    };
    if (await acts.changePerson(commentKey, patch, 'page.done.tag')) model.close();
  };
  const wanted = text.trim().toLowerCase();
  const offered = used
    .filter((label) => !labels.some((worn) => worn.text === label.text) && (wanted === '' || label.text.toLowerCase().includes(wanted)))
    .slice(0, OFFERED);

  return (
    <Panel
      model={model}
      at={at}
      role="dialog"
      label={t('page.tag.title', { name: person.name })}
      kind="tag"
      anew={`${known} ${labels.length} ${offered.length}`}
    >
      <h2>
        <bdi>{person.name}</bdi>
      </h2>
      {labels.length > 0 && (
        <ul class="labels">
          {labels.map((label) => (
            <li key={label.text}>
              <bdi class="chip" style={{ color: `var(--tag-${label.colour})` }}>
                {label.text}
              </bdi>
              <button
                type="button"
                class="btn plain small"
                aria-label={t('page.tag.remove', { label: label.text })}
                onClick={() => setLabels(labels.filter(({ text: other }) => other !== label.text))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="add"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') void save();
          else add();
        }}
      >
        <input
          class="field"
          data-first
          aria-label={t('page.tag.label')}
          placeholder={t('page.tag.label')}
          maxLength={LABEL_LIMIT}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
        />
        <button type="submit" class="btn" disabled={text.trim() === ''}>
          {t('page.tag.add')}
        </button>
      </form>
      <Colours t={t} value={colour} onChange={setColour} />
      {offered.length > 0 && (
        <fieldset class="offered" aria-label={t('page.tag.used')}>
          {offered.map((label) => (
            <button
              key={`${label.text} ${label.colour}`}
              type="button"
              class="chip"
              style={{ color: `var(--tag-${label.colour})` }}
              onClick={() => {
                setLabels([...labels, { text: label.text, colour: label.colour }]);
                setText('');
              }}
            >
              {label.text}
            </button>
          ))}
        </fieldset>
      )}
      <label class="line">
        {t('page.tag.note')}
        <textarea class="field" rows={2} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      <label class="line">
        {t('page.tag.action')}
        <select
          class="field"
          value={action ?? ''}
          onChange={(event) => setAction(ACTIONS.find((one) => one === event.currentTarget.value) ?? null)}
        >
          {ACTIONS.map((one) => (
            <option key={one} value={one ?? ''}>
              {t(`page.action.${one ?? 'none'}`)}
            </option>
          ))}
        </select>
      </label>
      {linked.length > 0 && <LinkedNote model={model} linked={linked} />}
      <OrphanNotice model={model} acts={acts} text={[...all().map((label) => label.text), note].filter(Boolean).join('\n')} />
      <div class="row end">
        <button type="button" class="btn plain" onClick={() => model.close()}>
          {t('page.cancel')}
        </button>
        <button type="button" class="btn primary save" onClick={() => void save()}>
          {t('page.save')}
        </button>
      </div>
    </Panel>
  );
}
