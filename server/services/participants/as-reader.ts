import { type Refusal, refuse } from '#domain/debate/engine/refusal.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import { readingProblem } from '../../log/reading-problem.ts';
import type { Rooms } from '../../log/rooms.ts';
import type { Participants } from './participants.ts';

/** Debates, and who takes part in them. */
export interface ReadableDebates {
  readonly rooms: Rooms;
  readonly participants: Participants;
}

/**
 * Runs `read` with a debate and the participant id of a person who may read it, `null` before they joined. A debate that they may not know of
 * doesn't exist for them. Reading can take a while: a person excluded meanwhile gets nothing of it.
 */
export async function asReader<Read>(
  { rooms, participants }: ReadableDebates,
  debateId: string,
  person: SignedIn | null,
  read: (room: DebateRoom, participantId: string | null) => Promise<Read | Refusal>,
): Promise<Read | Refusal> {
  const found = await participants.findIn(debateId, person);
  if (found === null) return refuse('debate_not_found');
  const { participantId } = found;
  return rooms.answer<Read | Refusal>(debateId, async (room) => {
    if (room === null) return refuse('debate_not_found');
    const problem = readingProblem(room.state, participantId);
    if (problem) return refuse(problem);
    const answer = await read(room, participantId);
    const since = readingProblem(room.state, participantId);
    return since ? refuse(since) : answer;
  });
}
