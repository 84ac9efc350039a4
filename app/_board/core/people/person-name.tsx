'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { TeamMark } from './team-mark.tsx';
import { useName } from './use-called.ts';

/** A person's name in this debate, and the position they speak for; or a note that nobody sees names. */
export function PersonName({ id }: { id: string }) {
  return (
    <>
      {useSaidName(id)}
      <TeamMark id={id} />
    </>
  );
}

/** Returns the name alone, for a sentence. */
export function useSaidName(id: string): string {
  const t = useMessages('people');
  const naming = useMessages('names');
  return useName(id) ?? (id === '' ? naming('nobody') : t('somebody'));
}
