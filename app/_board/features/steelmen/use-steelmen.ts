'use client';

import { useMemo } from 'react';
import { awaitsRecognition, type SteelmanClaim } from '#domain/debate/map/steelman.ts';
import { teamOf } from '#domain/debate/positions/team-of.ts';
import { steelmenIn, steelmenToAnswer } from '#domain/debate/steelmen/recognition.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** The steelmen of a debate, as they concern the viewer. */
export interface Steelmen {
  /** Those of the viewer's position that wait for their answer. */
  readonly toAnswer: readonly SteelmanClaim[];
  /** The others that are not recognized. */
  readonly waiting: readonly SteelmanClaim[];
  readonly recognized: readonly SteelmanClaim[];
}

/** Returns the steelmen of the debate. */
export function useSteelmen(): Steelmen {
  const claims = useBoard(({ replica }) => replica.view.claims);
  const merges = useBoard(({ replica }) => replica.view.merges);
  const me = useBoard(({ replica }) => replica.participantId);
  const team = useBoard(({ replica: { view, participantId } }) => teamOf(view, participantId ?? ''));
  const mayAnswer = useMay('steelman.answer');
  return useMemo(() => {
    const all = steelmenIn({ claims, merges });
    const asked = team !== null && me !== null && mayAnswer;
    const toAnswer = asked ? steelmenToAnswer({ claims, merges }, team, me) : [];
    const asking = new Set(toAnswer);
    return {
      toAnswer,
      waiting: all.filter((claim) => awaitsRecognition(claim) && !asking.has(claim)),
      recognized: all.filter((claim) => !awaitsRecognition(claim)),
    };
  }, [claims, merges, me, team, mayAnswer]);
}
