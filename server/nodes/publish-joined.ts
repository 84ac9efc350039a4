import type { LogEntry } from '../../domain/debate/engine/entries.ts';
import type { KnownPerson } from '../../domain/protocol/project-people.ts';
import type { DebateRoom } from '../log/debate-room.ts';

/**
 * Names are in no log: of who joined, or has another name, through another node they are read before the entry is told, from where every node
 * keeps them, and do not pass through Redis.
 */
export function publishJoined(
  room: DebateRoom,
  namesOf: (participantIds: readonly string[]) => Promise<readonly KnownPerson[]>,
  tell: (people: readonly KnownPerson[], news: 'joined' | 'renamed') => void,
): void {
  room.onRemoteEntries(async (entries) => {
    // From then on names are another matter: all connections end with these entries, and learn names as they come again.
    if (entries.some(({ effect }) => effect.type === 'debate.configured' && effect.names)) return;
    for (const news of ['joined', 'renamed'] as const) {
      const named = namedIn(entries, news);
      if (named.length > 0) tell(await namesOf(named), news);
    }
  });
}

function namedIn(entries: readonly LogEntry[], news: 'joined' | 'renamed'): string[] {
  return entries.flatMap(({ effect }) =>
    effect.type === `participant.${news}` && 'participantId' in effect ? effect.participantId : [],
  );
}
