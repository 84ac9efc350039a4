import { personHue } from '#app/_ui/people/person-hue.ts';
import { type Draft, placeInDraft } from '#domain/sync/draft.ts';
import { shortName } from '../people/use-called.ts';
import type { BoardState } from '../store/board-state.ts';
import type { MarkedCaret } from './caret-marks.ts';

/** Returns other people's carets in this draft's text, at their places in its field. */
export function othersWriting({ carets, people, replica }: BoardState, draft: Draft): MarkedCaret[] {
  return [...carets.values()]
    .filter(({ text }) => text === draft.name)
    .map(({ connection, participantId, anchor, head, moves }) => ({
      connection,
      name: shortName(people.get(participantId)) ?? '',
      tone: (participantId && personHue(participantId)) || 'slate',
      anchor: placeInDraft(replica, draft, anchor),
      head: placeInDraft(replica, draft, head),
      moves,
    }));
}
