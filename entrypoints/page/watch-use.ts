/** A selection counts when it has rested this long. */
const REST_MS = 250;

/** Calls back when the reader has selected words: they may want to keep them. */
export function watchUse(document: Document, act: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (event: Event) => {
    if (!event.isTrusted) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const selection = document.getSelection();
      if (!signal.aborted && selection && !selection.isCollapsed && selection.toString().trim().length > 1) act();
    }, REST_MS);
  };
  const options = { passive: true, capture: true, signal };
  document.addEventListener('pointerup', later, options);
  document.addEventListener('keyup', (event) => (event.shiftKey || event.key === 'Shift') && later(event), options);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
