/** Maximum number of claims remembered as unfolded. */
const MOST = 500;

const keyOf = (debateId: string) => `parley:unfolded:${debateId}`;

/** Returns the claims of a debate's front that were unfolded in this tab, also before a reload. */
export function storedUnfolded(debateId: string): readonly string[] {
  try {
    return (sessionStorage.getItem(keyOf(debateId)) ?? '').split(' ').filter((id) => id !== '');
  } catch {
    return [];
  }
}

/** Remembers for this tab which claims of a debate's front are unfolded. */
export function keepUnfolded(debateId: string, ids: readonly string[]): void {
  try {
    sessionStorage.setItem(keyOf(debateId), ids.slice(-MOST).join(' '));
  } catch {
    // Without storage the front opens folded.
  }
}
