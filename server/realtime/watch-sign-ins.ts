import type { SignIns } from '../auth/sign-in/sign-ins.ts';
import { everySecond } from '../timing/polling.ts';
import type { LiveServer } from './connection.ts';

/**
 * Compares the sign-ins of open connections with the database's once a second: connections signed out through another node without a
 * notification are ended then. Returns a function that stops it.
 */
export function watchSignIns(io: LiveServer, signIns: SignIns, failed: (error: unknown) => void): () => void {
  return everySecond(() => look(io, signIns), failed);
}

async function look(io: LiveServer, signIns: SignIns): Promise<void> {
  const signedIn = [...io.of('/').sockets.values()].filter(({ data }) => data.person !== null);
  const ids = new Set(signedIn.flatMap(({ data }) => data.person?.signInId ?? []));
  if (ids.size === 0) return;
  const ended = await signIns.ended([...ids]);
  for (const socket of signedIn) {
    const { person } = socket.data;
    if (person === null || !ended.has(person.signInId)) continue;
    socket.emit('closing', { reason: 'access_changed' });
    socket.disconnect(true);
  }
}
