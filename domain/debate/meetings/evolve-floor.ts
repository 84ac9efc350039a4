import type { EntryFrame, ProjectedEntry } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { withoutHand, withoutInvitation, withSpeechEnded } from './floor.ts';

type FloorEffect = Extract<ProjectedEntry['effect'], { type: `hand.${string}` | `floor.${string}` }>;

/**
 * Folds raised hands, invitations to speak and the floor. A participant who had the floor has spoken once another has it; raising a hand or
 * getting the floor answers an invitation.
 */
export function evolveFloor(state: DebateState, effect: FloorEffect, entry: EntryFrame): DebateState {
  const { floor } = state;
  switch (effect.type) {
    case 'hand.raised':
      if (!state.participants.has(entry.author)) return state;
      return withoutInvitation(
        { ...state, floor: { ...floor, hands: [...floor.hands, entry.author] } },
        entry.author,
      );
    case 'hand.lowered':
      return withoutHand(state, effect.participantId);
    case 'floor.given': {
      const { to, seconds } = effect;
      const { speaker } = floor;
      if (speaker && speaker.participantId === to)
        return { ...state, floor: { ...floor, speaker: { ...speaker, seconds } } };
      const ended = withSpeechEnded(state, entry);
      if (to === null || !state.participants.has(to)) return ended;
      const begun = withoutInvitation(withoutHand(ended, to), to);
      const positionId = state.participants.get(to)?.team ?? null;
      const next = { participantId: to, positionId, since: entry.at, seconds };
      return { ...begun, floor: { ...begun.floor, speaker: next } };
    }
    case 'floor.ordered':
      return { ...state, floor: { ...floor, order: effect.order } };
    case 'floor.invited':
      if (!state.participants.has(effect.participantId)) return state;
      return { ...state, floor: { ...floor, invited: [...floor.invited, effect.participantId] } };
    case 'floor.uninvited':
      return withoutInvitation(state, effect.participantId);
    case 'floor.projected': {
      const speeches = effect.speeches.reduce((all, speech) => all.set(speech.id, speech), state.speeches);
      return { ...state, floor: effect.floor, speeches };
    }
  }
}
