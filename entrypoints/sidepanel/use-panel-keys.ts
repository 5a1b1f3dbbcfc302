import { useEffect, useRef } from 'preact/hooks';

/** Single keys of the panel, wherever the focus is, except where something is typed or chosen. */
export function usePanelKeys(keys: Readonly<Record<string, () => void>>): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = Object.hasOwn(now.current, event.key) ? now.current[event.key] : undefined;
      const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (!act || isTyping || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
