import { siteOf, threadKeyOf } from '../model/address';
import type { Mark } from '../model/mark';
import { ask } from './call';
import type { PageReport } from './protocol';

/** The marks of a page that found no place on it when it was last looked at; none where that cannot be told (a private window). */
export async function lostMarksOf({ url, thread }: Pick<PageReport, 'url' | 'thread'>): Promise<readonly Mark[]> {
  const threadKey = thread?.key ?? threadKeyOf(url);
  const site = thread?.site ?? siteOf(url);
  if (threadKey === '' || site === '') return [];
  const answer = await ask('marks.lost', { site, threadKey });
  return answer.ok ? answer.value.marks : [];
}
