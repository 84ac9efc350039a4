'use client';

import { useMessages } from '../../_ui/messages/use-messages.ts';
import { TeamMark } from '../people/team-mark.tsx';
import { useName } from '../people/use-called.ts';

/** The name somebody goes by here, and the position they speak for; or that it is told to nobody. */
export function PersonName({ id }: { id: string }) {
  return (
    <>
      {useSaidName(id)}
      <TeamMark id={id} />
    </>
  );
}

/** The name alone, for a sentence. */
export function useSaidName(id: string): string {
  const t = useMessages('people');
  const naming = useMessages('names');
  return useName(id) ?? (id === '' ? naming('nobody') : t('somebody'));
}
