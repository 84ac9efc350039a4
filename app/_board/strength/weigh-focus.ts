const listeners = new Set<() => void>();
let waiting = false;

/** Asks the panel for the focus on the weights of what is selected, now or as soon as they are on screen. */
export function askForWeighing(): void {
  waiting = true;
  // After the selection that was made in the same moment is on screen.
  window.requestAnimationFrame(tell);
}

export function onWeighingAsked(listener: () => void): () => void {
  listeners.add(listener);
  if (waiting) window.requestAnimationFrame(tell);
  return () => listeners.delete(listener);
}

function tell(): void {
  if (!waiting || listeners.size === 0) return;
  waiting = false;
  for (const listener of listeners) listener();
}
