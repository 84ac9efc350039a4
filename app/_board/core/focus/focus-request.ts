/** A request for the focus, made before its target is on screen. */
export interface FocusRequest {
  /**
   * Requests it, now or as soon as there is a listener. A viewer who presses the pointer or Escape before has gone elsewhere: the request is
   * dropped.
   */
  ask(): void;
  /** Drops what was requested and is not on screen yet. */
  drop(): void;
  /** Calls `listener` on each request. Returns an unsubscribe function. */
  onAsked(listener: () => void): () => void;
}

export function createFocusRequest(): FocusRequest {
  const listeners = new Set<() => void>();
  /** Ends when the request is granted or dropped; `null`: nothing is requested. */
  let asked: AbortController | null = null;
  const drop = () => {
    asked?.abort();
    asked = null;
  };
  const notify = () => {
    if (asked === null || listeners.size === 0) return;
    drop();
    for (const listener of listeners) listener();
  };
  return {
    ask: () => {
      drop();
      asked = new AbortController();
      const listening = { capture: true, signal: asked.signal };
      document.addEventListener('pointerdown', drop, listening);
      document.addEventListener('keydown', ({ key }) => key === 'Escape' && drop(), listening);
      // After the selection made in the same moment is on screen.
      window.requestAnimationFrame(notify);
    },
    drop,
    onAsked: (listener) => {
      listeners.add(listener);
      if (asked) window.requestAnimationFrame(notify);
      return () => listeners.delete(listener);
    },
  };
}
