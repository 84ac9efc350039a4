import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { frontSteps } from '#domain/outline/debate-front.ts';
import { aDebate, CREATE, DebateBuilder, hide, newClaim, retract } from '../../support/debate-builder.ts';
import { aFullDebate } from '../../support/full-debate.ts';

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

test('the front shows, of each position, the claim with the largest branch, and an attack on it before a support', () => {
  const said = { hue: null, agree: 0, disagree: 0 };
  expect(finish(frontSteps(aFullDebate().projection('dana')))).toEqual({
    motion: 'Close <the> street_',
    positions: [
      {
        id: 'east',
        name: 'East',
        hue: 'blue',
        claims: 3,
        below: 4,
        lead: { text: 'one two three', relation: 'support', hue: 'blue', agree: 2, disagree: 1, below: 4 },
        reply: { ...said, text: 'four five six', relation: 'support', below: 3 },
      },
      {
        id: 'west',
        name: 'West',
        hue: 'rose',
        claims: 2,
        below: 3,
        lead: { ...said, text: 'seven', relation: 'support', below: 2 },
        reply: { ...said, text: 'Not across', relation: 'attack', below: 0 },
      },
      { id: 'north', name: 'North "N"', hue: 'teal', claims: 0, below: 0, lead: null, reply: null },
    ],
  });
});

test('the front leaves out what is retracted, and prefers claims that are short enough', () => {
  const text = (length: number) => 'w'.repeat(length);
  const wide = aDebate().does(
    'dana',
    newClaim('1', 'west', { text: text(191) }),
    newClaim('2', 'west', { text: text(190) }),
  );
  wide.does(
    'dana',
    newClaim('3', 'c-1'),
    newClaim('4', 'c-3'),
    newClaim('5', 'c-2', { text: text(200) }),
    newClaim('6', 'c-2', { text: text(191) }),
  );
  wide.does(
    'dana',
    newClaim('7', 'c-6'),
    newClaim('8', 'c-2'),
    newClaim('9', 'c-8'),
    newClaim('10', 'c-9'),
    retract('c-8'),
  );
  const [, west] = finish(frontSteps(wide.state)).positions;
  // Of c-1 and c-2 only the second fits, and of its replies none does that stands: then the one with the larger branch counts.
  expect([west?.claims, west?.below, west?.lead?.text.length, west?.lead?.below]).toEqual([3, 7, 190, 5]);
  expect([west?.reply?.text.length, west?.reply?.below]).toEqual([191, 1]);
});
