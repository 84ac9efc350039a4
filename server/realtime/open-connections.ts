import type { LogEntry } from '../../domain/debate/engine/entries.ts';
import { type Audience, audienceIn } from '../../domain/debate/engine/project.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { keepsOut } from '../../domain/debate/participants/access.ts';
import { readingProblem } from '../log/reading-problem.ts';

/** Participants whose membership the entries changed: they are notified of the decision, or disconnected. */
export function affectedParticipants(entries: readonly LogEntry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(concernedParticipants));
}

const DOORS: readonly LogEntry['effect']['type'][] = [
  'debate.visibilityChanged',
  'debate.deleted',
  'debate.restricted',
];

/** True if entries may have taken read access from someone who had it until now. */
export function revokesReadAccess(entries: readonly LogEntry[]): boolean {
  return entries.some((entry) => DOORS.includes(entry.effect.type) || restrictsNames(entry));
}

/** True if names may be shown to fewer people: then nothing sent before matches what viewers may know now. */
function restrictsNames({ effect }: LogEntry): boolean {
  return effect.type === 'debate.configured' && effect.names !== undefined;
}

/**
 * True if entries that led to `state` end an open connection: its viewer may no longer read, sees different things from now on, or was kept
 * out in between. If they learned elsewhere, in between, that a request was refused, nothing still arriving over this connection may carry
 * it out.
 */
export function shouldDisconnect(
  entries: readonly LogEntry[],
  state: DebateState,
  {
    readerParticipantId,
    audience,
  }: { readonly readerParticipantId: string | null; readonly audience: Audience },
): boolean {
  if (entries.some(restrictsNames)) return true;
  if (readingProblem(state, readerParticipantId)) return true;
  if (audience !== 'stage' && audience !== audienceIn(state, readerParticipantId)) return true;
  return (
    readerParticipantId !== null && entries.some((entry) => keepsOut(entry, readerParticipantId) !== null)
  );
}

function concernedParticipants({ effect }: LogEntry): string[] {
  switch (effect.type) {
    case 'participant.joined':
    case 'participant.appointed':
    case 'participant.muted':
    case 'participant.membershipChanged':
    case 'participant.erased':
    case 'debate.transferred':
      return [effect.participantId];
    default:
      return [];
  }
}
