'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Phase } from '#domain/debate/phases/agenda.ts';
import { hidesClaims, phaseIn, runningAgenda } from '#domain/debate/phases/phases.ts';
import { areTalliesHidden } from '#domain/debate/votes/ballots.ts';
import type { Announce } from '../../core/announcing/announce-context.tsx';
import { usePhaseName } from '../../core/phases/use-phase-name.ts';
import { useStatusChange, useStatusSentence } from '../../core/status/use-status-sentence.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { revealedBy } from './revealed-by.ts';

/** Milliseconds for which a reveal is shown above the board. */
const MOMENT = 15_000;

/** A reveal, as the sentence that announces it. */
export type Revealed = string;

/**
 * Announces a new phase and what it reveals: to screen readers at once, above the board for a while. A change of the debate's status may
 * reveal votes, too, and is announced with them: of two messages at once, only the last is heard.
 */
export function useReveal(announce: Announce): Revealed | null {
  const t = useMessages('agenda');
  const phaseName = usePhaseName();
  const store = useBoardStore();
  const phase = useBoard(({ replica }) => runningPhase(replica.confirmed));
  const claims = useBoard(({ replica }) => hidesClaims(replica.confirmed));
  const tallies = useBoard(({ replica }) => areTalliesHidden(replica.confirmed));
  const sentenceOf = useStatusSentence();
  const status = useBoard(({ replica: { confirmed } }) => confirmed.head && sentenceOf(confirmed.head));
  const statusChange = useStatusChange();
  const before = useRef(store.state().replica.confirmed);
  const shown = useLastShownVotes();
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: compared whenever another phase is on, something else is hidden, or the status is another.
  useEffect(() => {
    const was = before.current;
    const is = store.state().replica.confirmed;
    before.current = is;
    const sayings = revealedBy(was, is, shown.current).map((what) => t(SENTENCES[what], LEAST));
    const turned = runningPhase(was)?.id !== phase?.id;
    // A debate that closes says so itself.
    const saysPhase = turned && is.head?.status === 'open';
    const changed = statusChange(was.head, is.head);
    const sentences = [
      ...(changed ? [changed] : []),
      ...(saysPhase ? [phase ? t('now', { phase: phaseName(phase) }) : t('ended')] : []),
      ...sayings,
    ];
    if (sentences.length > 0) announce(sentences.join(' '));
    if (!turned && sayings.length === 0) return;
    setRevealed(sayings.join(' ') || null);
  }, [phase, claims, tallies, status, statusChange, announce, t, phaseName, store]);
  useEffect(() => {
    if (revealed === null) return;
    const wait = window.setTimeout(() => setRevealed(null), MOMENT);
    return () => window.clearTimeout(wait);
  }, [revealed]);
  return revealed;
}

function runningPhase(state: DebateState): Phase | null {
  const agenda = runningAgenda(state);
  return agenda && phaseIn(agenda, agenda.at);
}

/** Keeps the last state in which this viewer saw the votes before they were hidden; `null`: they arrived while votes were hidden. */
function useLastShownVotes(): RefObject<DebateState | null> {
  const store = useBoardStore();
  const shown = useRef<DebateState | null>(null);
  useEffect(() => {
    let latest: DebateState | null = null;
    const look = () => {
      const is = store.state().replica.confirmed;
      if (!areTalliesHidden(is)) latest = is;
      else if (latest) {
        shown.current = latest;
        latest = null;
      }
    };
    look();
    return store.subscribe(look);
  }, [store]);
  return shown;
}

const SENTENCES = {
  claims: 'revealedClaims',
  tallies: 'revealedTallies',
  totals: 'revealedTotals',
  noTotals: 'revealedNoTotals',
  noResearchTotals: 'revealedNoResearchTotals',
} as const;

/** Votes on a claim and voters from which totals are shown. */
const LEAST = { votes: LIMITS.secretTotal, people: LIMITS.ballotRows };
