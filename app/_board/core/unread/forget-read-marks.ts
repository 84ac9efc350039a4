const PREFIX = 'parley:seen:';

/** Returns the storage key for what a reader has seen of a debate. */
export function readMarksKey(debateId: string): string {
  return `${PREFIX}${debateId}`;
}

/** Forgets what was read in this browser, of all debates, so that a person who signs out leaves no trace. */
export function forgetReadMarks(): void {
  try {
    const { localStorage } = window;
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // Storage is blocked: nothing was kept.
  }
}
