import { expect, test } from 'vitest';
import { isGathering } from '../../app/_board/screens/stage/is-gathering.ts';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { aDebate, CREATE, DebateBuilder, newClaim } from '../support/debate-builder.ts';
import { setAgenda, turnTo, WRITING } from '../support/phased-debate.ts';

/** A debate with an owner, a position, and others who have joined. */
function begun(others: readonly string[]): DebateBuilder {
  const debate = new DebateBuilder().does(SYSTEM, CREATE);
  debate.does(CREATE.ownerId, {
    type: 'position.add',
    positionId: 'west',
    name: 'West',
    summary: '',
    hue: 'blue',
  });
  for (const participantId of others)
    debate.does(SYSTEM, { type: 'participant.join', participantId, role: 'debater' });
  return debate;
}
const onStage = (debate: DebateBuilder) => isGathering(debate.projection(null));
const claimed = newClaim('first', 'west');

test('the stage gathers until there is a claim and three have joined, or a phase begins', () => {
  expect(onStage(begun(['ann', 'ben', 'cleo']))).toBe(true);
  expect(onStage(begun(['ann', 'ben']).does('ann', claimed))).toBe(true);
  expect(onStage(begun(['ann', 'ben', 'cleo']).does('ann', claimed))).toBe(false);
  expect(onStage(aDebate().does('olga', setAgenda([WRITING]), turnTo(WRITING.id)))).toBe(false);
});

test('in an anonymous debate, whose people the stage doesn’t know, it gathers until there is a claim', () => {
  const debate = begun(['ann', 'ben', 'cleo']).does(CREATE.ownerId, {
    type: 'debate.configure',
    names: 'anonymous',
  });
  expect(onStage(debate)).toBe(true);
  expect(onStage(debate.does('ann', claimed))).toBe(false);
});
