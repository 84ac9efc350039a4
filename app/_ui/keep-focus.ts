/** Frames for which a field keeps the focus it was given: what makes room for it may be drawn after it. */
const FRAMES = 20;

/**
 * Gives a field its writer has just asked for the focus, also where the page is drawn anew around it; until they go elsewhere
 * themselves, by Tab or a touch.
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

/** Whether somebody writes in another field by now. */
function isInAnother(field: HTMLElement): boolean {
  const { activeElement } = document;
  return (
    activeElement !== field &&
    activeElement?.matches('input, textarea, select, [contenteditable="true"]') === true
  );
}
