import { isObject } from '../../model/check';
import { ok, type Result, refused } from '../../model/result';
import { FILE_FAULT, parseJson } from '../json';
import { Collector, type Drafts, listOf, objectOf, textOf, timeOf } from './drafts';

const PREFIX = 'V2EX_Polish_settings';

/** V2EX Polish: the note `V2EX_Polish_settings` followed by JSON, or the JSON alone. Member tags become labels, the reading list bookmarks. */
export function readV2exPolish(file: string): Result<Drafts> {
  const start = file.indexOf(PREFIX);
  const parsed = parseJson(start < 0 ? file : file.slice(start + PREFIX.length));
  if (!parsed.ok) return parsed;
  const root = objectOf(parsed.value);
  if (!isObject(root['member-tag']) && !isObject(root['reading-list'])) return refused(FILE_FAULT.notOurs, 'member-tag');
  const into = new Collector();
  const members = objectOf(root['member-tag']);
  for (const name of Object.keys(members)) {
    const member = objectOf(members[name]);
    const labels = listOf(member.tags).map((tag) => textOf(objectOf(tag).name, 80).trim());
    into.person({ site: 'v2ex.com', name, labels: labels.filter((text) => text !== '').map((text) => ({ text, colour: 'blue' })) });
    into.others(member, ['tags', 'avatar'], `member-tag.${name}.`);
  }
  for (const item of listOf(objectOf(root['reading-list']).data)) {
    const topic = objectOf(item);
    into.mark({
      kind: 'bookmark',
      url: textOf(topic.url, 8192),
      title: textOf(topic.title, 1000),
      text: textOf(topic.content),
      at: timeOf(topic.addedTime),
    });
  }
  into.others(root, ['member-tag', 'reading-list']);
  return ok(into.done('V2EX Polish'));
}
