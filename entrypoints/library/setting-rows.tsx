import type { ComponentChildren } from 'preact';
import { type MessageKey, useStrings } from '../../components/strings';

/** One switch: its name, what it means (null: the name says it), and the control that gets the name as its label. */
export interface SettingRow {
  readonly key: MessageKey;
  readonly why: MessageKey | null;
  readonly control: (label: string) => ComponentChildren;
}

/** Switches below each other, each with its name and meaning. */
export function SettingRows({ rows }: { readonly rows: readonly SettingRow[] }) {
  const { t } = useStrings();
  return (
    <ul class="settings">
      {rows.map(({ key, why, control }) => (
        <li key={key}>
          <div class="grow settings-name">
            <p>{t(key)}</p>
            {why && <p class="muted">{t(why)}</p>}
          </div>
          {control(t(key))}
        </li>
      ))}
    </ul>
  );
}
