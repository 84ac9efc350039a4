/** A wish for the focus, made before what is to have it is on screen. */
export interface FocusRequest {
  /** Asks for it, now or as soon as somebody listens. */
  ask(): void;
  /** Calls when it is asked for; the answer stops it. */
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
      // After the selection that was made in the same moment is on screen.
      window.requestAnimationFrame(notify);
    },
    onAsked: (listener) => {
      listeners.add(listener);
      if (waiting) window.requestAnimationFrame(notify);
      return () => listeners.delete(listener);
    },
  };
}
