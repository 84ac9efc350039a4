import type { DebateState } from '#domain/debate/engine/state.ts';
import { numberNamesakes } from '#domain/debate/participants/namesakes.ts';
import type { BranchIndex } from '#domain/front/claims-below.ts';
import type { InitialState } from '#domain/protocol/initial-state.ts';
import { createReplica } from '#domain/sync/replica.ts';
import { NOTHING_TO_UNDO } from '#domain/sync/undo-stack.ts';
import { BoardStore } from '../store/board-store.ts';
import { newId } from '../store/new-id.ts';
import type { Transport } from '../transport/transport.ts';

/**
 * Creates a store that shows an opening's state at once, and is live once connected; if `isOnlyRead`, nothing can be changed. `branches`:
 * those of the front, if the state contains no more than that.
 */
export function createBoardStore(
  { debateId, participantId, people }: Pick<InitialState, 'debateId' | 'participantId' | 'people'>,
  state: DebateState,
  transport: Transport,
  isOnlyRead = false,
  branches: BranchIndex | null = null,
): BoardStore {
  return new BoardStore(
    {
      debateId,
      replica: createReplica(state, participantId, null),
      branches,
      awaitsAll: branches !== null,
      people: numberNamesakes(people, state.participants),
      present: new Map(),
      count: null,
      pointersMuted: false,
      carets: new Map(),
      groupOverviews: new Map(),
      connection: { kind: isOnlyRead ? 'live' : 'connecting' },
      isOnlyRead,
      access: 'known',
      standing: null,
      seen: null,
      lastVisit: null,
      refused: [],
      drafts: new Map(),
      isPersisted: true,
      unsentOfOthers: 0,
      undo: NOTHING_TO_UNDO,
      recentlyChanged: new Map(),
    },
    transport,
    newId('tab'),
  );
}
