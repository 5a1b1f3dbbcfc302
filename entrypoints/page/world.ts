import type { PagePart } from '../../core/bus/protocol';
import type { Adapter } from '../../core/model/adapter';
import type { Result } from '../../core/model/result';
import type { Curtain } from '../../core/page/curtain';
import type { DetectOptions, Found } from '../../core/page/found';
import type { Steps } from '../../core/page/steps';
import type { StoryReader } from '../../core/page/story-reader';
import type { RegexEngine } from '../../core/rules/engine';
import type { PageLink } from './page-link';
import type { Stored } from './stored';

/** What runs on every page: it reads storage, holds comments back where they are expected, and fetches the rest when there is a use for it. */
export interface PageBoot {
  readonly document: Document;
  readonly site: string;
  /** Aborted when Postil leaves the page. */
  readonly signal: AbortSignal;
  readonly curtain: Curtain;
  /** What storage holds; as long as nothing changed there that is what was read when the page began, the one read that decides it. */
  readonly stored: () => Promise<Stored>;
  /** How comments may be told while the page streams in: by these the curtain holds them back. */
  readonly adapters: () => readonly Adapter[];
  /** Brings further scripts into this page where they are not there yet. False: they could not be had. */
  readonly bring: (parts: readonly PagePart[]) => Promise<boolean>;
  /** To be called by a script that was put into the page together with this one: comments are expected here. */
  readonly arrived: () => void;
  readonly stop: () => void;
}

/** Everything that reads comments out of the page. */
export interface PageFinder {
  /** One pass over the page as it stands; the story too if its reader is there. */
  readonly detectInSteps: (document: Document, options: DetectOptions) => Steps<Found>;
  /** Only what was added to a thread that is known; null: the page is to be read as a whole. */
  readonly growInSteps: typeof import('../../core/page/grow').growInSteps;
  /** What one adapter makes of the page as far as it has come. null: nothing. */
  readonly readAs: (document: Document, adapter: Adapter, options: DetectOptions) => Pick<Found, 'thread' | 'comments'> | null;
  readonly learnLook: typeof import('../../core/page/learn-look').learnLook;
  /** Looks for comments until there are some, whenever the page has grown; tells of them once. */
  readonly scout: (boot: PageBoot, stored: Stored, onFound: (found: Found) => void, signal: AbortSignal) => void;
}

/** A page session that runs. */
export interface RunningSession {
  /** Answers what the extension asks of the page; null: not meant for a page. */
  readonly hear: (message: unknown, sender: object) => Promise<Result<unknown>> | null;
}

/** What decides and paints. `first` is what was found already. */
export type StartSession = (boot: PageBoot, first: Found | null) => RunningSession;

/** What the scripts of one page leave for each other on a global of their isolated world, which no page can reach. */
interface World {
  boot?: PageBoot;
  finder?: PageFinder;
  session?: StartSession;
  story?: StoryReader;
  engine?: RegexEngine;
  ui?: true;
  link?: PageLink;
}

const GLOBAL = 'postil';

/** The world of this page. Only what we put there ourselves: an element of the page with this id answers to the name too, in our world as well (Chromium). */
export const world = (): World => {
  const holder = globalThis as { [GLOBAL]?: World };
  if (!Object.hasOwn(holder, GLOBAL)) Object.defineProperty(holder, GLOBAL, { value: {}, configurable: true, writable: true });
  return holder[GLOBAL]!;
};
