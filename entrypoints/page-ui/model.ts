import type { SummaryLength } from '../../core/model/settings';
import type { Learned } from '../../core/page/learn-adapter';
import type { SelectedStory } from '../../core/page/selected-story';
import type { Translate } from '../../core/text/strings';
import { translatorOf } from '../../core/text/strings';
import type { PageLink } from '../page/page-link';

/** Where a panel points: the handle, chip or stub it was opened from, or a selection. */
export type Anchor = Element | Range | null;

/** The one panel that may be open. `key` null: the article. */
export type Panel =
  | { readonly kind: 'menu'; readonly key: string; readonly at: Anchor }
  | { readonly kind: 'tag'; readonly key: string; readonly at: Anchor }
  | { readonly kind: 'note'; readonly key: string | null; readonly at: Anchor; readonly range: Range | null }
  | { readonly kind: 'like'; readonly key: string; readonly at: Anchor }
  | { readonly kind: 'why'; readonly keys: readonly string[]; readonly at: Anchor }
  | { readonly kind: 'help'; readonly at: null };

export interface ToastState {
  readonly id: string;
  readonly text: string;
  /** The operation that can be undone, null when there is none. */
  readonly op: string | null;
  readonly isProblem: boolean;
  /** Marks that lost their place are in the library: the toast leads there. */
  readonly toLost?: boolean;
}

/** Pointing out a comment: where the pointer is, then what was made of it. */
export type Picking =
  | { readonly kind: 'pointing'; readonly box: DOMRect | null; readonly refused: boolean }
  | { readonly kind: 'found'; readonly learned: Learned };

export interface UiState {
  readonly panel: Panel | null;
  /** `selected`: what was selected is summarised instead of the story. */
  readonly card: { readonly length: SummaryLength; readonly selected: SelectedStory | null } | null;
  readonly person: { readonly key: string; readonly at: Element } | null;
  readonly adder: { readonly range: Range } | null;
  readonly toast: ToastState | null;
  readonly picking: Picking | null;
  /** The extension is gone: nothing can be saved any more. */
  readonly orphaned: boolean;
}

const EMPTY: UiState = { panel: null, card: null, person: null, adder: null, toast: null, picking: null, orphaned: false };

/** What the views share: state, words, and the page. */
export interface Model {
  readonly link: PageLink;
  readonly state: UiState;
  readonly t: Translate;
  set(patch: Partial<UiState>): void;
  /** Draws again although nothing of the state changed (the page did). */
  touch(): void;
  subscribe(listener: () => void): void;
  /** Closes the panel and gives the focus back to where it was opened from. */
  close(): void;
}

export function createModel(link: PageLink): Model {
  let state = EMPTY;
  const listeners: (() => void)[] = [];
  const touch = () => {
    for (const listener of listeners) listener();
  };
  const model: Model = {
    link,
    get state() {
      return state;
    },
    t: (key, values) => translatorOf(link.strings())(key, values),
    set(patch) {
      state = { ...state, ...patch };
      touch();
    },
    touch,
    subscribe: (listener) => void listeners.push(listener),
    close() {
      const at = state.panel?.at;
      model.set({ panel: null });
      if (at instanceof HTMLElement && at.isConnected) at.focus({ preventScroll: true });
    },
  };
  return model;
}
