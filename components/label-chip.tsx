import type { Label } from '../core/model/person';

/** A person's label in its colour. Never wider than 16 em; the whole text is in the tooltip. */
export function LabelChip({ label }: { readonly label: Label }) {
  return (
    <bdi class="chip" style={{ color: `var(--tag-${label.colour})` }} title={label.text}>
      {label.text}
    </bdi>
  );
}
