const PREFIX = 'parley:seen:';

/** Under which this browser keeps what a reader has seen of a debate. */
export function keyOfSeen(debateId: string): string {
  return `${PREFIX}${debateId}`;
}

/** Forgets what was read in this browser, of all debates: whoever signs out leaves no trace of it behind. */
export function forgetSeen(): void {
  try {
    const { localStorage } = window;
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // Barred: then nothing was kept.
  }
}
