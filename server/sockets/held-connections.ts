import type { LogEntry } from '../../domain/debate/engine/entries.ts';
import { type Audience, audienceIn } from '../../domain/debate/engine/project.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { keepsOut } from '../../domain/debate/participants/access.ts';
import { readingProblem } from '../use-cases/reading-problem.ts';

/** Those whose part in the debate entries changed: told what was decided about them, or ended. */
export function affectedParticipants(entries: readonly LogEntry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(concerned));
}

const DOORS: readonly LogEntry['effect']['type'][] = ['debate.shown', 'debate.deleted', 'debate.restricted'];

/** Whether entries may have taken from anybody that they read a debate, as they did until now. */
export function revokesReadAccess(entries: readonly LogEntry[]): boolean {
  return entries.some((entry) => DOORS.includes(entry.effect.type) || tellsFewer(entry));
}

/** Whether names are told to fewer: nothing that anybody was told is what they may know now. */
function tellsFewer({ effect }: LogEntry): boolean {
  return effect.type === 'debate.configured' && effect.names !== undefined;
}

/**
 * Whether entries that led to `state` end an open connection: who is on it may not read any more, sees other things from now
 * on, or was kept out in between. Who was told elsewhere, in between, that what they had asked for is refused must not have
 * it done by what still comes over this one.
 */
export function shouldDisconnect(
  entries: readonly LogEntry[],
  state: DebateState,
  {
    readerParticipantId,
    audience,
  }: { readonly readerParticipantId: string | null; readonly audience: Audience },
): boolean {
  if (entries.some(tellsFewer)) return true;
  if (readingProblem(state, readerParticipantId)) return true;
  if (audience !== 'stage' && audience !== audienceIn(state, readerParticipantId)) return true;
  return (
    readerParticipantId !== null && entries.some((entry) => keepsOut(entry, readerParticipantId) !== null)
  );
}

function concerned({ effect }: LogEntry): string[] {
  switch (effect.type) {
    case 'participant.joined':
    case 'participant.appointed':
    case 'participant.muted':
    case 'participant.admitted':
    case 'participant.erased':
    case 'debate.transferred':
      return [effect.participantId];
    default:
      return [];
  }
}
