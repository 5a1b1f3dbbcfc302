/** How many of ascending `list` lie in [from, to). */
export function countIn(list: ArrayLike<number>, from: number, to: number): number {
  return lowerBound(list, to) - lowerBound(list, from);
}

/** First position in ascending `list`, from `from` on, whose value is not under `value`. */
export function lowerBound(list: ArrayLike<number>, value: number, from = 0): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
