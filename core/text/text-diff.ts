/** A stretch of one or both texts: `same` in both, `out` only in the first, `in` only in the second. */
export interface DiffPart {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

/** More differing words than these are shown as one stretch taken out and one put in: the work grows with their square. */
const MAX_EDITS = 1000;

/** Words, single ideographs and kana, runs of space, single signs: what a person sees as one changed thing. */
const TOKENS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{M}\p{N}_'’]+?(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[^\p{L}\p{M}\p{N}_'’]|$)|\s+|[\s\S]/gu;

function pushPart(parts: DiffPart[], kind: DiffPart['kind'], text: string): void {
  if (text === '') return;
  const last = parts.at(-1);
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
  else parts.push({ kind, text });
}

/**
 * What changed from one text to the other, word by word, in order; of each change what went out comes before what came in. Joined without
 * `in` the parts give `before`, without `out` they give `after`. The fewest changed words (E. W. Myers 1986, "An O(ND) difference algorithm").
 */
export function diffText(before: string, after: string): readonly DiffPart[] {
  const a: readonly string[] = before.match(TOKENS) ?? [];
  const b: readonly string[] = after.match(TOKENS) ?? [];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const parts: DiffPart[] = [];
  pushPart(parts, 'same', a.slice(0, head).join(''));
  for (const part of between(a.slice(head, a.length - tail), b.slice(head, b.length - tail))) pushPart(parts, part.kind, part.text);
  pushPart(parts, 'same', a.slice(a.length - tail).join(''));
  return parts;
}

function between(a: readonly string[], b: readonly string[]): readonly DiffPart[] {
  const [n, m] = [a.length, b.length];
  const most = Math.min(n + m, MAX_EDITS);
  const size = 2 * most + 2;
  let reach = new Int32Array(size).fill(-1);
  reach[most + 1] = 0;
  const trail: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    trail.push(reach.slice());
    const next = reach.slice();
    for (let k = -edits; k <= edits; k += 2) {
      const at = most + k;
      const down = k === -edits || (k !== edits && reach[at - 1]! < reach[at + 1]!);
      let x = down ? reach[at + 1]! : reach[at - 1]! + 1;
      while (x < n && x - k < m && x >= 0 && a[x] === b[x - k]) x++;
      next[at] = x;
      if (x >= n && x - k >= m) return walkBack(a, b, trail, most);
    }
    reach = next;
  }
  return [
    { kind: 'out', text: a.join('') },
    { kind: 'in', text: b.join('') },
  ];
}

/** The way that led to the end, from the furthest points of each number of edits. */
function walkBack(a: readonly string[], b: readonly string[], trail: readonly Int32Array[], most: number): readonly DiffPart[] {
  const back: DiffPart[] = [];
  let [x, y] = [a.length, b.length];
  for (let edits = trail.length - 1; edits >= 0; edits--) {
    const reach = trail[edits]!;
    const k = x - y;
    const down = k === -edits || (k !== edits && reach[most + k - 1]! < reach[most + k + 1]!);
    const fromK = down ? k + 1 : k - 1;
    const fromX = edits === 0 ? 0 : reach[most + fromK]!;
    const fromY = edits === 0 ? 0 : fromX - fromK;
    while (x > fromX && y > fromY && x > 0 && y > 0 && a[x - 1] === b[y - 1]) {
      back.push({ kind: 'same', text: a[x - 1]! });
      x--;
      y--;
    }
    if (edits === 0) break;
    if (down) back.push({ kind: 'in', text: b[--y]! });
    else back.push({ kind: 'out', text: a[--x]! });
  }
  return outFirst(back.reverse());
}

/** Within each change what went out before what came in. */
function outFirst(parts: readonly DiffPart[]): readonly DiffPart[] {
  const out: DiffPart[] = [];
  let change: DiffPart[] = [];
  const flush = () => {
    for (const kind of ['out', 'in'] as const) out.push(...change.filter((part) => part.kind === kind));
    change = [];
  };
  for (const part of parts) {
    if (part.kind !== 'same') change.push(part);
    else {
      flush();
      out.push(part);
    }
  }
  flush();
  return out;
}
