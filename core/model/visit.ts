import type { Millis, Row } from './row';

/** One thread's history: what was seen on the last visits, so that new comments can be told. */
export interface Visit extends Row {
  readonly threadKey: string;
  readonly site: string;
  readonly url: string;
  readonly title: string;
  readonly lastSeenAt: Millis;
  /** 32-bit hashes of the comment keys seen, newest last, at most 20,000. */
  readonly seen: readonly number[];
  readonly commentCount: number;
  readonly followed: boolean;
}
