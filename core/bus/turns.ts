/** Runs bodies one after the other, in the order of asking; a failed one does not stop the next. */
export function inTurns(): <T>(body: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (body) => {
    const mine = last.then(body, body);
    last = mine.catch(() => undefined);
    return mine;
  };
}
