'use client';

import { useMemo } from 'react';
import type { Drawn } from '#domain/debate/groups/draw-groups.ts';
import { openGroupOf } from '#domain/debate/groups/groups.ts';
import { isAnonymous } from '#domain/debate/head/names.ts';
import { isModerating } from '#domain/debate/participants/participant.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** Returns who may be put into a group: all participants who aren't moderators, and of them those present, if that is disclosed. */
export function useFreePeople(): { readonly all: readonly Drawn[]; readonly here: readonly Drawn[] | null } {
  const view = useBoard(({ replica }) => replica.view);
  const present = useBoard((state) => state.present);
  return useMemo(() => {
    const all = [...view.participants.values()].filter(
      ({ id, role, membership }) => membership === 'member' && !isModerating(role) && !openGroupOf(view, id),
    );
    if (isAnonymous(view)) return { all, here: null };
    const here = new Set([...present.values()].map(({ participantId }) => participantId));
    return { all, here: all.filter(({ id }) => here.has(id)) };
  }, [view, present]);
}
