/** A comment as both readers tell it; parents by position, null for none. */
export interface Told {
  readonly author: string;
  readonly text: string;
  readonly date: string | null;
  readonly floor: string | null;
  readonly score: number | null;
  readonly parent: number | null;
}

/** How many were right, of how many. */
export type Share = [right: number, of: number];

export interface Score {
  /** F1 of the records. */
  readonly f1: number;
  /** Over the records that both readers found. */
  readonly text: Share;
  readonly author: Share;
  readonly date: Share;
  readonly floor: Share;
  readonly score: Share;
  readonly parent: Share;
  /** What went wrong, a line each. */
  readonly faults: readonly string[];
}

/** Holds `found` against `wanted`: records are the same when their words are, or when all words of the wanted one stand in the found one. */
export function scoreComments(found: readonly Told[], wanted: readonly Told[]): Score {
  const used = new Set<number>();
  const same = (i: number, close: boolean) =>
    found.findIndex(
      (one, k) =>
        !used.has(k) && (one.text === wanted[i]!.text || (close && wanted[i]!.text.length > 3 && one.text.includes(wanted[i]!.text))),
    );
  const at: number[] = wanted.map(() => -1);
  for (const close of [false, true])
    for (const i of wanted.keys()) {
      if (at[i]! >= 0) continue;
      at[i] = same(i, close);
      if (at[i]! >= 0) used.add(at[i]!);
    }
  const faults: string[] = [];
  const shares = { text: [0, 0], author: [0, 0], date: [0, 0], floor: [0, 0], score: [0, 0], parent: [0, 0] } satisfies Record<
    string,
    Share
  >;
  const note = (share: Share, name: string, i: number, got: unknown, want: unknown) => {
    share[1]++;
    if (got === want) share[0]++;
    else faults.push(`${name} ${i}: ${JSON.stringify(got)}, not ${JSON.stringify(want)}`);
  };
  wanted.forEach((want, i) => {
    const got = found[at[i]!];
    if (!got) {
      faults.push(`missed ${i}: ${JSON.stringify(want.text.slice(0, 40))}`);
      return;
    }
    note(shares.text, 'text', i, got.text, want.text);
    note(shares.author, 'author', i, got.author, want.author);
    if (want.date) note(shares.date, 'date', i, got.date?.slice(0, 10), want.date.slice(0, 10));
    if (want.floor) note(shares.floor, 'floor', i, got.floor, want.floor);
    if (want.score !== null) note(shares.score, 'score', i, got.score, want.score);
    if (want.parent === null || at[want.parent]! >= 0)
      note(shares.parent, 'parent', i, got.parent, want.parent === null ? null : at[want.parent]);
  });
  found.forEach((one, k) => {
    if (!used.has(k)) faults.push(`made up: ${JSON.stringify(one.text.slice(0, 40))}`);
  });
  const f1 = found.length + wanted.length === 0 ? 1 : (2 * used.size) / (found.length + wanted.length);
  return { f1, ...shares, faults };
}
