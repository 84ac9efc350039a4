import { expect, test } from 'vitest';
import { inflate } from '../../app/_board/core/transport/inflate.ts';
import { finish } from '../../domain/collections/steps.ts';
import { projectState } from '../../domain/debate/engine/project.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { decodeInitialState } from '../../domain/protocol/initial-state.ts';
import { PackedDebates } from '../../server/services/debates/packed-debates.ts';
import { aDebate, hide, newClaim } from '../support/debate-builder.ts';
import { OPENED_BY_NOBODY } from '../support/opened-by-nobody.ts';

const rest = { debateId: 'd', ...OPENED_BY_NOBODY };

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
  expect(toSnapshot(finish(decodeInitialState(plain)))).toEqual(
    toSnapshot(projectState(debate.state, 'readers', null)),
  );
});

test('[FR14] a large debate has an excerpt, without what its readers may not see', async () => {
  const debate = aDebate();
  const packed = new PackedDebates();
  expect(await packed.excerptOf(debate.state, 'readers')).toBeNull();
  for (let n = 0; n < 1_000; n += 1) debate.does('dana', newClaim(`wide-${n}`, 'east'));
  debate.does('dana', newClaim('zanzibar', 'east', { text: 'Zanzibar' }));
  for (let n = 0; n < 5; n += 1) debate.does('dana', newClaim(`under-${n}`, 'c-zanzibar'));
  const shown = await packed.excerptOf(debate.state, 'readers');
  expect(JSON.stringify(shown)).toContain('Zanzibar');
  expect(JSON.stringify(shown).length).toBeLessThan(40_000);
  debate.does('olga', hide('c-zanzibar'));
  const packedAgain = await packed.excerptOf(debate.state, 'readers');
  expect(JSON.stringify(packedAgain)).not.toContain('anzibar');
  expect(packedAgain).not.toBe(shown);
});

test('[FR14] a state is projected once for the page and its excerpt, and a small one for the page only', async () => {
  let projections = 0;
  const debate = aDebate();
  const packed = new PackedDebates((...of) => {
    projections += 1;
    return projectState(...of);
  });
  await packed.excerptOf(debate.state, 'readers');
  expect(projections).toBe(0);
  for (let n = 0; n < 1_000; n += 1) debate.does('dana', newClaim(`wide-${n}`, 'east'));
  await packed.of(debate.state, 'readers');
  await packed.excerptOf(debate.state, 'readers');
  expect(projections).toBe(1);
});
