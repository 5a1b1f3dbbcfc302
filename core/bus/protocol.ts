import type { Adapter } from '../model/adapter';
import type { Article } from '../model/article';
import type { Decision, Treatment } from '../model/decision';
import type { KeptThread } from '../model/kept-thread';
import type { Mark, MarkKind, Selectors } from '../model/mark';
import type { SitePack } from '../model/pack';
import type { Colour, Person, PersonPatch, PersonRef } from '../model/person';
import type { Result } from '../model/result';
import type { Rule, RuleDraft } from '../model/rule';
import type { Thread } from '../model/thread';

/** Made by the asker (crypto.randomUUID); a write that arrives twice under one id is done once. */
export type OperationId = string;

/** What a write answers: the operation that can be undone, and a line for the toast as a catalogue key with values. */
export interface Written {
  readonly op: OperationId;
}

export interface RecentOperation {
  readonly op: OperationId;
  readonly at: number;
  /** Catalogue key, e.g. `done.hide`, and its values. */
  readonly what: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly undone: boolean;
}

/** A comment as a write refers to it; what is kept must survive a deletion on the site. */
export interface CommentRef {
  readonly site: string;
  readonly threadKey: string;
  /** null = the article. */
  readonly commentKey: string | null;
  readonly url: string;
  readonly title: string;
  readonly author: string;
  readonly authorId: string | null;
  readonly text: string;
}

/** Asked of the background, by content scripts (only for their own page's site) and extension pages. */
export interface Commands {
  'person.change': { ask: { op: OperationId; person: PersonRef; patch: PersonPatch }; answer: Written };
  'person.get': {
    ask: { person: PersonRef };
    answer: {
      person: Person | null;
      marks: readonly Mark[];
      labelsInUse: readonly { text: string; colour: Colour; count: number }[];
      /** Accounts linked by hand as the same person: what is known of them counts here too. */
      linked: readonly Pick<Person, 'site' | 'names' | 'labels' | 'note' | 'action'>[];
    };
  };
  'mark.put': {
    ask: {
      op: OperationId;
      kind: MarkKind;
      on: CommentRef;
      note?: string;
      colour?: Colour | null;
      selectors?: Selectors | null;
      uuid?: string;
    };
    answer: Written;
  };
  'mark.remove': { ask: { op: OperationId; uuids: readonly string[] }; answer: Written };
  'marks.ofThread': { ask: { site: string; threadKey: string }; answer: { marks: readonly Mark[] } };
  /** How a page found its thread's marks: `now` is the comment's text as it stands there, null if it was not seen. Answers which of them lost their place since the last time. */
  'marks.placed': {
    ask: {
      site: string;
      threadKey: string;
      places: readonly { uuid: string; state: 'placed' | 'missing' | 'lost'; now: string | null }[];
    };
    answer: { lost: readonly string[] };
  };
  /** The thread's marks that found no place on the page when it was last looked at. */
  'marks.lost': { ask: { site: string; threadKey: string }; answer: { marks: readonly Mark[] } };
  'rule.put': { ask: { op: OperationId; uuid: string | null; rule: RuleDraft }; answer: Written & { rule: Rule } };
  'rule.remove': { ask: { op: OperationId; uuids: readonly string[] }; answer: Written };
  'rule.hits': { ask: { hits: Readonly<Record<string, number>>; at: number }; answer: null };
  'visit.record': {
    ask: { site: string; threadKey: string; url: string; title: string; seen: readonly number[]; commentCount: number };
    answer: null;
  };
  /** Keeps the comments of a thread that was just read, so that rules can be tried on them. A cache: cut short, forgotten after a month. */
  'thread.keep': { ask: { thread: KeptThread }; answer: null };
  /** What is known of a thread's visits; null: never visited. */
  'thread.get': { ask: { site: string; threadKey: string }; answer: { visit: { followed: boolean; lastSeenAt: number } | null } };
  /** Follows a thread or stops following it: its history is kept however many others are visited. */
  'thread.follow': { ask: { op: OperationId; site: string; threadKey: string; url: string; title: string; on: boolean }; answer: Written };
  /** People met on a page whom the pack knows: last seen, a new name of a known id (rename), an id learned. Unknown ones are ignored. */
  'people.seen': { ask: { site: string; people: readonly PersonRef[] }; answer: null };
  /** Fetches a subscribed list now; a new copy is laid aside to be looked at. For the extension's own pages. */
  'list.refresh': { ask: { uuid: string }; answer: { changed: boolean } };
  /** In a private window: the site's pack with what was done there and lies in memory only. null: nothing, the mirrored pack holds. */
  'private.pack': { ask: { site: string }; answer: { pack: SitePack | null } };
  'operation.undo': { ask: { op: OperationId }; answer: { undone: boolean } };
  'operation.recent': { ask: { limit: number }; answer: { operations: readonly RecentOperation[] } };
  /** The page asks for further scripts of ours in its own frame: what reads comments, what decides and paints, what reads stories, the pattern engine, the in-page UI. */
  'page.bring': { ask: { parts: readonly PagePart[] }; answer: null };
  /** Keeps an adapter made by "pick a comment"; an older one for the same host gives way. */
  'adapter.keep': { ask: { adapter: Adapter }; answer: null };
  /** `only`: the filter that the list opens with. */
  'ui.openLibrary': { ask: { view: string; query?: string; only?: string }; answer: null };
  /** What the page found, for the badge. */
  'page.status': { ask: { comments: number; hidden: number; isNew: number; article: boolean }; answer: null };
  'site.state': { ask: { url: string }; answer: SiteState };
  'site.set': { ask: { op: OperationId; site: string; on: boolean }; answer: null };
}

/** A script that comes into a page when it is needed. */
export type PagePart = 'finder' | 'session' | 'story' | 'engine' | 'ui';

export interface SiteState {
  readonly site: string;
  /** `closed`: a page no extension may read (browser pages, stores). */
  readonly access: 'granted' | 'click' | 'closed';
  readonly on: boolean;
}

/** The page as the popup, side panel and card see it. */
export interface PageReport {
  readonly url: string;
  readonly article: Article | null;
  readonly thread: Thread | null;
  readonly decisions: readonly Decision[];
  /** Why nothing was found: a catalogue key; null when something was. */
  readonly nothing: string | null;
  readonly showAllHidden: boolean;
}

/** A place to scroll to and flash. */
export type Place =
  | { readonly kind: 'sentence'; readonly block: number; readonly start: number; readonly end: number }
  | { readonly kind: 'comment'; readonly key: string };

/** What an entry of the browser's menu does with the link or the selection under the pointer. */
export type MenuAct = 'tag' | 'note' | 'quote' | 'summarise';

/** Asked of a tab's content script by the popup, the side panel and the background. */
export interface PageCommands {
  'page.read': { ask: null; answer: PageReport };
  'page.reveal': { ask: { place: Place; flash: boolean }; answer: { found: boolean } };
  /** Marks a place while it is hovered in the popup or panel; null clears. */
  'page.point': { ask: { place: Place | null }; answer: null };
  'page.card': { ask: { show: boolean; length: 'short' | 'medium' | 'long' }; answer: null };
  'page.showHidden': { ask: { show: boolean }; answer: null };
  'page.pick': { ask: { start: boolean }; answer: null };
  /** An entry of the browser's own menu: tag the comment author whose profile `link` leads to, or note or quote the selection. */
  'page.act': { ask: { act: MenuAct; link: string }; answer: null };
  'page.preview': { ask: { rule: RuleDraft }; answer: { of: number; would: readonly { key: string; treatment: Treatment }[] } };
  /** In a private window: what is known changed elsewhere (the popup, another tab), and no storage event tells of it. */
  'page.again': { ask: null; answer: null };
  'page.stop': { ask: null; answer: null };
}

export type Command = keyof Commands;
export type PageCommand = keyof PageCommands;
export type AnswerTo<C extends Command> = Commands[C]['answer'];
export type Ask<C extends Command> = Commands[C]['ask'];

/** How any message travels. Failures come back to the asker as a refused Result, never as a silent undefined. */
export interface Message {
  readonly postil: 1;
  readonly command: Command | PageCommand;
  readonly ask: unknown;
}
export type Reply<T> = Result<T>;

/** Keys of `storage.local`. Changing one of the first three makes every page decide again (the bell). */
export const STORAGE = {
  settings: 'settings',
  rules: 'rules',
  pack: (site: string) => `pack:${site}`,
  /** The in-page strings of the UI language, flat: key → text. */
  strings: 'strings',
  /** What a comment looks like on a site, learned on the last visit, so that it can be held back before paint. */
  look: (site: string) => `look:${site}`,
  /** Adapters made by "pick a comment". */
  adapters: 'adapters',
  /** Searches of the library that were saved by name (entrypoints/library/saved-searches). */
  searches: 'searches',
  /** The built-in adapters, packed (core/model/shelf); written by the background at install and update. */
  shelf: 'shelf',
} as const;
