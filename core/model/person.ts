import type { Millis, Row } from './row';

/** The colours of the design tokens (`--tag-red` …). */
export type Colour = 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'violet' | 'grey';
export const COLOURS: readonly Colour[] = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'grey'];

/** A label on a person: up to 80 characters of text and a colour. */
export interface Label {
  readonly text: string;
  readonly colour: Colour;
}

/** Where a label or note came from: the comment that gave rise to it. */
export interface Source {
  readonly url: string;
  readonly title: string;
  readonly commentKey: string | null;
  readonly quote: string;
  readonly at: Millis;
}

/** What happens to everything a person writes. */
export type PersonAction = 'hide' | 'dim' | 'highlight' | 'show';

/** One account on one site. The id wins over the name; two people with one name on two sites are two. */
export interface Person extends Row {
  readonly site: string;
  readonly id: string | null;
  /** Newest first; a rename is back-filled. Never empty. */
  readonly names: readonly string[];
  readonly labels: readonly Label[];
  readonly note: string;
  readonly sources: readonly Source[];
  readonly action: PersonAction | null;
  readonly firstSeenAt: Millis | null;
  readonly lastSeenAt: Millis | null;
  /** Rows linked by hand as "the same person" share a group id; null when alone. */
  readonly group: string | null;
}

/** The fields a person's card may change. */
export type PersonPatch = Partial<Pick<Person, 'labels' | 'note' | 'action' | 'names' | 'group'>> & { readonly source?: Source };

/** How a person is found: by id where the page tells it, by name otherwise. */
export interface PersonRef {
  readonly site: string;
  readonly id: string | null;
  readonly name: string;
}
