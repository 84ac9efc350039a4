/** Calls `moved` when the viewer moves in the debate by wheel, pointer or key, but not by typing. Returns an unsubscribe function. */
export function onOwnMove(moved: () => void): () => void {
  const ended = new AbortController();
  const options = { signal: ended.signal, capture: true, passive: true };
  const inDebate = ({ target }: Event) => target instanceof Element && target.closest('main') !== null;
  const act = (event: Event) => {
    if (inDebate(event)) moved();
  };
  const press = (event: KeyboardEvent) => {
    if (isTyping(event.target) || MOVES_NOTHING.has(event.key)) return;
    if (event.key === 'Escape') {
      if (document.querySelector(OVER_THE_DEBATE)) return;
      // It ends following, and nothing else.
      event.preventDefault();
      event.stopPropagation();
      moved();
    } else if (inDebate(event) || event.target === document.body) moved();
  };
  document.addEventListener('wheel', act, options);
  document.addEventListener('pointerdown', act, options);
  document.addEventListener('keydown', press, { signal: ended.signal, capture: true });
  return () => ended.abort();
}

/** True for a field in which people type. */
export function isTyping(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** Layers that Escape closes first: open, and not closing. */
const OVER_THE_DEBATE = '[role="dialog"]:not([data-closed]), [role="menu"]:not([data-closed])';

/** Keys that leave the view where it is: modifiers, Tab and those that vote. */
const MOVES_NOTHING: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'Tab', '1', '2', '3']);
