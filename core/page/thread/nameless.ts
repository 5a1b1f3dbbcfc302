import type { Scan } from './cues';
import { FEATURES, type Feature } from './feature-names';
import type { Group } from './groups';

/** Share of records, dated and signed together, from which a list says who wrote when. */
const TOLD = 0.1;
/** The same within a form: the rows of the box to write in are called after comments too, and one asks for a name. */
const TOLD_IN_FORM = 0.5;
/** Share of records from which another mark of a person counts. */
const MARKED = 0.5;

const indexesOf = (...names: readonly Feature[]) => names.map((name) => FEATURES.indexOf(name));
const [DATE, OWNER] = indexesOf('date', 'signed') as [number, number];
/** What stands for a name or a date where the words of neither are known. */
const PERSON = indexesOf('reply', 'floor', 'avatar', 'profile', 'author', 'says', 'schema');

/**
 * Are a group's records the paragraphs, sections or form rows of a page rather than what people wrote? `features` are those of
 * `describeGroup`. True if nothing says who wrote or when. However much such a list repeats, it is no thread: taking it for one would leave the page without its story.
 */
export function isNameless(page: Scan, group: Group, features: Float64Array): boolean {
  const told = features[DATE]! + features[OWNER]!;
  if (told < TOLD) return !PERSON.some((j) => features[j]! >= MARKED);
  return told < TOLD_IN_FORM && isInForm(page, group.spans[0]!.start);
}

function isInForm({ tags, parent }: Scan, i: number): boolean {
  for (let up = i; up > 0; up = parent[up]!) if (tags[up] === 'FORM') return true;
  return false;
}
