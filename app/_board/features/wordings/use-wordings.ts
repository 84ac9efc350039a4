'use client';

import { useEffect, useRef, useState } from 'react';
import { callRoute } from '#app/_ui/requests/call-route.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import type { WordingsPage } from '#domain/history/wordings.ts';
import { useBoard } from '../../core/store/board-context.tsx';

const ROUTE = 'GET /api/debates/[id]/claims/[claimId]/wordings';

interface Part extends WordingsPage {
  readonly claimId: string;
}

/**
 * Returns the newest wordings, loaded again when there is another, with those before that were asked for; `null` until they are loaded.
 * `again` retries what has failed, `showEarlier` loads those before.
 */
export function useWordings({ id, wording, wordings: count }: Claim) {
  const debateId = useBoard((state) => state.debateId);
  const [part, setPart] = useState<Part | null>(null);
  const [isFetching, setFetching] = useState(true);
  const [failed, setFailed] = useState<'newest' | 'earlier' | null>(null);
  const [attempt, setAttempt] = useState(0);
  const lasting = useRef(new AbortController());
  const load = async (before: number | null, signal: AbortSignal) => {
    setFetching(true);
    const params = { id: debateId, claimId: id };
    const query = new URLSearchParams(before === null ? {} : { before: `${before}` });
    const answer = await callRoute(ROUTE, { params, query, signal });
    if (signal.aborted) return;
    setFetching(false);
    // Unreachable, or closed meanwhile: what is shown stays.
    const loaded = answer !== 'unreachable' && answer.ok ? { ...answer, claimId: id } : null;
    setFailed(loaded ? null : before === null ? 'newest' : 'earlier');
    if (loaded) setPart((shown) => (before === null ? continued(shown, loaded) : continued(loaded, shown)));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another wording means fetching them again.
  useEffect(() => {
    lasting.current = new AbortController();
    const { signal } = lasting.current;
    void load(null, signal);
    return () => lasting.current.abort();
  }, [debateId, id, wording, count, attempt]);
  return {
    part,
    isFetching,
    failed,
    again: () => setAttempt(attempt + 1),
    showEarlier: () => void load(part?.earlier ?? null, lasting.current.signal),
  };
}

/** Two parts as one, the later going first where both have a wording; only the later if there is a gap, or the earlier is another claim's. */
function continued(before: Part | null, after: Part | null): Part | null {
  if (after === null || before?.claimId !== after.claimId) return after;
  const shared = after.earlier - before.earlier;
  if (shared < 0 || shared > before.wordings.length) return after;
  return { ...before, wordings: [...before.wordings.slice(0, shared), ...after.wordings] };
}
