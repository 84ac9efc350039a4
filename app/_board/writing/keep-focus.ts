/** Frames for which a field keeps the focus it was given: what makes room for it may be drawn after it. */
const FRAMES = 20;

/** A field one writes in. */
interface Focusable {
  readonly element: HTMLElement;
  focus(): void;
}

/** Gives a field its writer has just asked for the focus, also where the page is drawn anew around it. */
export function keepFocus(field: Focusable): void {
  field.focus();
  let frames = 0;
  const keep = () => {
    frames += 1;
    if (!field.element.isConnected || frames > FRAMES || isInAnother(field.element)) return;
    if (document.activeElement !== field.element) field.element.focus({ preventScroll: true });
    requestAnimationFrame(keep);
  };
  requestAnimationFrame(keep);
}

function isInAnother(element: HTMLElement): boolean {
  const { activeElement } = document;
  return (
    activeElement !== element &&
    activeElement?.matches('input, textarea, select, [contenteditable="true"]') === true
  );
}
