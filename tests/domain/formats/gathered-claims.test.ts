import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { readFormat } from '#domain/formats/formats.ts';
import { IMPORTED_POSITION } from '#domain/formats/gathering.ts';
import { diffText } from '#domain/ot/text-change.ts';
import { crossLink, DebateBuilder, newClaim } from '../../support/debate-builder.ts';
import { bytesOf, shapeOf, written } from '../../support/exchanged.ts';

/** A debate from a graph without positions, a on nothing and b against a, after these operations. */
async function gathered(...operations: Operation[]) {
  const graph = await readFormat('tgf', bytesOf('a A\nb B\n#\nb a\n'));
  const builder = new DebateBuilder();
  builder.state = graph.state;
  builder
    .does(SYSTEM, { type: 'participant.join', participantId: 'olga', role: 'owner' })
    .does('olga', ...operations);
  return { ...graph, state: builder.state };
}

const shownIn = (debate: Parameters<typeof shapeOf>[0]) => {
  const { positions, claims, crossLinks } = shapeOf(debate);
  return {
    positions: positions.map(({ name, summary }) => [name, summary]),
    claims: claims.map(({ number, relation, at, text }) => `${number} ${relation} ${at}: ${text}`),
    crossLinks,
  };
};

const positionId = IMPORTED_POSITION;

describe.each(['argdown', 'aif'] as const)('the position of a file without positions, in %s,', (format) => {
  const again = async (debate: Parameters<typeof shapeOf>[0]) => readFormat(format, written(format, debate));

  test.each<[string, ...Operation[]]>([
    ['has been renamed', { type: 'position.edit', positionId, name: 'Close it' }],
    ['has a summary', { type: 'summary.edit', positionId, base: 1, change: diffText('', 'All day.') }],
    [
      'has another one beside it',
      { type: 'position.add', positionId: 'west', name: 'West', hue: 'rose', summary: '' },
    ],
    ['is attacked', newClaim('n', positionId, { relation: 'attack' })],
    ['is linked to', crossLink('x-n', 'c-2', positionId)],
  ])('comes back once it %s', async (_, ...operations) => {
    const debate = await gathered(...operations);
    expect(shownIn(await again(debate))).toEqual(shownIn(debate));
  });

  test('is left out, and what denies that its claim speaks for it attacks the claim', async () => {
    const debate = await gathered(newClaim('n', 'l-c-1', { relation: 'attack' }));
    expect(shownIn(debate).claims).toContain('1.1.2 attack step 1.1: claim n');
    const text = new TextDecoder().decode(written(format, debate));
    expect(text).not.toContain('Claims');
    expect(shownIn(await again(debate)).claims).toContain('1.1.2 attack 1.1: claim n');
  });
});
