/** Drafts, kept in the tab so that a reload or a lost connection loses none; if storage is blocked, in the page. */

const PREFIX = 'parley:draft:';
const here = new Map<string, string>();

export function readDraft(key: string): string {
  try {
    return here.get(key) ?? window.sessionStorage.getItem(PREFIX + key) ?? '';
  } catch {
    return here.get(key) ?? '';
  }
}

/** Keeps a draft; an empty one is removed. */
export function keepDraft(key: string, text: string): void {
  if (text === '') here.delete(key);
  else here.set(key, text);
  try {
    if (text === '') window.sessionStorage.removeItem(PREFIX + key);
    else window.sessionStorage.setItem(PREFIX + key, text);
  } catch {
    // Storage is blocked or full: the page has it.
  }
}

/** Deletes all drafts of this tab. */
export function forgetDrafts(): void {
  for (const key of draftsUnder('').keys()) keepDraft(key, '');
}

/** Returns all drafts whose keys have this prefix, by key. */
export function draftsUnder(start: string): Map<string, string> {
  const keys = new Set(here.keys());
  try {
    for (const key of Object.keys(window.sessionStorage))
      if (key.startsWith(PREFIX)) keys.add(key.slice(PREFIX.length));
  } catch {
    // Storage is blocked: the page has all there is.
  }
  const found = [...keys].filter((key) => key.startsWith(start));
  return new Map(found.map((key) => [key, readDraft(key)]));
}
