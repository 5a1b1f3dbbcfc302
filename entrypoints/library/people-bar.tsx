import { useState } from 'preact/hooks';
import { ColourChoice } from '../../components/colour-choice';
import { Menu } from '../../components/menu';
import { useStrings } from '../../components/strings';
import type { Selection } from '../../components/use-selection';
import type { Colour } from '../../core/model/person';
import { linkPeople } from '../../core/store/link-people';
import { labelPeople, removePeople, unlabelPeople } from '../../core/store/many';
import { plainPerson } from '../../core/store/names';
import { labelsInUse } from '../../core/store/people';
import { AddLine } from './add-line';
import { EXPORT_FORMS, exportSelection } from './export-forms';
import { SelectionBar } from './selection-bar';
import { useLibrary, useLive } from './use-store';

/** What can be done to all people chosen: a label more or less, one person, export, delete. Each is one step back. */
export function PeopleBar({ selection }: { readonly selection: Selection }) {
  const strings = useStrings();
  const { t } = strings;
  const { store, done } = useLibrary();
  const labels = useLive(() => labelsInUse(store), [store]) ?? [];
  const [text, setText] = useState('');
  const [colour, setColour] = useState<Colour>('blue');
  const uuids = [...selection.chosen];
  const count = uuids.length;
  const type = (value: string) => {
    setText(value);
    const known = labels.find((label) => label.text === value.trim());
    if (known) setColour(known.colour);
  };
  const add = async () => {
    const label = { text: text.trim(), colour };
    if (label.text === '') return;
    if (await done.run((op) => labelPeople(store, op, uuids, label), 'done.people.label', { count, label: label.text })) setText('');
  };
  const take = (label: string) => void done.run((op) => unlabelPeople(store, op, uuids, label), 'done.people.unlabel', { count, label });
  const remove = async () => {
    if (await done.run((op) => removePeople(store, op, uuids), 'done.person.remove', { count })) selection.clear();
  };
  const save = async (form: string) => {
    const rows = await store.db.people.bulkGet(uuids);
    exportSelection(form, { people: rows.flatMap((row) => (row ? [plainPerson(row)] : [])), marks: [] }, strings);
  };
  return (
    <SelectionBar selection={selection} onRemove={() => void remove()}>
      <AddLine
        label={t('label.text')}
        button={t('select.addLabel')}
        buttonClass="btn field-height"
        value={text}
        onValue={type}
        onAdd={() => void add()}
        field={{ class: 'field short', list: 'labels-in-use', maxLength: 80 }}
        disabled={text.trim() === ''}
      >
        <datalist id="labels-in-use">
          {labels.map((label) => (
            <option key={`${label.text} ${label.colour}`} value={label.text} />
          ))}
        </datalist>
        {text.trim() !== '' && <ColourChoice label={t('label.colour')} value={colour} onChange={setColour} />}
      </AddLine>
      {labels.length > 0 && (
        <Menu
          label={t('select.removeLabel')}
          items={labels.slice(0, 20).map((label) => ({ id: label.text, label: label.text }))}
          onChoose={take}
        />
      )}
      <button
        type="button"
        class="btn"
        disabled={count < 2}
        title={t('person.linkedWhy')}
        onClick={() => void done.run((op) => linkPeople(store, op, uuids), 'done.person.link', { count })}
      >
        {t('select.same')}
      </button>
      <Menu label={t('select.export')} items={[...EXPORT_FORMS]} onChoose={(form) => void save(form)} />
    </SelectionBar>
  );
}
