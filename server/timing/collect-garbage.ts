import { Session } from 'node:inspector/promises';

/**
 * Frees memory that is no longer used. Node does so when it needs memory: a server at rest would keep what its start has left. It holds the
 * thread for a moment, so call it only when nobody waits.
 */
export async function collectGarbage(): Promise<void> {
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.collectGarbage');
  session.disconnect();
}
