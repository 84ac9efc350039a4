'use client';

import { useMessages } from '../../_ui/messages/use-messages.ts';
import { TeamMark } from '../people/team-mark.tsx';
import { useName } from './use-claim.ts';

/** The name somebody goes by here, and the position they speak for. */
export function PersonName({ id }: { id: string }) {
  const t = useMessages('people');
  return (
    <>
      {useName(id) ?? t('somebody')}
      <TeamMark id={id} />
    </>
  );
}
