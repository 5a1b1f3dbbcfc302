import { writeStored } from '../../core/bus/bell';
import { ask } from '../../core/bus/call';
import { isPrivate } from '../../core/bus/private';
import { STORAGE } from '../../core/bus/protocol';
import { keepOf } from '../../core/model/kept-thread';
import { hash32 } from '../../core/model/key';
import type { Mark } from '../../core/model/mark';
import type { PersonRef } from '../../core/model/person';
import type { Thread } from '../../core/model/thread';
import { personOf } from '../../core/rules/who';
import type { Look } from '../page/stored';
import { lookFor } from './look';
import type { Session } from './shared';

/** A page's numbers are told once it is quiet: badge, visit and hits are never needed to decide. */
const LATER_MS = 400;

export interface Aftermath {
  /** To be called after each decision. */
  decided(): void;
}

/** Tells the background what a page came to, after it was decided: badge, visit, rule hits; fetches the marks where the pack knows of some. */
export function createAftermath(session: Session, onMarks: (marks: readonly Mark[]) => void): Aftermath {
  const { document, signal, site } = session;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let status = '';
  let visit = '';
  let marks = '';
  let learned = false;
  const counted = new Set<string>();
  const met = new Set<string>();

  async function tell(): Promise<void> {
    if (signal.aborted) return;
    // A page that is only prepared was not visited.
    if ('prerendering' in document && document.prerendering)
      return document.addEventListener('prerenderingchange', later, { signal, once: true });
    const { thread, article } = session.found();
    const decisions = [...session.decisions().values()];
    const hidden = decisions.filter(({ treatment }) => treatment === 'hide' || treatment === 'vanish' || treatment === 'fold').length;
    const isNew = decisions.filter((decision) => decision.isNew).length;
    const now = { comments: thread?.comments.length ?? 0, hidden, isNew, article: article !== null };
    const told = JSON.stringify({ ...now, off: session.isOff() });
    if (told !== status && (status !== '' || thread || article || session.isOff())) {
      status = told;
      await ask('page.status', now);
    }
    if (!thread) return;
    const hits: Record<string, number> = {};
    for (const { key, because } of decisions) {
      for (const { kind, id } of because) {
        if (kind !== 'rule' || counted.has(`${id} ${key}`)) continue;
        counted.add(`${id} ${key}`);
        hits[id] = (hits[id] ?? 0) + 1;
      }
    }
    if (Object.keys(hits).length > 0) await ask('rule.hits', { hits, at: Date.now() });
    await tellSeen(thread);
    await learn();
    const seen = thread.comments.map(({ key }) => hash32(key));
    if (`${thread.key} ${seen.length}` !== visit) {
      visit = `${thread.key} ${seen.length}`;
      await ask('visit.record', { site, threadKey: thread.key, url: session.url(), title: thread.title, seen, commentCount: seen.length });
      if (session.state()?.settings.keepThreads && !isPrivate()) await ask('thread.keep', { thread: keepOf(thread, session.url()) });
    }
  }
  /** Known people who are on the page, each once: when they were last seen, and what they are called now. */
  async function tellSeen(thread: Thread): Promise<void> {
    const pack = session.state()?.pack;
    if (!pack || isPrivate()) return;
    const people: PersonRef[] = [];
    for (const { author } of thread.comments) {
      const name = `${author.id} ${author.name}`;
      if (met.has(name) || !personOf(author, pack)) continue;
      met.add(name);
      people.push({ site, id: author.id, name: author.name });
    }
    if (people.length > 0) await ask('people.seen', { site, people });
  }
  /** Remembers what a comment looks like here, unless that is known already. */
  async function learn(): Promise<void> {
    const found = session.found();
    const state = session.state();
    if (!found.thread || !state || learned) return;
    learned = true;
    const adapter = lookFor(session, state);
    if (adapter) await writeStored({ [STORAGE.look(site)]: { v: 1, adapter, at: Date.now() } satisfies Look });
  }
  /** The pack tells which marks there are; their notes and places are fetched only then. */
  async function fetchMarks(): Promise<void> {
    const key = session.found().thread?.key ?? session.threadKey();
    const packed = session.state()?.pack.marks[key] ?? {};
    const signature = `${key} ${JSON.stringify(Object.values(packed))}`;
    if (signature === marks) return;
    const had = marks !== '';
    marks = signature;
    const shown = Object.values(packed).some((list) => list.some(({ k }) => k === 'n' || k === 'l' || k === 'b'));
    if (!shown) {
      if (had) onMarks([]);
      return;
    }
    const answer = await ask('marks.ofThread', { site, threadKey: key });
    if (!signal.aborted && marks === signature) onMarks(answer.ok ? answer.value.marks : []);
  }
  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), LATER_MS);
  }
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return {
    decided() {
      later();
      void fetchMarks();
    },
  };
}
