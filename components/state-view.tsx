import type { ComponentChildren } from 'preact';
import './state-view.css';

interface Props {
  readonly title: string;
  readonly text?: string;
  /** Set where it is all that the page says: the title is then the page's heading. */
  readonly alone?: boolean;
  /** `alert` for what failed: it is read out at once. */
  readonly kind?: 'quiet' | 'busy' | 'alert';
  readonly children?: ComponentChildren;
}

/** What stands where content would be: loading, empty, failed. `children` are what can be done about it. */
export function StateView({ title, text, alone = false, kind = 'quiet', children }: Props) {
  return (
    <div class={`state ${kind}`} role={kind === 'alert' ? 'alert' : 'status'} aria-busy={kind === 'busy'}>
      {kind === 'busy' && <span class="state-bar" />}
      {alone ? <h1 class="state-title">{title}</h1> : <p class="state-title">{title}</p>}
      {text && <p class="muted text">{text}</p>}
      {children && <div class="row state-acts">{children}</div>}
    </div>
  );
}
