/** Calls when one moves about the debate oneself: by wheel, pointer or key, but not by typing. The answer stops it. */
export function onOwnMove(moved: () => void): () => void {
  const ended = new AbortController();
  const options = { signal: ended.signal, capture: true, passive: true };
  const inDebate = ({ target }: Event) => target instanceof Element && target.closest('main') !== null;
  const act = (event: Event) => {
    if (inDebate(event)) moved();
  };
  const press = (event: KeyboardEvent) => {
    if (isTyping(event.target) || MODIFIERS.has(event.key)) return;
    if (event.key === 'Escape') {
      if (document.querySelector(OVER_THE_DEBATE)) return;
      // It ends this, and nothing else.
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

/** Is this a field one types in? */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** What Escape is meant for before: open, and not on its way out. */
const OVER_THE_DEBATE = '[role="dialog"]:not([data-closed]), [role="menu"]:not([data-closed])';

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta']);
