'use client';

import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useActor } from '../claims/use-claim.ts';
import { useBoard } from '../store/board-context.tsx';
import { useNames } from './use-called.ts';

/** Says before writing under which name the viewer writes, if it isn't their own. */
export function WritesAs() {
  const t = useMessages('names');
  const names = useNames();
  const me = useActor()?.id ?? '';
  const pseudonym = useBoard((state) => state.people.get(me)?.pseudonym);
  if (names === 'shown') return null;
  const sentence =
    names === 'anonymous'
      ? t('writesAsNobody')
      : pseudonym
        ? t('writesAs', { pseudonym })
        : t('writesAsSomebody');
  return <Note>{sentence}</Note>;
}
