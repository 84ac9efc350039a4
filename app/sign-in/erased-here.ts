/** Where the page that erases somebody leaves for the next one who they were in their debates. */
const NOTE = 'parley:erasing';

/** Notes who somebody was, before they are erased. */
export function noteErasing(participantIds: readonly string[]): void {
  try {
    window.sessionStorage.setItem(NOTE, JSON.stringify(participantIds));
  } catch {
    // Barred: what this browser keeps of them is of no use to anybody, and goes with its other data.
  }
}

/** Who was erased from here just now; noted no longer. */
export function takeErased(): readonly string[] {
  try {
    const noted: unknown = JSON.parse(window.sessionStorage.getItem(NOTE) ?? '[]');
    window.sessionStorage.removeItem(NOTE);
    return Array.isArray(noted) ? noted.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
