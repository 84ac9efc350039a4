import { expect, test } from 'vitest';
import { POST as comeIn } from '../../app/api/join/route.ts';
import {
  aDebate,
  browser,
  fresh,
  mail,
  mailed,
  withMailedInvitations,
} from '../support/mailed-invitations.ts';

const running = withMailedInvitations();

test('[IN9] of two invitations that are emailed to one address at once, the later one stays valid', async () => {
  const { olga, debateId } = await aDebate();
  const to = fresh();
  const both = await Promise.all([mail(olga, debateId, to), mail(olga, debateId, to)]);
  expect(both).toMatchObject([{ sent: 1 }, { sent: 1 }]);
  const listed = (await mailed(olga, debateId)).filter(({ email }) => email === to);
  expect(listed.map(({ state }) => state)).toEqual(['sent']);
  const tokens = running.smtp.mails.flatMap((one) =>
    one.to === to ? (one.link.split('/join/')[1] ?? '') : [],
  );
  const came = await Promise.all(tokens.map((token) => browser().send(comeIn, { token, name: 'Gil' })));
  expect(came.filter((one) => one.to === `/debates/${debateId}`)).toHaveLength(1);
});
