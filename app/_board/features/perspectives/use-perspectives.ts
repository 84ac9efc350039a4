'use client';

import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { votesOfEveryone, votesOfPerson } from '#domain/analysis/perspectives/own-votes.ts';
import type { PerspectiveVotes } from '#domain/analysis/perspectives/perspective.ts';
import { areTalliesHidden } from '#domain/debate/votes/ballots.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { followPerspectives, type KnownPerspectives } from './follow-perspectives.ts';

/** The perspectives of a debate, and the votes of those asked for. */
export interface FollowedPerspectives {
  readonly known: KnownPerspectives;
  /** The votes of a perspective that was asked for; `null`: not known yet, or not shown now. */
  votesOf(name: string): PerspectiveVotes | null;
}

/** Follows the perspectives of the debate in view, and the votes of these, by name. */
export function usePerspectives(names: readonly string[]): FollowedPerspectives {
  const store = useBoardStore();
  const debateId = useBoard((board) => board.debateId);
  const [known, setKnown] = useState<KnownPerspectives>(null);
  const query = names
    .filter((name) => name !== 'own' && name !== 'everyone')
    .map((name) => `of=${encodeURIComponent(name)}`)
    .join('&');
  useEffect(() => {
    const address = `/api/debates/${encodeURIComponent(debateId)}/perspectives?${query}`;
    return followPerspectives(store, address, setKnown);
  }, [store, debateId, query]);
  const view = useDeferredValue(useBoard(({ replica }) => replica.view));
  const participantId = useBoard(({ replica }) => replica.participantId);
  const votes = useMemo(() => {
    const answered = known === null || known === 'failed' ? {} : known.votes;
    return new Map(
      names.map((name): [string, PerspectiveVotes | null] => {
        if (name === 'own')
          return [name, participantId === null ? new Map() : votesOfPerson(view, participantId)];
        if (name === 'everyone') return [name, areTalliesHidden(view) ? null : votesOfEveryone(view)];
        const rows = answered[name];
        return [
          name,
          rows ? new Map(rows.map(([id, agree, disagree, pass]) => [id, { agree, disagree, pass }])) : null,
        ];
      }),
    );
  }, [known, names, view, participantId]);
  return { known, votesOf: (name) => votes.get(name) ?? null };
}
