import { type DebateSnapshot, fromSnapshot } from '../../../domain/debate/snapshot.ts';
import type { Person } from '../../../domain/protocol/server-messages.ts';
import { createReplica } from '../../../domain/sync/replica.ts';
import { NOTHING_TO_UNDO } from '../../../domain/sync/undo-stack.ts';
import { BoardStore } from './board-store.ts';
import { newId } from './new-id.ts';
import type { Transport } from './transport.ts';

/** What the page brings along: the debate as its reader may see it. */
export interface BoardOpening {
  readonly debateId: string;
  readonly snapshot: DebateSnapshot;
  readonly participantId: string | null;
  readonly people: readonly Person[];
}

/** A store that shows the page's snapshot at once, and is live when it is connected. */
export function createBoardStore(opening: BoardOpening, transport: Transport): BoardStore {
  const { debateId, snapshot, participantId, people } = opening;
  return new BoardStore(
    {
      debateId,
      replica: createReplica(fromSnapshot(snapshot), participantId),
      people: new Map(people.map((person) => [person.id, person])),
      present: new Map(),
      carets: new Map(),
      connection: { kind: 'connecting' },
      refused: [],
      isKept: true,
      undo: NOTHING_TO_UNDO,
      touched: new Map(),
    },
    transport,
    newId('tab'),
  );
}
