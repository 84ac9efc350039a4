'use client';

import { useMemo } from 'react';
import type { Drawn } from '#domain/debate/groups/draw-groups.ts';
import { isAnonymous } from '#domain/debate/head/names.ts';
import { isModerating } from '#domain/debate/participants/participant.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** Returns who may be put into a group: all participants in none who aren't moderators, and of them those present, if that is disclosed. */
export function useFreePeople(): { readonly all: readonly Drawn[]; readonly here: readonly Drawn[] | null } {
  const participants = useBoard(({ replica }) => replica.view.participants);
  const groups = useBoard(({ replica }) => replica.view.groups);
  const hidesPresence = useBoard(({ replica }) => isAnonymous(replica.view));
  const present = useBoard((state) => state.present);
  const all = useMemo(() => {
    const open = [...groups.values()].filter(({ status }) => status === 'open');
    const grouped = new Set(open.flatMap(({ members }) => members));
    return [...participants.values()].filter(
      ({ id, role, membership }) => membership === 'member' && !isModerating(role) && !grouped.has(id),
    );
  }, [participants, groups]);
  const here = useMemo(() => {
    if (hidesPresence) return null;
    const ids = new Set([...present.values()].map(({ participantId }) => participantId));
    return all.filter(({ id }) => ids.has(id));
  }, [all, hidesPresence, present]);
  return { all, here };
}
