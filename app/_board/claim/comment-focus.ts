const listeners = new Set<() => void>();

/** Asks the panel to bring its comment field to the fore. */
export function askForCommentField(): void {
  // After the selection that was made in the same moment is on screen.
  window.requestAnimationFrame(() => {
    for (const listener of listeners) listener();
  });
}

export function onCommentFieldAsked(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
