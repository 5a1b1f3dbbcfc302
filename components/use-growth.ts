import { useEffect, useState } from 'preact/hooks';

/** Draws the first `first` of `count` parts at once and one more each time the browser has drawn the last: no long task, nothing that is seen moves. Begins anew with `of`. */
export function useGrowth(of: unknown, first: number, count: number): number {
  const [grown, setGrown] = useState({ of, parts: first });
  const parts = grown.of === of ? grown.parts : first;
  useEffect(() => {
    if (parts >= count) return;
    const timer = setTimeout(() => setGrown({ of, parts: parts + 1 }));
    return () => clearTimeout(timer);
  }, [of, parts, count]);
  return parts;
}
