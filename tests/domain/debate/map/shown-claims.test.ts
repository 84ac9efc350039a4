import { expect, test } from 'vitest';
import { carryShownClaims, countShownClaims } from '#domain/debate/claims/shown-claims.ts';
import { projectState } from '#domain/debate/engine/project.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { anyDebate } from '#tests/support/any-debate.ts';
import { howMany } from '#tests/support/how-many.ts';

/** Counted from the projection that readers get. */
function projected(state: DebateState): number {
  const { claims, merges } = projectState(state, 'readers', null);
  return claims.count(({ id, retracted }) => !retracted && !merges.has(id));
}

test('[HM7] the number of claims on a card is what readers see, counted whole or carried from entry to entry', () => {
  for (let seed = 1; seed <= howMany(20, 200); seed += 1) {
    const { entries, states } = anyDebate(seed);
    entries.forEach((entry, index) => {
      const [before, after] = [states[index] as DebateState, states[index + 1] as DebateState];
      countShownClaims(before);
      carryShownClaims(before, [entry], after);
      expect(countShownClaims(after), `seed ${seed}, entry ${index + 1}`).toBe(projected(after));
      expect(countShownClaims({ ...after }), `seed ${seed}, entry ${index + 1}`).toBe(projected(after));
    });
  }
});
