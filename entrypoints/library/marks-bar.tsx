import { ColourChoice } from '../../components/colour-choice';
import { Menu } from '../../components/menu';
import { useStrings } from '../../components/strings';
import type { Selection } from '../../components/use-selection';
import type { Colour } from '../../core/model/person';
import { colourMarks } from '../../core/store/many';
import { removeMarks } from '../../core/store/marks';
import { EXPORT_FORMS, exportSelection } from './export-forms';
import { SelectionBar } from './selection-bar';
import { useLibrary } from './use-store';

/** What can be done to all marks chosen: a colour, export, delete. Each is one step back. `colours`: they are notes and highlights. */
export function MarksBar({ selection, colours }: { readonly selection: Selection; readonly colours: boolean }) {
  const strings = useStrings();
  const { t } = strings;
  const { store, done } = useLibrary();
  const uuids = [...selection.chosen];
  const count = uuids.length;
  const paint = (colour: Colour) => void done.run((op) => colourMarks(store, op, uuids, colour), 'done.marks.colour', { count });
  const remove = async () => {
    if (await done.run((op) => removeMarks(store, op, uuids), 'done.mark.remove', { count })) selection.clear();
  };
  const save = async (form: string) => {
    const rows = await store.db.marks.bulkGet(uuids);
    exportSelection(form, { people: [], marks: rows.flatMap((row) => row ?? []) }, strings);
  };
  return (
    <SelectionBar selection={selection} onRemove={() => void remove()}>
      {colours && <ColourChoice label={t('label.colour')} value={null} onChange={paint} />}
      <Menu label={t('select.export')} items={[...EXPORT_FORMS]} onChoose={(form) => void save(form)} />
    </SelectionBar>
  );
}
