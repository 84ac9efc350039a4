/** A request for the focus, made before its target is on screen. */
export interface FocusRequest {
  /** Requests it, now or as soon as there is a listener. */
  ask(): void;
  /** Calls `listener` on each request. Returns an unsubscribe function. */
  onAsked(listener: () => void): () => void;
}

export function createFocusRequest(): FocusRequest {
  const listeners = new Set<() => void>();
  let waiting = false;
  const notify = () => {
    if (!waiting || listeners.size === 0) return;
    waiting = false;
    for (const listener of listeners) listener();
  };
  return {
    ask: () => {
      waiting = true;
      // After the selection made in the same moment is on screen.
      window.requestAnimationFrame(notify);
    },
    onAsked: (listener) => {
      listeners.add(listener);
      if (waiting) window.requestAnimationFrame(notify);
      return () => listeners.delete(listener);
    },
  };
}
