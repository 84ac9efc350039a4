import { expect, test } from 'vitest';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { embargo } from '#domain/debate/visibility/embargo.ts';
import { aDebate, comment, newClaim, SOURCE, targetOf } from '#tests/support/debate-builder.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '#tests/support/phased-debate.ts';

const BLIND = { ...WRITING, may: ['add', 'comment'] } as const;

test('[BL1] a person adds up to a limit of what is not revealed yet, and more once it is', () => {
  const debate = aDebate().does('olga', setAgenda([BLIND, OPEN]), turnTo(BLIND.id));
  for (let at = 1; at < LIMITS.unrevealed; at += 1) debate.state = embargo(debate.state, `s-${at}n`, 'dana');
  debate.does('dana', newClaim('last', 'east'));
  const more = [newClaim('n', 'west'), comment({ on: targetOf('c-a') }), { ...SOURCE, sourceId: 's-n' }];
  for (const operation of more) expect(debate.refusal('dana', operation)).toBe('unrevealed_full');
  for (const operation of more) expect(debate.refusal('emil', operation)).toBeNull();
  debate.does('olga', turnTo(OPEN.id, BLIND.id));
  for (const operation of more) expect(debate.refusal('dana', operation)).toBeNull();
});
