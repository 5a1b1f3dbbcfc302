/** In Firefox the script behind an old panel is dead, but its text can still be selected: it goes with the first click elsewhere. In Chromium it lives and sees to itself. */
export function clearUp(document: Document, panels: readonly Element[]): void {
  if (panels.length === 0 || !('wrappedJSObject' in window)) return;
  const stopper = new AbortController();
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted || panels.includes(event.target as Element)) return;
      for (const panel of panels) panel.remove();
      stopper.abort();
    },
    { capture: true, passive: true, signal: stopper.signal },
  );
}
