import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icon';
import './search-field.css';

const REST_MS = 120; // a search starts once typing has paused this long

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (query: string) => void;
  readonly focus?: boolean;
}

/** A search box. `onSearch` is called when typing rests, never during IME composition, and at once on Enter. */
export function SearchField({ label, value, onSearch, focus = false }: Props) {
  const [text, setText] = useState(value);
  const timer = useRef(0);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (focus) box.current?.focus();
    return () => clearTimeout(timer.current);
  }, [focus]);
  const search = (query: string, wait: number) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => onSearch(query), wait);
  };
  return (
    <label class="search">
      <span class="visually-hidden">{label}</span>
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        class="field"
        placeholder={label}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          if (!event.isComposing) search(event.currentTarget.value, REST_MS);
        }}
        onCompositionEnd={(event) => search(event.currentTarget.value, REST_MS)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) search(event.currentTarget.value, 0);
        }}
      />
    </label>
  );
}
