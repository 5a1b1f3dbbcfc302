import type { ComponentChildren, InputHTMLAttributes } from 'preact';

interface Props {
  readonly label: string;
  readonly button: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onAdd: () => void;
  /** What else the field is told; its placeholder is the label unless told otherwise. */
  readonly field?: InputHTMLAttributes<HTMLInputElement>;
  readonly buttonClass?: string;
  readonly disabled?: boolean;
  /** Between field and button. */
  readonly children?: ComponentChildren;
}

/** One line to add something to a list: a field and a button; Enter adds. */
export function AddLine({
  label,
  button,
  value,
  onValue,
  onAdd,
  field,
  buttonClass = 'btn primary field-height',
  disabled,
  children,
}: Props) {
  return (
    <form
      class="row nowrap"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd();
      }}
    >
      <input
        class="field"
        aria-label={label}
        placeholder={label}
        {...field}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {children}
      <button type="submit" class={buttonClass} disabled={disabled}>
        {button}
      </button>
    </form>
  );
}
