/** Storage key with which the page that erases a person passes their ids in debates to the next page. */
const NOTE = 'parley:erasing';

/** Records a person's ids before they are erased. */
export function noteErasing(participantIds: readonly string[]): void {
  try {
    window.sessionStorage.setItem(NOTE, JSON.stringify(participantIds));
  } catch {
    // Storage is blocked: what this browser keeps of them is useless to others, and goes with its other data.
  }
}

/** Returns the ids of the person just erased from here, and forgets them. */
export function takeErased(): readonly string[] {
  try {
    const noted: unknown = JSON.parse(window.sessionStorage.getItem(NOTE) ?? '[]');
    window.sessionStorage.removeItem(NOTE);
    return Array.isArray(noted) ? noted.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
