/** Frames for which a field keeps the focus it was given: what makes room for it may be drawn after it. */
const FRAMES = 20;

/** A ref for a field its writer has just asked for: it gets the focus when it appears, the caret behind its text. */
export function focusOnMount(field: HTMLInputElement | HTMLTextAreaElement | null): void {
  if (!field) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  let frames = 0;
  const keep = () => {
    frames += 1;
    if (!field.isConnected || frames > FRAMES || isInAnother(field)) return;
    field.focus({ preventScroll: true });
    requestAnimationFrame(keep);
  };
  requestAnimationFrame(keep);
}

/** Whether somebody writes in another field by now. */
function isInAnother(field: HTMLElement): boolean {
  const { activeElement } = document;
  return activeElement !== field && activeElement?.matches('input, textarea, select') === true;
}
