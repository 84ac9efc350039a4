import { expect, test } from 'vitest';
import { parley } from '../../server/handle.ts';
import { claim, join, makeDebate, withTestServer } from '../support/live-debates.ts';

withTestServer();

/** Ann in a debate with so many claims of hers. */
async function annWithClaims(count: number) {
  const debateId = await makeDebate();
  const ann = await join(debateId, 'Ann');
  const keys = Array.from({ length: count }, (_, index) => `n${index}`);
  for (const key of keys) expect(await ann.submit(claim(key))).toMatchObject({ ok: true });
  const person =
    (await parley().auth.currentPerson(new Headers({ cookie: ann.cookie }))) ?? expect.fail('nobody');
  const { notificationSettings } = parley();
  return {
    branches: keys.map((key) => `c_${key}`),
    level: (level: 'all' | 'none') => notificationSettings.change(debateId, person, { level }),
    mute: (branch: string, muted = true) => notificationSettings.change(debateId, person, { branch, muted }),
    choice: async () => {
      const read = await notificationSettings.inDebate(debateId, person);
      return read.ok ? read.choice : expect.fail(read.rejection.code);
    },
  };
}

test('[NO3] [NO4] changes of the notification settings in several tabs at once are all kept', async () => {
  const { branches, level, mute, choice } = await annWithClaims(5);
  const answers = await Promise.all([...branches.map((branch) => mute(branch)), level('all')]);
  for (const answer of answers) expect(answer).toMatchObject({ ok: true });
  expect(await choice()).toEqual({ level: 'all', muted: expect.arrayContaining(branches) });
  const [first = '', second = '', ...rest] = branches;
  await Promise.all([mute(first, false), mute(second, false), level('none')]);
  const { muted, ...others } = await choice();
  expect([others, [...muted].sort()]).toEqual([{ level: 'none' }, rest]);
});

test('[NO4] a branch that is muted again is listed once, and one that was never muted can be unmuted', async () => {
  const { branches, mute } = await annWithClaims(2);
  const [first = '', second = ''] = branches;
  await mute(first);
  expect(await mute(first)).toMatchObject({ ok: true, choice: { muted: [first] } });
  expect(await mute(second, false)).toMatchObject({ ok: true, choice: { muted: [first] } });
});
