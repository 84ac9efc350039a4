/** Channel on which tabs of one browser announce a sign-out. Tabs that can't receive it read the mark. */
const CHANNEL = 'parley-sign-out';

/** Storage key for the time of the last sign-out in this browser: milliseconds since 1970. */
const MARK = 'parley:signed-out';

/** Announces a sign-out to this browser's other tabs. If storage is blocked, only the channel carries it. */
export function broadcastSignOut(): void {
  try {
    window.localStorage.setItem(MARK, String(Date.now()));
  } catch {
    // Storage is blocked or full: tabs on the channel still know.
  }
  if (!('BroadcastChannel' in window)) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls `heard` when the person signs out in another tab. Returns an unsubscribe function. */
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

/** True if a sign-out happened in this browser after `since`, in milliseconds since 1970: a busy tab learns of it late. */
export function hasSignedOutSince(since: number): boolean {
  try {
    return Number(window.localStorage.getItem(MARK)) > since;
  } catch {
    return false;
  }
}
