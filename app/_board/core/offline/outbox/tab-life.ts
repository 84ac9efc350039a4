/*
 * Tabs of one browser share which identities are in use: with locks if available, and on plain http by answering a call. A tab that does
 * not answer in time counts as closed; if it is still alive it learns that and continues under another identity (`handOverOutbox`).
 */

/** Milliseconds within which a living tab answers, also on a busy machine. */
const ANSWER_WITHIN = 2_000;

const lockOf = (clientId: string) => `parley:${clientId}`;

/** Announces to this browser's other tabs that an identity is in use, until this page closes or it is released. */
export function claimTabLock(clientId: string): () => void {
  if (!hasTabLocks()) return answerFor(clientId);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  void navigator.locks.request(lockOf(clientId), () => released).catch(() => undefined);
  return release;
}

/** Returns which of these identities are held by living tabs. */
export async function liveTabs(clientIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (clientIds.length === 0) return new Set();
  if (!hasTabLocks()) return callTabs(clientIds);
  const { held = [] } = await navigator.locks.query();
  const names = new Set(held.map(({ name }) => name));
  return new Set(clientIds.filter((clientId) => names.has(lockOf(clientId))));
}

/** True if a tab that holds its identity can't be taken for closed. */
export function hasTabLocks(): boolean {
  return Boolean(navigator.locks);
}

/** Calls `closed` when one of these tabs no longer holds its identity; without locks, never. */
export function onTabClosed(clientIds: readonly string[], closed: () => void, signal: AbortSignal): void {
  if (!hasTabLocks()) return;
  for (const clientId of clientIds)
    void navigator.locks.request(lockOf(clientId), { signal, mode: 'shared' }, closed).catch(() => undefined);
}

interface Call {
  readonly kind: 'call' | 'here';
  readonly clientIds: readonly string[];
}

const CHANNEL = 'parley-tabs';

/** Answers calls for this identity, also from this page. Returns a function that stops it. */
function answerFor(clientId: string): () => void {
  if (!('BroadcastChannel' in window)) return () => {};
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data: { kind, clientIds } }: MessageEvent<Call>) => {
    if (kind !== 'call' || !clientIds.includes(clientId)) return;
    channel.postMessage({ kind: 'here', clientIds: [clientId] } satisfies Call);
  });
  return () => channel.close();
}

/** Calls the other tabs, until all have answered or the time is over. */
function callTabs(clientIds: readonly string[]): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  if (!('BroadcastChannel' in window)) return Promise.resolve(held);
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise((resolve) => {
    const end = () => {
      window.clearTimeout(timer);
      channel.close();
      resolve(held);
    };
    const timer = window.setTimeout(end, ANSWER_WITHIN);
    channel.addEventListener('message', ({ data }: MessageEvent<Call>) => {
      if (data.kind !== 'here') return;
      for (const clientId of data.clientIds) held.add(clientId);
      if (clientIds.every((clientId) => held.has(clientId))) end();
    });
    channel.postMessage({ kind: 'call', clientIds } satisfies Call);
  });
}
