import { useEffect, useState } from 'preact/hooks';

/** Whether a media query holds now; asked again when the window changes. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const turn = () => setHolds(list.matches);
    turn();
    list.addEventListener('change', turn);
    return () => list.removeEventListener('change', turn);
  }, [query]);
  return holds;
}
