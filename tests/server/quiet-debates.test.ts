import { expect, test } from 'vitest';
import { parley } from '../../server/handle.ts';
import { connect, join, ownDebate, withTestServer } from '../support/live-debates.ts';
import { startTestServer } from '../support/test-server.ts';

const DAY = 86_400_000;
let days = 0;
/** It is noon: no day begins while this runs. */
const NOON = (Math.floor(Date.now() / DAY) + 0.5) * DAY - Date.now();
const now = () => Date.now() + NOON + days * DAY;
const server = withTestServer(() =>
  startTestServer({
    settings: { QUIET_DAYS: '60', ARCHIVED_DAYS: '30', NOTICE_DAYS: '14', SIGN_IN_IDLE_DAYS: '120' },
    now,
  }),
);

async function signedIn(cookie: string) {
  return (await parley().auth.currentPerson(new Headers({ cookie }))) ?? expect.fail('not signed in');
}

const sweepOn = async (day: number) => {
  days = day;
  await parley().quietDebates.sweep();
};

test('[LI12] [LI13] a quiet debate is archived, its owner notified, and it is deleted unless something is written in it', async () => {
  // The beginning of the day.
  const begun = Math.floor(now() / DAY) * DAY;
  const quiet = await ownDebate();
  const kept = await ownDebate();
  const template = await ownDebate();
  await template.does({ type: 'debate.configure', template: true });
  const owner = await signedIn(quiet.cookie);
  const dana = await join(quiet.debateId, 'Dana');
  dana.close();
  const [sample] = await parley().debateLists.list(null);
  const statusOf = async ({ debateId, cookie }: typeof quiet) => {
    const read = await parley().debates.read(debateId, await signedIn(cookie));
    return read.ok ? (read.view.head?.deleted ? 'deleted' : read.view.head?.status) : read.rejection.code;
  };
  const all = async () => [await statusOf(quiet), await statusOf(kept), await statusOf(template)];
  const endOf = async (person = owner) => {
    const end = await parley().quietDebates.endFor(quiet.debateId, person);
    return end && [end.what, (end.at - begun) / DAY];
  };

  await sweepOn(45);
  expect(await endOf()).toBeNull();
  await sweepOn(47);
  expect(await all()).toEqual(['open', 'open', 'open']);
  expect(await endOf()).toEqual(['archive', 60]);
  expect(await endOf(await signedIn(dana.cookie))).toBeNull();
  await sweepOn(61);
  expect(await all()).toEqual(['archived', 'archived', 'open']);
  expect((await parley().debateLists.list(null)).map(({ id }) => id)).toContain(sample?.id);

  const notices = async () => {
    const { debates } = await parley().inbox.list(owner, { after: null, debateId: null, unread: false });
    return debates.flatMap(({ notes }) => notes.filter(({ kind }) => kind === 'expiring'));
  };
  await sweepOn(76);
  expect(await notices()).toEqual([]);
  // Later than it could have been: the notice still comes so many days before.
  await sweepOn(85);
  const due = new Date(begun + 99 * DAY).toISOString().slice(0, 10);
  expect(await notices()).toMatchObject([{ reason: due }]);
  expect(await endOf()).toEqual(['delete', 99]);
  await sweepOn(98);
  expect(await all()).toEqual(['archived', 'archived', 'open']);
  const live = await connect({ cookie: kept.cookie });
  await live.open(kept.debateId);
  expect(await live.submit({ type: 'debate.setStatus', status: 'open' })).toMatchObject({ ok: true });
  await sweepOn(100);
  expect(await all()).toEqual(['deleted', 'open', 'open']);
  expect(server().logs.filter((line) => line.includes('a quiet debate was put away'))).toHaveLength(3);
});
