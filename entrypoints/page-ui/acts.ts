import type { Ask, Command, CommentRef, Reply, Written } from '../../core/bus/protocol';
import type { Adapter } from '../../core/model/adapter';
import { wellFormed } from '../../core/model/check';
import type { MarkKind, Selectors } from '../../core/model/mark';
import type { Colour, PersonPatch, PersonRef, Source } from '../../core/model/person';
import type { Rule, RuleDraft } from '../../core/model/rule';
import { attributeOf } from '../../core/page/safe-dom';
import { fragmentLink } from '../../core/text/fragment-link';
import type { Values } from '../../core/text/strings';
import { articleText } from '../page-session/marks';
import type { Model } from './model';
import { newId } from './new-id';

/** Everything a reader can do from the page. Each act shows a toast, with undo where there is something to undo; failures say why. */
export interface Acts {
  hide(key: string): Promise<void>;
  hidePerson(key: string): Promise<void>;
  changePerson(key: string, patch: PersonPatch, said: string): Promise<boolean>;
  mark(
    kind: MarkKind,
    key: string | null,
    more: { note?: string; colour?: Colour | null; selectors?: Selectors | null; uuid?: string },
  ): Promise<boolean>;
  unmark(uuids: readonly string[]): Promise<void>;
  putRule(uuid: string | null, rule: RuleDraft, said: string): Promise<boolean>;
  /** Copies a link that scrolls to a quote: of a comment, or of the page with `key` null. Without a quote the comment's own text. */
  copyLink(key: string | null, quote?: string): Promise<void>;
  copy(text: string, said: string): Promise<void>;
  undo(op: string): Promise<void>;
  /** Keeps what was learned from a comment that was pointed out. */
  keepAdapter(adapter: Adapter): Promise<boolean>;
  /** A line for the toast, without undo. */
  say(key: string, isProblem?: boolean): void;
  openLibrary(view: string, query?: string, only?: string): void;
}

export const draftOf = ({ name, when, action, scope, priority, expiresAt, enabled, replies, origin }: Rule): RuleDraft => ({
  name,
  when,
  action,
  scope,
  priority,
  expiresAt,
  enabled,
  replies,
  origin,
});

/** The comment or (null) the article as writes refer to it. */
export function refOf({ link }: Model, key: string | null): CommentRef {
  const found = key === null ? null : link.comment(key);
  const { article, thread, title } = link.found();
  return {
    site: link.site(),
    threadKey: link.threadKey(),
    commentKey: key,
    url: link.url(),
    title: (thread?.title || title || link.document.title).slice(0, 500),
    author: (found?.comment.author.name ?? article?.byline ?? '').slice(0, 200),
    authorId: found?.comment.author.id ?? null,
    text: (found?.comment.text ?? (article ? articleText(article.blocks) : '')).slice(0, 9000),
  };
}

/** Who wrote a comment. */
export function personOf({ link }: Model, key: string): PersonRef {
  const author = link.comment(key)?.comment.author;
  return { site: link.site(), id: author?.id ?? null, name: author?.name ?? '' };
}

/** What a label or note on a person came from. */
export function sourceOf(model: Model, key: string): Source {
  const { url, title, text } = refOf(model, key);
  return { url, title, commentKey: key, quote: text.slice(0, 280), at: Date.now() };
}

export function createActs(model: Model): Acts {
  const { link } = model;
  const say = (key: string, values: Values, op: string | null, isProblem = false) =>
    model.set({ toast: { id: newId(), text: model.t(key, values), op, isProblem } });
  const fail = (reply: Extract<Reply<unknown>, { ok: false }>) => {
    const key = `page.${reply.problem}`;
    const text = model.t(key);
    model.set({
      toast: {
        id: newId(),
        text: text === key ? model.t('page.fault.other', { problem: reply.problem }) : text,
        op: null,
        isProblem: true,
      },
      orphaned: !link.isAlive(),
    });
  };
  async function write<C extends Command>(command: C, ask: Ask<C>, said: string, values: Values): Promise<boolean> {
    const reply = (await link.ask(command, ask)) as Reply<Written>;
    if (reply.ok) say(said, values, reply.value.op);
    else fail(reply);
    return reply.ok;
  }
  const name = (key: string) => personOf(model, key).name;

  const acts: Acts = {
    async hide(key) {
      await write('mark.put', { op: newId(), kind: 'hide', on: refOf(model, key) }, 'page.done.hide', {});
    },
    async hidePerson(key) {
      await acts.changePerson(key, { action: 'hide', source: sourceOf(model, key) }, 'page.done.hidePerson');
    },
    changePerson: (key, patch, said) =>
      write('person.change', { op: newId(), person: personOf(model, key), patch }, said, { name: name(key) }),
    mark: (kind, key, more) => write('mark.put', { op: newId(), kind, on: refOf(model, key), ...more }, `page.done.${kind}`, {}),
    async unmark(uuids) {
      await write('mark.remove', { op: newId(), uuids }, 'page.done.unmark', { count: uuids.length });
    },
    putRule: (uuid, rule, said) => write('rule.put', { op: newId(), uuid, rule }, said, { name: rule.name }),
    async copyLink(key, quote) {
      const found = key === null ? null : link.comment(key);
      const text = quote ?? found?.comment.text;
      if (text === undefined) return;
      const root = found?.elements.nodes[0];
      const id = root ? wellFormed(attributeOf(root, 'id') ?? '') : '';
      const url = link.url().replace(/#.*$/u, '');
      await acts.copy(fragmentLink(id ? `${url}#${encodeURIComponent(id)}` : url, text), 'page.done.copyLink');
    },
    async copy(text, said) {
      const copied = (await copyText(text)) || copyByHand(link.document, text);
      say(copied ? said : 'page.fault.copy', {}, null, !copied);
    },
    async keepAdapter(adapter) {
      const reply = await link.ask('adapter.keep', { adapter });
      if (reply.ok) say('page.done.pick', {}, null);
      else fail(reply);
      return reply.ok;
    },
    say: (key, isProblem) => say(key, {}, null, isProblem),
    async undo(op) {
      const reply = await link.ask('operation.undo', { op });
      if (!reply.ok) fail(reply);
      else say(reply.value.undone ? 'page.done.undo' : 'page.done.undone', {}, null);
    },
    openLibrary(view, query, only) {
      void link.ask('ui.openLibrary', { view, ...(query === undefined ? {} : { query }), ...(only === undefined ? {} : { only }) });
    },
  };
  return acts;
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // http page, or the page's policy forbids it
  }
}

/** Copies without the clipboard API, by a copy event of our own. */
function copyByHand(document: Document, text: string): boolean {
  let done = false;
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  document.addEventListener('copy', give, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
  return done;
}
