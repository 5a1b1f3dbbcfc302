import type { DetectOptions } from './found';
import { readWithAdapters } from './read-adapter';
import { readThread } from './read-thread';
import type { ThreadRecords } from './record';
import { attributeOf, documentElementOf } from './safe-dom';
import type { Steps } from './steps';
import type { Survey } from './survey';
import { chooseGroup } from './thread/choose';
import { scanInSteps } from './thread/scan';

/** Finds the comments of a page: by an adapter where one fits and finds something, otherwise by structure. null when there are none. */
export function* findThread(document: Document, survey: Survey, options: DetectOptions): Steps<ThreadRecords | null> {
  const adapted = options.generic ? null : yield* readWithAdapters(document, survey, options);
  if (adapted && adapted.records.length > 0) return adapted;
  const dates = { now: options.now, order: null };
  const page = yield* scanInSteps(survey, dates);
  const group = yield* chooseGroup(page);
  if (!group) return null;
  const html = documentElementOf(document);
  const lang = (html && attributeOf(html, 'lang')) ?? '';
  const found = yield* readThread(page, group, { ...dates, url: options.url, lang });
  return found.records.length > 0 ? found : null;
}
