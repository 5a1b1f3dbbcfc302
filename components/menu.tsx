import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon';
import './menu.css';

interface Item {
  readonly id: string;
  readonly label: string;
  readonly danger?: boolean;
}
interface Props {
  readonly label: string;
  readonly icon?: IconName;
  /** Opens upwards: for what stands at the lower edge. */
  readonly up?: boolean;
  readonly items: readonly Item[];
  readonly onChoose: (id: string) => void;
}

/** A button that opens a short menu. Arrow keys move, Enter chooses, Escape closes and gives the focus back. */
export function Menu({ label, icon, up = false, items, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const away = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  const press = (event: KeyboardEvent) => {
    if (!open) return;
    const entries = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape') {
      setOpen(false);
      button.current?.focus();
    } else if (event.key === 'ArrowDown') entries[(at + 1) % entries.length]?.focus();
    else if (event.key === 'ArrowUp') entries.at(at - 1)?.focus();
    else if (event.key === 'Tab') return setOpen(false);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the button and the menu items
    <div class={up ? 'menu up' : 'menu'} ref={box} onKeyDown={press}>
      <button
        type="button"
        class={`btn ${icon ? 'icon plain' : ''}`}
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={icon ? label : undefined}
        title={icon ? label : undefined}
        onClick={() => setOpen(!open)}
      >
        {icon ? <Icon name={icon} /> : label}
        {!icon && <Icon name="down" size={12} />}
      </button>
      {open && (
        <div class="menu-list" role="menu" aria-label={label}>
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              class={item.danger ? 'danger' : ''}
              onClick={() => {
                setOpen(false);
                button.current?.focus();
                onChoose(item.id);
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
