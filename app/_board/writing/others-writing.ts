import { type Draft, placeInDraft } from '../../../domain/sync/draft.ts';
import { toneOf } from '../../_ui/person-tone.ts';
import type { BoardState } from '../store/board-state.ts';
import type { MarkedCaret } from './caret-marks.ts';

/** Others' carets in the text of this draft, at their places in what its field shows. */
export function othersWriting({ carets, people, replica }: BoardState, draft: Draft): MarkedCaret[] {
  return [...carets.values()]
    .filter(({ text }) => text === draft.name)
    .map(({ connection, participantId, anchor, head, moves }) => ({
      connection,
      name: people.get(participantId)?.name ?? '',
      tone: toneOf(participantId),
      anchor: placeInDraft(replica, draft, anchor),
      head: placeInDraft(replica, draft, head),
      moves,
    }));
}
