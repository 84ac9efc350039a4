import { describe, expect, test } from 'vitest';
import { finish } from '../../domain/collections/steps.ts';
import { frontSteps } from '../../domain/outline/debate-front.ts';
import { CREATE, DebateBuilder, hide, newClaim } from '../support/debate-builder.ts';

function debate(): DebateBuilder {
  const position = (positionId: string, hue: 'blue' | 'ochre') =>
    ({ type: 'position.add', positionId, name: positionId, hue, summary: '' }) as const;
  return new DebateBuilder()
    .does('system', CREATE)
    .does('olga', position('p-one', 'blue'), position('p-two', 'ochre'))
    .does(
      'olga',
      newClaim('a', 'p-one'),
      newClaim('b', 'p-one', { positionId: 'p-one' }),
      newClaim('b1', 'c-b'),
      newClaim('b2', 'c-b', { relation: 'attack', positionId: 'p-two' }),
    );
}

const frontOf = (built: DebateBuilder) => finish(frontSteps(built.projection(null)));

describe('[HM5] how a debate opens, small', () => {
  test('each position has the claim with the largest branch, with an attack on it before a support', () => {
    const { motion, positions } = frontOf(debate());
    expect(motion).toBe(CREATE.motion);
    expect(positions).toMatchObject([
      {
        name: 'p-one',
        claims: 2,
        below: 2,
        lead: { text: 'claim b', hue: 'blue', relation: 'support', below: 2 },
        reply: { text: 'claim b2', hue: 'ochre', relation: 'attack', below: 0 },
      },
      { name: 'p-two', claims: 0, below: 0, lead: null, reply: null },
    ]);
  });

  test('a hidden claim is neither shown nor counted', () => {
    expect(frontOf(debate().does('olga', hide('c-b'))).positions[0]).toMatchObject({
      claims: 1,
      below: 0,
      lead: { text: 'claim a' },
      reply: null,
    });
  });

  test('a claim too long for a small picture gives way to a shorter one', () => {
    const built = debate().does('olga', newClaim('c', 'p-two', { text: 'long '.repeat(60).trim() }));
    expect(frontOf(built).positions[1]?.lead?.text).toMatch(/^long/);
    built.does('olga', newClaim('d', 'p-two'));
    expect(frontOf(built).positions[1]?.lead?.text).toBe('claim d');
  });
});
