/** Number of frames for which a field keeps the focus it was given: what makes room for it may be drawn afterwards. */
const FRAMES = 20;

/**
 * Gives the focus to a field that was just opened, also if the page is rendered again around it, until the viewer leaves it by Tab or a
 * touch.
 */
export function keepFocus(field: HTMLElement, give = () => field.focus({ preventScroll: true })): void {
  give();
  const over = new AbortController();
  const listening = { capture: true, signal: over.signal };
  document.addEventListener('keydown', ({ key }) => key === 'Tab' && over.abort(), listening);
  document.addEventListener('pointerdown', () => over.abort(), listening);
  let frames = 0;
  const keep = () => {
    frames += 1;
    if (over.signal.aborted) return;
    if (!field.isConnected || frames > FRAMES || isInAnother(field)) return over.abort();
    if (document.activeElement !== field) field.focus({ preventScroll: true });
    requestAnimationFrame(keep);
  };
  requestAnimationFrame(keep);
}

/** True if the viewer is typing in another field by now. */
function isInAnother(field: HTMLElement): boolean {
  const { activeElement } = document;
  return (
    activeElement !== field &&
    activeElement?.matches('input, textarea, select, [contenteditable="true"]') === true
  );
}
