import type { LogEntry } from '#domain/debate/engine/entries.ts';
import type { KnownPerson } from '#domain/protocol/project-people.ts';
import type { DebateRoom } from '../../log/debate-room.ts';

/**
 * Publishes names, which are in no log: the names of people who joined or were renamed through another node are read from the database
 * before the entry is sent, and don't pass through Redis.
 */
export function publishJoined(
  room: DebateRoom,
  namesOf: (participantIds: readonly string[]) => Promise<readonly KnownPerson[]>,
  publish: (people: readonly KnownPerson[], news: 'joined' | 'renamed') => void,
): void {
  room.onRemoteEntries(async (entries) => {
    // After these entries names are shown differently: all connections end, and get names when they reconnect.
    if (entries.some(({ effect }) => effect.type === 'debate.configured' && effect.names)) return;
    for (const news of ['joined', 'renamed'] as const) {
      const named = namedIn(entries, news);
      if (named.length > 0) publish(await namesOf(named), news);
    }
  });
}

function namedIn(entries: readonly LogEntry[], news: 'joined' | 'renamed'): string[] {
  return entries.flatMap(({ effect }) =>
    effect.type === `participant.${news}` && 'participantId' in effect ? effect.participantId : [],
  );
}
