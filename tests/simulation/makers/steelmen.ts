import type { DebateState } from '../../../domain/debate/engine/state.ts';
import { steelmenIn } from '../../../domain/debate/steelmen/recognition.ts';
import type { Chooser, MakersOf } from './chooser.ts';

/** Answers to steelmen, by their position's people and by moderators for it as a whole. */
export const STEELMAN_MAKERS: MakersOf<'steelman.answer' | 'steelman.record'> = {
  'steelman.answer': (choose, view) => {
    const claimId = anySteelman(choose, view);
    if (claimId === undefined) return null;
    const agrees = choose.random.pick([true, true, false, null]) ?? null;
    const missing = { commentId: choose.id('m'), text: choose.text() };
    const wording = view.claims.get(claimId)?.wording ?? 1;
    const answer = { claimId, answerId: choose.id('a'), wording, agrees };
    return { type: 'steelman.answer', ...answer, ...(agrees === false && { missing }) };
  },
  'steelman.record': (choose, view) => {
    const claimId = anySteelman(choose, view);
    if (claimId === undefined) return null;
    const wording = choose.random.chance(0.7) ? (view.claims.get(claimId)?.wording ?? 1) : null;
    return { type: 'steelman.record', claimId, answerId: choose.id('a'), wording };
  },
};

function anySteelman({ random }: Chooser, view: DebateState): string | undefined {
  return random.pick(steelmenIn(view).map(({ id }) => id));
}
