/** Texts being written, kept in the tab so that a reload or a lost connection loses none. Where storage is barred, not. */

export function readDraft(key: string): string {
  try {
    return window.sessionStorage.getItem(`parley:draft:${key}`) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a draft; an empty one is forgotten. */
export function keepDraft(key: string, text: string): void {
  try {
    if (text === '') window.sessionStorage.removeItem(`parley:draft:${key}`);
    else window.sessionStorage.setItem(`parley:draft:${key}`, text);
  } catch {
    // Storage is barred or full: the text is still on screen.
  }
}
