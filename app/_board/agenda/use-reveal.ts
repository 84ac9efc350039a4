'use client';

import { useEffect, useRef, useState } from 'react';
import { hidesTallies } from '../../../domain/debate/ballots.ts';
import { hidesClaims, phaseOf } from '../../../domain/debate/phases.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useAnnounce } from '../announce-context.tsx';
import { useBoard } from '../store/board-context.tsx';
import { usePhaseName } from './use-phase-name.ts';

/** Milliseconds for which what was just revealed is said over the board. */
const MOMENT = 15_000;

/** What has just been revealed. */
export type Revealed = 'claims' | 'tallies' | 'both';

/** Says that another phase is on, and what is revealed by it: to those who listen at once, over the board for a while. */
export function useReveal(): Revealed | null {
  const t = useMessages('agenda');
  const announce = useAnnounce();
  const phaseName = usePhaseName();
  const phase = useBoard(({ replica }) => phaseOf(replica.confirmed));
  const claims = useBoard(({ replica }) => hidesClaims(replica.confirmed));
  const tallies = useBoard(({ replica }) => hidesTallies(replica.confirmed));
  const before = useRef({ phase, claims, tallies });
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  useEffect(() => {
    const was = before.current;
    before.current = { phase, claims, tallies };
    const shown = revealedBy(was, { claims, tallies });
    const turned = was.phase?.id !== phase?.id;
    const sentences = [
      ...(turned ? [phase ? t('now', { phase: phaseName(phase) }) : t('ended')] : []),
      ...(shown ? [t('revealed', { what: shown })] : []),
    ];
    if (sentences.length > 0) announce(sentences.join(' '));
    if (!turned && !shown) return;
    setRevealed(shown);
  }, [phase, claims, tallies, announce, t, phaseName]);
  useEffect(() => {
    if (revealed === null) return;
    const wait = window.setTimeout(() => setRevealed(null), MOMENT);
    return () => window.clearTimeout(wait);
  }, [revealed]);
  return revealed;
}

interface Hidden {
  readonly claims: boolean;
  readonly tallies: boolean;
}

function revealedBy(was: Hidden, is: Hidden): Revealed | null {
  const [claims, tallies] = [was.claims && !is.claims, was.tallies && !is.tallies];
  if (claims && tallies) return 'both';
  return claims ? 'claims' : tallies ? 'tallies' : null;
}
