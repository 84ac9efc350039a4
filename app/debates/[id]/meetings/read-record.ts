import { headers } from 'next/headers';
import { cache } from 'react';
import { parley } from '#server/handle.ts';

/** A meeting's record for the caller; read once a request, for the page and for its title. */
export const readRecord = cache(async (id: string, number: string) => {
  const { auth, meetings } = parley();
  return meetings.record(id, number, await auth.currentPerson(await headers()));
});
