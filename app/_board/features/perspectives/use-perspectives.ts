'use client';

import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { votesOfEveryone, votesOfPerson } from '#domain/analysis/perspectives/own-votes.ts';
import { type PerspectiveVotes, perspectiveNamed } from '#domain/analysis/perspectives/perspective.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { showsVotes } from '#domain/debate/participants/shown-votes.ts';
import { areTalliesHidden } from '#domain/debate/votes/ballots.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';
import { followPerspectives, type KnownPerspectives } from './follow-perspectives.ts';

/** The perspectives of a debate, and the votes of those asked for. */
export interface FollowedPerspectives {
  readonly known: KnownPerspectives;
  /** The votes of a perspective that was asked for; `null`: not known yet, or not shown now. */
  votesOf(name: string): PerspectiveVotes | null;
  /** True if the viewer's own votes were asked for, and there are none. */
  readonly lacksOwnVotes: boolean;
}

/** True if the note on perspectives says why there are no votes: they aren't counted yet, couldn't be loaded, or are hidden. */
export function isExplained(known: KnownPerspectives): boolean {
  return known === null || known === 'failed' || known.kept;
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
  const view = useDeferredValue(useVotedView());
  const participantId = useBoard(({ replica }) => replica.participantId);
  // The front of a debate has no votes.
  const isWhole = useBoard((board) => board.branches === null);
  const served = useMemo(
    () => new Map(names.map((name) => [name, servedVotes(known, name)])),
    [known, names],
  );
  const votes = useMemo(
    () =>
      new Map(
        names.map((name): [string, PerspectiveVotes | null] => {
          if (name === 'own')
            return [name, participantId === null ? new Map() : votesOfPerson(view, participantId)];
          if (!maySee(view, name)) return [name, null];
          return [name, name === 'everyone' ? votesOfEveryone(view) : (served.get(name) ?? null)];
        }),
      ),
    [served, names, view, participantId],
  );
  return {
    known: useMemo(() => asOf(view, known), [view, known]),
    votesOf: (name) => votes.get(name) ?? null,
    lacksOwnVotes: isWhole && votes.get('own')?.size === 0,
  };
}

/** The parts of the debate that decide about perspectives. */
const PARTS = ['claims', 'votes', 'merges', 'participants', 'agenda', 'head'] as const;

/** Returns the debate, the same for as long as these parts of it are: others change with each key that someone types. */
function useVotedView(): DebateState {
  const last = useRef<DebateState | null>(null);
  return useBoard(({ replica: { view } }) => {
    const before = last.current;
    if (before && PARTS.every((part) => before[part] === view[part])) return before;
    last.current = view;
    return view;
  });
}

/**
 * True if a perspective may still be shown by what this page knows. A person who stops showing their votes is in the next frame: the
 * server's answer to it may take longer, or never come.
 */
function maySee(view: DebateState, name: string): boolean {
  const of = perspectiveNamed(name);
  return !areTalliesHidden(view) && (of?.kind !== 'person' || showsVotes(view, of.id));
}

/** The server's answer as far as it may still be shown. */
function asOf(view: DebateState, known: KnownPerspectives): KnownPerspectives {
  if (known === null || known === 'failed') return known;
  return { ...known, choices: known.choices.filter(({ of }) => maySee(view, of)) };
}

function servedVotes(known: KnownPerspectives, name: string): PerspectiveVotes | null {
  const rows = known === null || known === 'failed' ? null : known.votes[name];
  return rows ? new Map(rows.map(([id, agree, disagree, pass]) => [id, { agree, disagree, pass }])) : null;
}
