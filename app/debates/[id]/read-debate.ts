import { headers } from 'next/headers';
import { cache } from 'react';
import { parley } from '#server/handle.ts';

/** A debate as the caller may read it; read once a request, for the page and for its title. */
export const readRequestedDebate = cache(async (id: string) => {
  const { auth, debates } = parley();
  return debates.read(id, await auth.currentPerson(await headers()));
});
