import './segmented.css';

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}
interface Props<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
}

/** One choice of a few, side by side: a radio group, so that the arrow keys work. `name` must be unique on the page. */
export function Segmented<T extends string>({ name, label, value, options, onChange }: Props<T>) {
  return (
    <fieldset class="segmented" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
