/**
 * What is wrong with the layout of a page of ours, or of our parts in somebody's page, as it stands in its window; one line each. Runs in the page.
 * Sideways scrolling, words of a label broken in two, text cut off without a sign, controls over each other or too small for a finger (`touch`).
 */
export function layoutFaults({ touch, ours }) {
  const faults = [];
  const roots = [];
  const collect = (root) => {
    for (const element of root.querySelectorAll('*'))
      if (element.shadowRoot) {
        roots.push(element.shadowRoot);
        collect(element.shadowRoot);
      }
  };
  collect(document);
  if (!ours) roots.push(document);
  const named = (element) => {
    const text = (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ').slice(0, 40);
    return `${element.tagName.toLowerCase()}${[...element.classList].map((one) => `.${one}`).join('')} “${text}”`;
  };
  /** What of an element can be seen: its box within all that clips it, null if nothing. */
  const visible = (element) => {
    const style = getComputedStyle(element);
    if (style.visibility === 'hidden' || style.opacity === '0' || element.closest('[inert]') || !element.checkVisibility()) return null;
    let { left, top, right, bottom } = element.getBoundingClientRect();
    for (let up = element.parentElement; up; up = up.parentElement) {
      if (getComputedStyle(up).overflowX === 'visible' || up === document.body || up === document.documentElement) continue;
      const box = up.getBoundingClientRect();
      [left, top, right, bottom] = [
        Math.max(left, box.left),
        Math.max(top, box.top),
        Math.min(right, box.right),
        Math.min(bottom, box.bottom),
      ];
    }
    return right - left > 1 && bottom - top > 1 ? { left, top, right, bottom } : null;
  };
  const seen = (element) => visible(element) !== null;
  /** Lists go on below a bar that sticks to the edge. */
  const isSticky = (element) => {
    for (let up = element; up; up = up.parentElement) if (getComputedStyle(up).position === 'sticky') return true;
    return false;
  };
  const MAY_SCROLL = 'nav *, [role=tablist], .difference';
  if (!ours && document.documentElement.scrollWidth > innerWidth + 1)
    faults.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} > ${innerWidth}`);

  /** Texts of an element with the boxes of their lines. */
  const brokenWord = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const { data } = walker.currentNode;
      for (const { 0: word, index } of data.matchAll(/[\p{Script=Latin}\p{Script=Cyrillic}]{3,}/gu)) {
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + word.length);
        const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        if (tops.size > 1) return word;
      }
    }
    return null;
  };
  const CONTROLS = 'button, a[href], label, [role=tab], [role=menuitem], select, summary, h1, h2, h3, .why, .muted';
  for (const root of roots) {
    for (const element of root.querySelectorAll(CONTROLS)) {
      if (!seen(element)) continue;
      const word = brokenWord(element);
      if (word) faults.push(`“${word}” is broken in ${named(element)}`);
      const style = getComputedStyle(element);
      const cut = style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
      if (cut) faults.push(`cut off: ${named(element)}`);
    }
    for (const element of root.querySelectorAll('*')) {
      if (!/auto|scroll/.test(getComputedStyle(element).overflowX) || element.matches(`textarea, ${MAY_SCROLL}`)) continue;
      if (element.scrollWidth > element.clientWidth + 1 && seen(element)) faults.push(`scrolls sideways: ${named(element)}`);
    }
    for (const field of root.querySelectorAll('input[placeholder]:placeholder-shown')) {
      if (!seen(field) || getComputedStyle(field).textOverflow === 'ellipsis') continue;
      const context = document.createElement('canvas').getContext('2d');
      const style = getComputedStyle(field);
      context.font = `${style.fontSize} ${style.fontFamily}`;
      const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      if (context.measureText(field.placeholder).width > room + 1) faults.push(`the hint is cut off: “${field.placeholder}”`);
    }
    const controls = [...root.querySelectorAll('button, a[href], input, select, [role=tab], [role=menuitem], summary')].filter(seen);
    for (const [at, one] of controls.entries()) {
      const a = visible(one);
      if (a.right > innerWidth + 1 && !one.matches(MAY_SCROLL)) faults.push(`beyond the edge: ${named(one)}`);
      if (touch) {
        // What carries the finger: the control, the label around it, and what stands out of it.
        const own = one.getBoundingClientRect();
        const around = (one.matches('input') && one.closest('label')?.getBoundingClientRect()) || own;
        const more = Math.max(
          ...['::before', '::after'].map((part) => {
            const { content, position, top } = getComputedStyle(one, part);
            return content !== 'none' && position === 'absolute' ? -2 * Number.parseFloat(top) || 0 : 0;
          }),
        );
        const inline = getComputedStyle(one).display === 'inline' && one.tagName === 'A';
        if (Math.max(own.height, around.height) + more < 39.5 && !inline)
          faults.push(`low for a finger (${Math.round(Math.max(own.height, around.height) + more)} px): ${named(one)}`);
      }
      for (const other of controls.slice(at + 1)) {
        if (one.contains(other) || other.contains(one) || isSticky(one) !== isSticky(other)) continue;
        const b = visible(other);
        const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (width <= 2 || height <= 2) continue;
        // Only what is really on top of the other counts, not what is scrolled away below a bar.
        const x = Math.max(a.left, b.left) + width / 2;
        const y = Math.max(a.top, b.top) + height / 2;
        const top = root.elementFromPoint?.(x, y);
        const within = (control) => control.contains(top) || control.closest('label')?.contains(top);
        if (top && (within(one) || within(other))) faults.push(`${named(one)} and ${named(other)} lie over each other`);
      }
    }
  }
  return [...new Set(faults)];
}
