/** Where tabs of one browser hear that somebody signed out in one of them; of those that cannot, by the mark. */
const CHANNEL = 'parley-sign-out';

/** Where the browser notes when somebody signed out last: milliseconds since 1970. */
const MARK = 'parley:signed-out';

/** Tells this browser's other tabs that somebody has signed out. Where storage is barred, the channel alone does. */
export function broadcastSignOut(): void {
  try {
    window.localStorage.setItem(MARK, String(Date.now()));
  } catch {
    // Barred, or full: whoever hears the channel knows.
  }
  if (!('BroadcastChannel' in window)) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls when somebody signed out in another tab; the answer stops it. */
export function onSignedOut(heard: () => void): () => void {
  const marked = ({ key }: StorageEvent) => key === MARK && heard();
  window.addEventListener('storage', marked);
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(CHANNEL) : null;
  channel?.addEventListener('message', heard);
  return () => {
    window.removeEventListener('storage', marked);
    channel?.close();
  };
}

/** Whether somebody signed out in this browser after `since`, in milliseconds since 1970: a busy tab hears of it late. */
export function hasSignedOutSince(since: number): boolean {
  try {
    return Number(window.localStorage.getItem(MARK)) > since;
  } catch {
    return false;
  }
}
