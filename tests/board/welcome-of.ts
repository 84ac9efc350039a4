import type { Welcome } from '../../domain/protocol/server-messages.ts';
import type { DebateBuilder } from '../support/debate-builder.ts';

/** The answer of a server to someone who opens a debate and knows it up to `after`. */
export function welcomeOf(debate: DebateBuilder, who: string | null, after: number): Welcome {
  return {
    ok: true,
    participantId: who,
    standing: null,
    people: [],
    present: [],
    pointers: [],
    pointersMuted: false,
    answers: [],
    state: { kind: 'entries', frame: debate.frame(who, after) },
  };
}
