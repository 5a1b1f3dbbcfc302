import type { PageReport } from '../../core/bus/protocol';
import type { Decision } from '../../core/model/decision';
import type { Mark } from '../../core/model/mark';
import type { Found } from '../../core/page/found';
import type { Painter } from '../../core/page/paint';
import type { Translate } from '../../core/text/strings';
import type { PageBoot } from '../page/world';
import type { PageState } from './state';

/** Everything of one page's session that its parts share. */
export interface Session {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly url: () => string;
  readonly site: string;
  /** Key of the page's discussion or story. */
  readonly threadKey: () => string;
  readonly state: () => PageState | null;
  readonly isOff: () => boolean;
  readonly found: () => Found;
  readonly decisions: () => ReadonlyMap<string, Decision>;
  readonly marks: () => readonly Mark[];
  readonly view: { readonly opened: Set<string>; showAll: boolean };
  /** Decides what was found anew and paints it. */
  readonly decideAgain: () => void;
  /** Resolves when the page was read with its story, which nobody had asked for before. */
  readonly storied: () => Promise<void>;
  readonly report: () => PageReport;
  readonly t: Translate;
  readonly painter: () => Painter | null;
  readonly stop: () => void;
  readonly orphaned: () => void;
  /** Brings further scripts of ours into the page. */
  readonly bring: PageBoot['bring'];
}
