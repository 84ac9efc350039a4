const listeners = new Set<() => void>();
let waiting = false;

/** Asks the panel to bring its comment field to the fore, now or as soon as it is on screen. */
export function askForCommentField(): void {
  waiting = true;
  // After the selection that was made in the same moment is on screen.
  window.requestAnimationFrame(tell);
}

export function onCommentFieldAsked(listener: () => void): () => void {
  listeners.add(listener);
  if (waiting) window.requestAnimationFrame(tell);
  return () => listeners.delete(listener);
}

function tell(): void {
  if (!waiting || listeners.size === 0) return;
  waiting = false;
  for (const listener of listeners) listener();
}
