import { ask } from '../../core/bus/call';
import { placeMark } from '../../core/page/place-mark';
import { articleText } from './marks';
import type { Session } from './shared';

/** Comments come in late and bit by bit: what is missing is missing only after the page has been quiet so long. */
const QUIET_MS = 4000;

/** Tells the background how the thread's marks were found, once the page is quiet and only what is news; `onLost` hears how many lost their place since the last visit. */
export function createPlacing(session: Session, onLost: (count: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '';
  const tell = async (): Promise<void> => {
    if (session.signal.aborted || session.isOff()) return;
    const { article, thread } = session.found();
    const ground = { url: session.url(), article: article && articleText(article.blocks), thread };
    const places = session.marks().flatMap((mark) => placeMark(mark, ground) ?? []);
    const threadKey = session.threadKey();
    const signature = `${threadKey} ${JSON.stringify(places)}`;
    if (places.length === 0 || signature === told) return;
    told = signature;
    const answer = await ask('marks.placed', { site: session.site, threadKey, places });
    if (answer.ok && answer.value.lost.length > 0 && !session.signal.aborted) onLost(answer.value.lost.length);
  };
  session.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return () => {
    clearTimeout(timer);
    if (session.marks().length > 0) timer = setTimeout(() => void tell(), QUIET_MS);
  };
}
