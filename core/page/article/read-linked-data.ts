/** What a page's JSON-LD says about its story. Everything is a string of unchecked worth; '' when absent. */
export interface LinkedStory {
  readonly headline: string;
  readonly author: string;
  readonly datePublished: string;
  readonly body: string;
  readonly publisher: string;
  readonly description: string;
}

const STORY =
  /^(?:[A-Za-z]*Article|BlogPosting|Report|LiveBlogPosting|Review|OpinionNewsArticle|DiscussionForumPosting|SocialMediaPosting|Recipe)$/;
/** More nodes than any honest page has; a hostile one is not read to its end. */
const MAX_NODES = 3000;
const MAX_CHARS = 1_000_000;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function words(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return words(value[0]);
  if (isObject(value)) return words(value.name ?? value['@value'] ?? '');
  return '';
}

/** Names of people; a reference to another node of the page counts as that node's name. */
function names(value: unknown, nameOf: (id: string) => string): string {
  const list = (Array.isArray(value) ? value.slice(0, 20) : [value])
    .map((one) => words(one) || (isObject(one) && typeof one['@id'] === 'string' ? nameOf(one['@id']) : ''))
    .filter((name) => name !== '' && !/^https?:/.test(name));
  return [...new Set(list)].join(', ');
}

const isStory = (node: Json) => {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).some((one) => typeof one === 'string' && STORY.test(one.replace(/^.*[/#:]/, '')));
};

/** Finds the story among JSON-LD texts of any shape (graphs, lists, nested). Broken JSON is passed over; never throws. null if none. */
export function readLinkedData(sources: readonly string[]): LinkedStory | null {
  let best: LinkedStory | null = null;
  let weight = -1;
  for (const source of sources) {
    if (source.length > MAX_CHARS) continue;
    let queue: unknown[];
    try {
      // Raw line breaks within strings are common and not JSON.
      queue = [JSON.parse(source.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '').replace(/[\u0000-\u001f]+/g, ' '))];
    } catch {
      continue;
    }
    // People stand behind the story in the same list.
    const nameOf = (id: string): string => {
      const person = queue.find((node) => isObject(node) && node['@id'] === id && typeof node.name === 'string');
      return isObject(person) ? words(person.name) : '';
    };
    for (let i = 0; i < queue.length && i < MAX_NODES; i++) {
      const node = queue[i];
      if (Array.isArray(node)) queue = queue.concat(node.slice(0, 200));
      else if (isObject(node)) {
        if (isStory(node)) {
          const story = {
            headline: words(node.headline) || words(node.name),
            author: names(node.author ?? node.creator, nameOf),
            datePublished: words(node.datePublished ?? node.dateCreated),
            body: words(node.articleBody ?? node.text),
            publisher: words(node.publisher),
            description: words(node.description),
          };
          // The first story counts; a later one only if the first says nothing (lists of teasers come after).
          const w = (story.headline ? 1 : 0) + (story.datePublished ? 1 : 0) + (story.body.length > 200 ? 2 : 0);
          if (best === null || (w > weight && queue.length < 50)) {
            best = story;
            weight = w;
          }
        }
        for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item', 'hasPart'])
          if (typeof node[key] === 'object') queue.push(node[key]);
      }
    }
  }
  return best;
}
