import type { LogEntry } from '../../domain/debate/entries.ts';
import type { Person } from '../../domain/protocol/server-messages.ts';
import type { DebateRoom } from '../log/debate-room.ts';

/**
 * Names are in no log: of who joined, or has another name, through another node they are read before the entry is told, from where every node
 * keeps them, and do not pass through Redis.
 */
export function tellJoined(
  room: DebateRoom,
  namesOf: (participantIds: readonly string[]) => Promise<readonly Person[]>,
  tell: (people: readonly Person[]) => void,
): void {
  room.onForeign(async (entries) => {
    const named = namedIn(entries);
    if (named.length > 0) tell(await namesOf(named));
  });
}

function namedIn(entries: readonly LogEntry[]): string[] {
  return entries.flatMap(({ effect }) =>
    effect.type === 'participant.joined' || effect.type === 'participant.renamed' ? effect.participantId : [],
  );
}
