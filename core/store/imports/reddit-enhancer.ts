import { isObject } from '../../model/check';
import { ok, type Result, refused } from '../../model/result';
import { FILE_FAULT, parseJson } from '../json';
import { nearestColour } from './colour';
import { Collector, type Drafts, objectOf, textOf, timeOf } from './drafts';

/** RedditEnhancer: `{redditUserTags: {name: {label, note, link, colourBg, …}}}`. */
export function readRedditEnhancer(file: string): Result<Drafts> {
  const parsed = parseJson(file);
  if (!parsed.ok) return parsed;
  const root = objectOf(parsed.value);
  if (!isObject(root.redditUserTags)) return refused(FILE_FAULT.notOurs, 'redditUserTags');
  const into = new Collector();
  for (const name of Object.keys(root.redditUserTags)) {
    const tag = objectOf(root.redditUserTags[name]);
    const text = textOf(tag.label, 80).trim();
    const link = textOf(tag.link, 8192);
    const at = timeOf(tag.updatedAt) ?? timeOf(tag.createdAt);
    into.person({
      site: 'reddit.com',
      name,
      labels: text === '' ? [] : [{ text, colour: nearestColour(textOf(tag.colourBg, 40)) }],
      note: textOf(tag.note),
      sources: /^https?:\/\/\S+$/i.test(link) ? [{ url: link, title: '', commentKey: null, quote: '', at: at ?? 0 }] : [],
      at,
    });
    into.others(tag, ['label', 'note', 'link', 'colourBg', 'colourFg', 'icon', 'createdAt', 'updatedAt'], `redditUserTags.${name}.`);
  }
  into.others(root, ['redditUserTags']);
  return ok(into.done('RedditEnhancer'));
}
