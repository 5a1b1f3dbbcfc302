import type { AnswerTo, Ask, Command, MenuAct, PageReport, Place, Reply } from '../../core/bus/protocol';
import type { Decision } from '../../core/model/decision';
import type { Mark } from '../../core/model/mark';
import type { RulePack } from '../../core/model/pack';
import type { RuleDraft } from '../../core/model/rule';
import type { Settings, SummaryLength } from '../../core/model/settings';
import type { Comment } from '../../core/model/thread';
import type { CommentElements, Found } from '../../core/page/found';
import type { Strings } from '../../core/text/strings';
import { world } from './world';

/** What the in-page UI may do with the page: the one object that the two content scripts share, on a global of their isolated world. */
export interface PageLink {
  /** Aborted when the page session ends; the UI then takes itself out. */
  readonly signal: AbortSignal;
  readonly document: Document;
  readonly site: () => string;
  readonly url: () => string;
  readonly threadKey: () => string;
  readonly settings: () => Settings;
  readonly strings: () => Strings;
  readonly rules: () => RulePack;
  readonly found: () => Found;
  readonly report: () => PageReport;
  readonly comment: (
    key: string,
  ) => { readonly comment: Comment; readonly elements: CommentElements; readonly decision: Decision | null } | null;
  /** The comment that a node stands in. */
  readonly keyOf: (node: Node | null) => string | null;
  readonly marks: () => readonly Mark[];
  readonly ask: <C extends Command>(command: C, ask: Ask<C>) => Promise<Reply<AnswerTo<C>>>;
  readonly isAlive: () => boolean;
  readonly reveal: (place: Place, flash: boolean) => boolean;
  readonly point: (place: Place | null) => void;
  /** Opens or closes hidden comments for this visit. */
  readonly open: (keys: readonly string[], open: boolean) => void;
  readonly showAll: (show: boolean) => void;
  readonly store: (items: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly read: (keys: readonly string[]) => Promise<Readonly<Record<string, unknown>>>;
  /** What a rule would do to this page: the comments that it would hit, of how many. */
  readonly preview: (rule: RuleDraft) => { readonly of: number; readonly keys: readonly string[] };
  /** Marks all these comments while a rule is being written. */
  readonly pointAll: (keys: readonly string[]) => void;
  readonly pointRanges: (ranges: readonly Range[]) => void;
  /** The UI puts itself in its place. */
  readonly attach: (ui: PageUi) => void;
  readonly isAttached: () => boolean;
}

export type KeyAction = 'tag' | 'hide' | 'hidePerson' | 'note' | 'help';

/** What the page asks of the in-page UI. */
export interface PageUi {
  readonly menu: (key: string, at: Element) => void;
  readonly why: (keys: readonly string[], at: Element) => void;
  readonly person: (key: string | null, at: Element | null) => void;
  readonly note: (key: string, at: Element) => void;
  readonly card: (show: boolean, length: SummaryLength) => void;
  readonly pick: (start: boolean) => void;
  /** An entry of the browser's menu was chosen on a link or a selection. */
  readonly act: (act: MenuAct, link: string) => void;
  /** So many marks were not found in their place any more. */
  readonly lost: (count: number) => void;
  /** Something was selected within the story or a comment; null: no longer. */
  readonly select: (range: Range | null) => void;
  readonly key: (action: KeyAction, key: string | null, at: Element | null) => void;
  /** Something that the link answers has changed. */
  readonly changed: () => void;
  /** Takes an input event away from the page if it belongs to the UI. */
  readonly relay: (event: Event) => boolean;
  /** The extension was updated under the page. True: something unsaved is open, the UI stays for it. */
  readonly orphaned: () => boolean;
}

/** The link of this isolated world, null before the page session started. */
export const pageLink = (): PageLink | null => world().link ?? null;
/** Puts or removes the link. */
export function setPageLink(link: PageLink | null): void {
  if (link) world().link = link;
  else delete world().link;
}
