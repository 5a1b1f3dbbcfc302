import type { MenuAct } from '../../core/bus/protocol';
import { closestOf } from '../../core/page/safe-dom';
import { readSelected } from '../../core/page/selected-story';
import type { Acts } from './acts';
import type { Model } from './model';

const bare = (url: string): string => url.replace(/#.*$/u, '');

/**
 * The key of the first comment whose author's link leads where `href` does; null if none does, or people of different names: a tag never
 * lands on somebody else. A fragment says nothing of a person, unless the link stays on the page, where it may be all there is.
 */
function keyOfAuthor({ link }: Model, href: string): string | null {
  if (!/^https?:/i.test(href)) return null;
  const place = bare(href) === bare(link.url()) ? (url: string) => url : bare;
  const { thread, comments } = link.found();
  const found = (thread?.comments ?? []).filter(({ key, author }) => {
    if (author.url && place(author.url) === place(href)) return true;
    const within = comments.get(key)?.author;
    const anchor = within ? closestOf(within, 'a[href]') : null;
    return anchor instanceof HTMLAnchorElement && place(anchor.href) === place(href);
  });
  const [first] = found;
  return first && found.every(({ author }) => author.name === first.author.name) ? first.key : null;
}

function tagAuthor(model: Model, acts: Acts, href: string): void {
  const key = keyOfAuthor(model, href);
  if (key === null) {
    acts.say('page.fault.noPerson', true);
    return;
  }
  model.link.reveal({ kind: 'comment', key }, false);
  model.set({ panel: { kind: 'tag', key, at: model.link.comment(key)?.elements.author ?? null }, person: null, adder: null });
}

/** Does what an entry of the browser's menu says: tag the author a link leads to, note or summarise the selection, copy a link that quotes it. */
export function runMenuAct(model: Model, acts: Acts, act: MenuAct, href: string): void {
  const { link } = model;
  if (act === 'tag') {
    tagAuthor(model, acts, href);
    return;
  }
  const selection = link.document.getSelection();
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  if (!range) {
    acts.say('page.fault.noSelection', true);
    return;
  }
  if (act === 'summarise') {
    const { article } = link.found();
    const lang = article?.lang ?? (link.document.documentElement.lang || null);
    const selected = readSelected(range, { url: link.url(), title: article?.title ?? link.document.title, lang });
    // The places are marked in the page: a selection would lie over the marks.
    selection?.removeAllRanges();
    model.set({ card: { length: link.settings().summaryLength, selected }, adder: null });
    return;
  }
  const key = link.keyOf(range.startContainer);
  if (act === 'quote') void acts.copyLink(key, range.toString());
  else model.set({ panel: { kind: 'note', key, at: range, range }, person: null, adder: null });
}
