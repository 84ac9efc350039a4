import type { People } from '../auth/people.ts';
import { everySecond } from '../every-second.ts';
import type { LiveServer } from './connection.ts';

/**
 * Compares the sign-ins of open connections with the database's once a second: who signed out through another node, and
 * nobody told of, goes after that. The answer stops it.
 */
export function watchSignIns(io: LiveServer, people: People, failed: (error: unknown) => void): () => void {
  return everySecond(() => look(io, people), failed);
}

async function look(io: LiveServer, people: People): Promise<void> {
  const signedIn = [...io.of('/').sockets.values()].filter(({ data }) => data.person !== null);
  const persons = new Set(signedIn.flatMap(({ data }) => data.person?.id ?? []));
  if (persons.size === 0) return;
  const epochs = await people.epochsOf([...persons]);
  for (const socket of signedIn) {
    const { person } = socket.data;
    // One by one: meanwhile the same person may have signed in again.
    if (person === null || epochs.get(person.id) === person.epoch) continue;
    socket.emit('closing', { reason: 'access_changed' });
    socket.disconnect(true);
  }
}
