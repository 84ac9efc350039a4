import { expect, test } from 'vitest';
import { inflate } from '../../app/_board/store/inflate.ts';
import { projectState } from '../../domain/debate/project.ts';
import { toSnapshot } from '../../domain/debate/snapshot.ts';
import { finish } from '../../domain/debate/steps.ts';
import { openedState } from '../../domain/protocol/opening.ts';
import { PackedDebates } from '../../server/use-cases/packed-debates.ts';
import { aDebate, newClaim } from '../support/debate-builder.ts';

const rest = {
  debateId: 'd',
  votes: [],
  weights: [],
  part: null,
  owned: null,
  participantId: null,
  people: [],
};

test('a small debate comes as it is, a large one compressed; both open as what their readers may see', async () => {
  const debate = aDebate();
  const packed = new PackedDebates();
  const small = await packed.of(debate.state, 'readers');
  expect(small.zipped).toBe(false);
  for (let n = 0; n < 600; n += 1)
    debate.does('dana', newClaim(`long-${n}`, 'east', { text: `${n} 中国 ${'wide '.repeat(90)}` }));
  const large = await packed.of(debate.state, 'readers');
  expect(large.zipped).toBe(true);
  expect(await packed.of(debate.state, 'readers')).toBe(large);
  const plain = { ...rest, packed: [await inflate(large.packed.join(''))], zipped: false };
  expect(toSnapshot(finish(openedState(plain)))).toEqual(
    toSnapshot(projectState(debate.state, 'readers', null)),
  );
});
