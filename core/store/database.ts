import Dexie, { type Table } from 'dexie';
import type { KeptThread } from '../model/kept-thread';
import type { Mark } from '../model/mark';
import type { Person } from '../model/person';
import type { Millis, Row } from '../model/row';
import type { Rule } from '../model/rule';
import type { Visit } from '../model/visit';

/** Number of the newest schema this code knows. A change is: number + 1, one step in `migrations.ts`, one frozen example, one assertion. */
export const SCHEMA = 3;
export const DATABASE = 'postil';

/** A person with what the index needs: `<site>\n<matching name>` for each of the names. Derived, never exported. */
export type StoredPerson = Person & { readonly nameKeys: readonly string[] };

/** The tables whose rows are the person's own data. */
export interface Rows {
  readonly people: StoredPerson;
  readonly marks: Mark;
  readonly rules: Rule;
  readonly visits: Visit;
  readonly lists: ListRow;
}
export type TableName = keyof Rows;
export const TABLES: readonly TableName[] = ['people', 'marks', 'rules', 'visits', 'lists'];

/** A subscribed rule list: where it is from and the last good copy's state. Its rules are rows of `rules` with this origin. */
export interface ListRow extends Row {
  readonly url: string;
  readonly title: string;
  readonly etag: string | null;
  readonly fetchedAt: Millis | null;
  readonly enabled: boolean;
  /** The last copy that was applied, and a newer one that waits to be looked at. */
  readonly text: string;
  readonly pending: string | null;
}

/** How a row was before an operation (null = it was not there), and hashes of the fields that the operation gave it (null = it took the row away; for many new rows at once a single stamp, see `WHOLE`). */
export interface Before {
  readonly table: TableName;
  readonly uuid: string;
  readonly row: Row | null;
  readonly after: Readonly<Record<string, string>> | null;
}
/** Before-images of an operation with many rows, in pieces beside it. */
export interface ImageRow {
  readonly op: string;
  readonly n: number;
  readonly before: readonly Before[];
}
export interface OperationRow {
  readonly op: string;
  readonly at: Millis;
  readonly what: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Empty if there are many: then they lie in `images`. */
  readonly before: readonly Before[];
  readonly undone: 0 | 1;
  /** The site whose page asked for it, '' for the extension's own pages. */
  readonly from: string;
  /** What the write answered, by uuid, so that its repetition answers the same. */
  readonly answer: string | null;
}

/** What pages read, by `storage.local` key; `dirty` is set in the transaction that changed it and cleared once it is mirrored. */
export interface PackRow {
  readonly key: string;
  /** A site's pack as pack-row.ts keeps it; null for `rules`, which is built when it is mirrored. */
  readonly value: unknown;
  readonly dirty: 0 | 1;
  /** Counts changes, so that a flag set while mirroring is not cleared by it. */
  readonly n: number;
}
/** Hits of a rule, kept beside it: they are statistics, not the rule's content. */
export interface HitRow {
  readonly uuid: string;
  readonly hits: number;
  readonly lastAt: Millis;
}
/** How a page found a mark when it was last seen there: an observation beside the mark, not part of it. No row: it stands where it was put, its comment unchanged. */
export interface PlaceRow {
  readonly uuid: string;
  /** `missing`: its comment is not on the page where it was; `lost`: the comment is, the marked words are not; `placed`: found, but the text around it changed. */
  readonly state: 'missing' | 'lost' | 'placed';
  readonly at: Millis;
  /** The comment's text as the page had it then; null: not seen, or as it was kept. */
  readonly now: string | null;
}
/** What one write changed, for the search index of the library: `<table> <uuid>` of people and marks; null: too much to name. */
export interface NewsRow {
  readonly n?: number;
  readonly keys: readonly string[] | null;
}
/** A slice of the search index as it was last put away; `head` tells up to which news. Derived: rebuilt from the rows at any time. */
export interface BlockRow {
  readonly key: string;
  readonly value: unknown;
}
/** A thread read lately, for trying rules on it. A cache: in no backup. */
export interface RecentRow {
  /** The thread's. */
  readonly key: string;
  readonly at: Millis;
  readonly thread: KeptThread;
}
/** schema, node, clock, `count:<table>`: numbers of living rows, `labels` and `followed` as JSON. */
export interface MetaRow {
  readonly key: string;
  readonly value: string | number;
}

/** Version 1, frozen: never edited, only followed by a version 2. */
export const STORES_1 = {
  people: 'uuid, [site+id], *nameKeys, site, group, updatedAt',
  marks: 'uuid, [site+threadKey], [site+authorId], [site+author], kind, updatedAt',
  rules: 'uuid',
  visits: 'uuid, [site+lastSeenAt], lastSeenAt',
  lists: 'uuid',
  operations: 'op, at',
  images: '[op+n]',
  packs: 'key, dirty',
  hits: 'uuid',
  meta: 'key',
} as const;

/** What version 2 adds: where marks were found, and the search index put away. Frozen too. */
export const STORES_2 = {
  places: 'uuid, state',
  news: '++n',
  blocks: 'key',
} as const;

/** What version 3 adds: comments of the threads read last. Frozen too. */
export const STORES_3 = { recent: 'key, at' } as const;

/** The database of the extension's own origin. Opened by `openStore` only. */
export class PostilDatabase extends Dexie {
  declare readonly people: Table<StoredPerson, string>;
  declare readonly marks: Table<Mark, string>;
  declare readonly rules: Table<Rule, string>;
  declare readonly visits: Table<Visit, string>;
  declare readonly lists: Table<ListRow, string>;
  declare readonly operations: Table<OperationRow, string>;
  declare readonly images: Table<ImageRow, [string, number]>;
  declare readonly packs: Table<PackRow, string>;
  declare readonly hits: Table<HitRow, string>;
  declare readonly meta: Table<MetaRow, string>;
  declare readonly places: Table<PlaceRow, string>;
  declare readonly news: Table<NewsRow, number>;
  declare readonly blocks: Table<BlockRow, string>;
  declare readonly recent: Table<RecentRow, string>;

  constructor(databaseName: string = DATABASE, durability: 'strict' | 'relaxed' = 'strict') {
    // strict: a write is acknowledged once the disk has it, not once the system's cache has.
    super(databaseName, { chromeTransactionDurability: durability });
    this.version(1).stores(STORES_1);
    this.version(2)
      .stores(STORES_2)
      .upgrade(async (step) => {
        const followed: string[] = [];
        await step.table<Visit, string>('visits').each((visit) => {
          if (visit.followed && visit.deletedAt === null) followed.push(visit.uuid);
        });
        await step.table('meta').bulkPut([
          { key: 'schema', value: 2 },
          { key: 'followed', value: JSON.stringify(followed) },
        ]);
      });
    this.version(3)
      .stores(STORES_3)
      .upgrade(async (step) => {
        await step.table('meta').put({ key: 'schema', value: 3 });
      });
  }
}
