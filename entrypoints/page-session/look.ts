import type { Adapter } from '../../core/model/adapter';
import { queryAllIn } from '../../core/page/safe-dom';
import { world } from '../page/world';
import type { Session } from './shared';
import type { PageState } from './state';

/** What should be remembered of the comments of this page; null when it is known already or cannot be told. */
export function lookFor({ document, found, url }: Session, { look, shelf, own }: PageState): Adapter | null {
  const { thread, comments } = found();
  if (!thread) return null;
  if (thread.adapter !== null) {
    if (look?.adapter.name === thread.adapter || own.some(({ name }) => name === thread.adapter)) return null;
    const line = shelf.split('\n').find((one) => one.includes(`"name":${JSON.stringify(thread.adapter)}`));
    return line === undefined ? null : (JSON.parse(line) as Adapter);
  }
  if (look && typeof look.adapter.root === 'string') {
    const roots = new Set<Element>(queryAllIn(document, look.adapter.root));
    if (thread.comments.every(({ key }) => roots.has(comments.get(key)!.nodes[0]!))) return null;
  }
  return world().finder!.learnLook(document, found(), { url: url(), now: Date.now() });
}
