/**
 * Drafts, kept in the tab so that a reload or a lost connection loses none; if storage is blocked, in the page. A sign-out deletes those of
 * its tab; in others they wait for their writer.
 */

const PREFIX = 'parley:draft:';
/** Storage key for the time at which drafts were last forgotten: in this browser, and in this tab. */
const FORGOTTEN = 'parley:drafts-forgotten';
const here = new Map<string, string>();
const listeners = new Set<() => void>();

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
  for (const listener of listeners) listener();
}

/** Adds text to a draft, on a line of its own. */
export function addToDraft(key: string, text: string): void {
  keepDraft(key, [readDraft(key), text].filter(Boolean).join('\n'));
}

/** Deletes all drafts of this tab. */
export function forgetDraftsHere(): void {
  for (const key of keys()) keepDraft(key, '');
}

/** Deletes all drafts of this browser's tabs; a tab that can't hear of it now deletes its drafts when it opens or is shown. */
export function forgetDrafts(): void {
  forgetDraftsHere();
  try {
    const now = String(Date.now());
    window.sessionStorage.setItem(FORGOTTEN, now);
    window.localStorage.setItem(FORGOTTEN, now);
  } catch {
    // Storage is blocked or full: other tabs keep theirs in their pages only.
  }
}

/** Returns all drafts whose keys have this prefix, by key. */
export function draftsUnder(start: string): Map<string, string> {
  const found = keys().filter((key) => key.startsWith(start));
  const kept = found.map((key) => [key, readDraft(key)] as const);
  return new Map(kept.filter(([, text]) => text !== ''));
}

/** Calls `changed` when a draft of this tab changes, also by another tab. Returns an unsubscribe function. */
export function onDraftsChanged(changed: () => void): () => void {
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
  };
}

function keys(): string[] {
  const found = new Set(here.keys());
  try {
    for (const key of Object.keys(window.sessionStorage))
      if (key.startsWith(PREFIX)) found.add(key.slice(PREFIX.length));
  } catch {
    // Storage is blocked: the page has all there is.
  }
  return [...found];
}

/** Deletes this tab's drafts if another tab has forgotten drafts since this one last did. */
function followOtherTabs(): void {
  try {
    const { localStorage, sessionStorage } = window;
    const last = localStorage.getItem(FORGOTTEN);
    if (last === null || last === sessionStorage.getItem(FORGOTTEN)) return;
    sessionStorage.setItem(FORGOTTEN, last);
    forgetDraftsHere();
  } catch {
    // Storage is blocked: no other tab can say so.
  }
}

// Not while a draft is read: that happens in renderings. A page that was put aside or asleep has missed events.
if (typeof window !== 'undefined') {
  followOtherTabs();
  window.addEventListener('storage', ({ key }) => key === FORGOTTEN && followOtherTabs());
  window.addEventListener('pageshow', followOtherTabs);
  document.addEventListener('visibilitychange', followOtherTabs);
}
