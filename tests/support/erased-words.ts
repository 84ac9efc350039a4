import type { LogEntry } from '../../domain/debate/engine/entries.ts';
import { evolveAll } from '../../domain/debate/engine/evolve.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { WordEraser } from '../../domain/debate/erasure/erase-words.ts';
import { GivenTexts } from '../../domain/debate/erasure/given-texts.ts';

/** Erases a person, and their words unless it is said otherwise. */
export const erase = (participantId: string, words = true) =>
  ({ type: 'participant.erase', participantId, words }) as const;

/** A log without someone's words. */
export function without(author: string, entries: readonly LogEntry[]): LogEntry[] {
  const given = new GivenTexts(author);
  for (const entry of entries) given.read(entry);
  const eraser = new WordEraser(author, given);
  return entries.map((entry) => eraser.take(entry));
}

/** The state a log makes. */
export const replay = (entries: readonly LogEntry[]): DebateState => evolveAll(EMPTY_STATE, entries);
