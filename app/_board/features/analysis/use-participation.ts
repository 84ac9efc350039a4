'use client';

import { useEffect, useState } from 'react';
import { type Participation, participationIn, participationSteps } from '#domain/analysis/participation.ts';
import { followView } from '../../core/following/follow-view.ts';
import { useBoardStore } from '../../core/store/board-context.tsx';

/** Milliseconds after an update until the next: shares that follow each key someone types are useless. */
const REST = 1_000;

/** Returns the participation, known from the start and then kept in sync with the debate. */
export function useParticipation(): Participation {
  const store = useBoardStore();
  const [participation, setParticipation] = useState(() => participationIn(store.state().replica.view));
  useEffect(() => followView(store, participationSteps, setParticipation, REST), [store]);
  return participation;
}
