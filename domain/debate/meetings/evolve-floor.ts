import type { EntryFrame, ProjectedEntry } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { withoutHand, withSpeechEnded } from './floor.ts';

type FloorEffect = Extract<ProjectedEntry['effect'], { type: `hand.${string}` | `floor.${string}` }>;

/** Folds raised hands and the floor. A participant who had the floor has spoken once another has it. */
export function evolveFloor(state: DebateState, effect: FloorEffect, entry: EntryFrame): DebateState {
  const { floor } = state;
  switch (effect.type) {
    case 'hand.raised':
      if (!state.participants.has(entry.author)) return state;
      return { ...state, floor: { ...floor, hands: [...floor.hands, entry.author] } };
    case 'hand.lowered':
      return withoutHand(state, effect.participantId);
    case 'floor.given': {
      const { to, seconds } = effect;
      const { speaker } = floor;
      if (speaker && speaker.participantId === to)
        return { ...state, floor: { ...floor, speaker: { ...speaker, seconds } } };
      const ended = withSpeechEnded(state, entry);
      if (to === null || !state.participants.has(to)) return ended;
      const begun = withoutHand(ended, to);
      const positionId = state.participants.get(to)?.team ?? null;
      const next = { participantId: to, positionId, since: entry.at, seconds };
      return { ...begun, floor: { ...begun.floor, speaker: next } };
    }
    case 'floor.projected': {
      const speeches = effect.speeches.reduce((all, speech) => all.set(speech.id, speech), state.speeches);
      return { ...state, floor: effect.floor, speeches };
    }
  }
}
