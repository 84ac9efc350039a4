import { expect, test } from 'vitest';
import { writeSvg } from '../../server/rendering/pictures/write-svg.ts';
import { aDebate, comment, type DebateBuilder } from '../support/debate-builder.ts';
import { drawnText } from '../support/drawn.ts';

const svgOf = (debate: DebateBuilder) =>
  drawnText(writeSvg({ state: debate.projection('dana'), names: new Map(), kept: [] }, 'light'));

test('a comment that was withdrawn is not counted on its claim’s card', async () => {
  const debate = aDebate();
  const before = await svgOf(debate);
  debate.does('dana', comment({ on: { kind: 'claim', id: 'c-d' } }));
  expect(await svgOf(debate)).not.toBe(before);
  debate.does('dana', { type: 'comment.withdraw', commentId: 'm-n' });
  expect(await svgOf(debate)).toBe(before);
});
