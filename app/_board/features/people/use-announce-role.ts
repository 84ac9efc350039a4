'use client';

import { useEffect, useRef } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Announce } from '../../core/announcing/announce-context.tsx';
import { useBoard } from '../../core/store/board-context.tsx';

/** Announces to the viewer that their role was changed, and what they may do now. Joining changes none. */
export function useAnnounceRole(announce: Announce): void {
  const t = useMessages('managedPeople');
  const me = useBoard(({ replica }) => replica.participantId);
  const role = useBoard(
    ({ replica }) => replica.confirmed.participants.get(replica.participantId ?? '')?.role,
  );
  const before = useRef({ me, role });
  useEffect(() => {
    const was = before.current;
    before.current = { me, role };
    if (was.me !== me || was.role === undefined || role === undefined || was.role === role) return;
    announce(t('yourRole', { role }));
  }, [me, role, announce, t]);
}
