import { describe, expect, test } from 'vitest';
import { joinAddress } from '../../app/_ui/links/join-address.ts';
import { POST as changeInvitation } from '../../app/api/debates/[id]/invitations/[invitationId]/route.ts';
import { POST as invite, GET as listInvitations } from '../../app/api/debates/[id]/invitations/route.ts';
import { POST as comeIn } from '../../app/api/join/route.ts';
import type { Role } from '../../domain/debate/participants/participant.ts';
import { parley } from '../../server/handle.ts';
import { readFlash } from '../../server/http/answers/flash-message.ts';
import { safeRedirectPath } from '../../server/http/answers/safe-redirect-path.ts';
import { ALLOWANCES } from '../../server/limits/allowances.ts';
import { Limiter } from '../../server/limits/limiter.ts';
import { FailedTries } from '../../server/services/invitations/failed-tries.ts';
import {
  InvitationSecrets,
  newCode,
  newLinkToken,
  tidyToken,
} from '../../server/services/invitations/invitation-secrets.ts';
import type { ListedInvitation } from '../../server/services/invitations/invitations.ts';
import { connect, join, makeOwnDebate, withTestServer } from '../support/live-debates.ts';
import { askedFrom } from '../support/test-browser.ts';
import { startTestServer } from '../support/test-server.ts';

/** Milliseconds the server’s clock goes ahead. */
let ahead = 0;
const server = withTestServer(() => startTestServer({ now: () => Date.now() + ahead }));

function request(path: string, body: unknown, cookie = ''): Request {
  const { host } = new URL(server().origin);
  const isForm = typeof body === 'string';
  return new Request(`${server().origin}${path}`, {
    method: 'POST',
    headers: {
      host,
      origin: server().origin,
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      cookie,
    },
    body: isForm ? body : JSON.stringify(body),
  });
}

interface Wanted {
  readonly kind?: 'link' | 'code';
  readonly role?: Role;
  readonly limit?: number | null;
}

async function make(debateId: string, cookie: string, wanted: Wanted = {}) {
  const body = { kind: 'code', role: 'debater', holds: 'day', limit: null, ...wanted };
  const params = Promise.resolve({ id: debateId });
  const answer = await invite(request('/', body, cookie), { params });
  const { invitation, rejection } = await answer.json();
  return { status: answer.status, invitation: invitation as ListedInvitation, rejection };
}

async function change(debateId: string, cookie: string, invitationId: string, action: 'renew' | 'revoke') {
  const params = Promise.resolve({ id: debateId, invitationId });
  return (await changeInvitation(request('/', { action }, cookie), { params })).json();
}

async function enter(token: string | null, more: { name?: string; cookie?: string; address?: string } = {}) {
  const { name = 'Gil', cookie, address = '10.0.0.1' } = more;
  const form = new URLSearchParams({ token: token ?? '', name }).toString();
  const answer = await askedFrom(address, () => comeIn(request('/api/join', form, cookie)));
  const own = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie ?? '';
  const to = answer.headers.get('location') ?? '';
  const flash = answer.headers.getSetCookie().find((line) => line.startsWith('parley-message='));
  const refused = readFlash(new Headers({ cookie: flash ?? '' }), to)?.refused?.code ?? null;
  return { status: answer.status, to, cookie: flash?.startsWith(own) ? (cookie ?? '') : own, refused };
}

async function roleIn(debateId: string, cookie: string): Promise<Role | null> {
  const person = await parley().auth.currentPerson(new Headers({ cookie }));
  const read = await parley().debates.read(debateId, person);
  if (!read.ok) return null;
  return read.view.participants.get(read.opening.participantId ?? '')?.role ?? null;
}

async function close(debateId: string, cookie: string): Promise<void> {
  const owner = await connect({ cookie });
  await owner.open(debateId);
  expect(await owner.submit({ type: 'debate.setStatus', status: 'closed' })).toMatchObject({ ok: true });
}

describe('[IN1] a person who follows an invitation', () => {
  test('has its role, in a private debate too, and a person who takes part is raised to it', async () => {
    const { debateId, cookie } = await makeOwnDebate('private');
    const { invitation } = await make(debateId, cookie, { role: 'observer', kind: 'link' });
    const gil = await enter(invitation.token);
    expect(gil).toMatchObject({ status: 303, to: `/debates/${debateId}` });
    expect(await roleIn(debateId, gil.cookie)).toBe('observer');
    const better = await make(debateId, cookie, { role: 'moderator' });
    await enter(better.invitation.token, { cookie: gil.cookie });
    expect(await roleIn(debateId, gil.cookie)).toBe('moderator');
    await enter(invitation.token, { cookie: gil.cookie });
    expect(await roleIn(debateId, gil.cookie)).toBe('moderator');
    await enter(invitation.token, { cookie });
    expect(await roleIn(debateId, cookie)).toBe('owner');
  });

  test('stays in the role that a moderator has set, and reads so before joining', async () => {
    const { debateId, cookie } = await makeOwnDebate('private');
    const { invitation } = await make(debateId, cookie, { role: 'debater' });
    const gil = await enter(invitation.token);
    const owner = await connect({ cookie });
    await owner.open(debateId);
    const person = await parley().auth.currentPerson(new Headers({ cookie: gil.cookie }));
    const read = await parley().debates.read(debateId, person);
    const participantId = (read.ok && read.opening.participantId) || expect.fail('did not join');
    await owner.submit({ type: 'participant.appoint', participantId, role: 'observer' });
    const looked = await parley().invitations.look(invitation.token ?? '', '::1', person);
    expect(looked).toMatchObject({ invited: { role: 'observer', isKept: true } });
    expect(await enter(invitation.token, { cookie: gil.cookie })).toMatchObject({
      to: `/debates/${debateId}`,
    });
    expect(await roleIn(debateId, gil.cookie)).toBe('observer');
  });

  test('is nobody yet where the name is not good, or the invitation', async () => {
    const { debateId, cookie } = await makeOwnDebate('private');
    const { invitation } = await make(debateId, cookie);
    expect(await enter(invitation.token, { name: ' ' })).toMatchObject({
      to: `/join/${invitation.token}`,
      refused: 'text_empty',
      cookie: '',
    });
    expect(await enter('ABCD2345')).toMatchObject({
      to: '/join/ABCD2345',
      refused: 'invitation_unknown',
      cookie: '',
    });
  });
});

test('[RO6] no invitation lets in a banned person; a removed one returns, in its role', async () => {
  const { debateId, cookie } = await makeOwnDebate('public');
  const owner = await connect({ cookie });
  await owner.open(debateId);
  const emil = await join(debateId, 'Emil');
  const { token } = (await make(debateId, cookie, { role: 'suggester', limit: 1 })).invitation;
  const admit = (membership: 'removed' | 'banned') =>
    owner.submit({ type: 'participant.setMembership', participantId: emil.id, membership, reason: 'other' });
  expect(await admit('banned')).toMatchObject({ ok: true });
  expect((await enter(token, { cookie: emil.cookie })).refused).toBe('invitation_unknown');
  expect(await roleIn(debateId, emil.cookie)).toBeNull();
  expect(await admit('removed')).toMatchObject({ ok: true });
  expect((await enter(token, { cookie: emil.cookie })).to).toBe(`/debates/${debateId}`);
  expect(await roleIn(debateId, emil.cookie)).toBe('suggester');
});

test.each(['K7QF 2M9X', 'k7qf-2m9x', 'a/b?c'])('signing in leads back to the invitation %j', (typed) => {
  const back = safeRedirectPath(joinAddress(typed));
  expect(decodeURIComponent(back)).toBe(`/join/${typed}`);
});

describe('[IN2] the right to invite', () => {
  test('not a muted, removed or banned person, in any role', async () => {
    const { debateId, cookie } = await makeOwnDebate('public');
    const owner = await connect({ cookie });
    await owner.open(debateId);
    const mona = await join(debateId, 'Mona');
    const participantId = mona.id;
    await owner.submit({ type: 'participant.appoint', participantId, role: 'moderator' });
    const code = async () => (await make(debateId, mona.cookie)).rejection?.code ?? 'made';
    expect(await code()).toBe('made');
    await owner.submit({ type: 'participant.mute', participantId, muted: true, reason: 'other' });
    expect(await code()).toBe('muted');
    for (const membership of ['removed', 'banned'] as const) {
      await owner.submit({ type: 'participant.setMembership', participantId, membership, reason: 'other' });
      expect(await code()).toBe(membership);
    }
  });

  test('owner and moderators do, each to what they may; nobody to what there is no more of', async () => {
    const { debateId, cookie } = await makeOwnDebate('unlisted');
    const mona = await enter((await make(debateId, cookie, { role: 'moderator' })).invitation.token);
    const dana = await join(debateId, 'Dana');
    const otto = await server().signIn('Otto');
    const code = async (by: string, role: Role) =>
      (await make(debateId, by, { role })).rejection?.code ?? 'made';
    expect(await code(cookie, 'owner')).toBe('not_allowed');
    expect(await code(cookie, 'moderator')).toBe('made');
    expect(await code(mona.cookie, 'moderator')).toBe('not_allowed');
    expect(await code(mona.cookie, 'debater')).toBe('made');
    expect(await code(dana.cookie, 'observer')).toBe('not_allowed');
    expect(await code(otto, 'observer')).toBe('debate_not_found');
    expect(await code('', 'observer')).toBe('not_signed_in');
    const params = Promise.resolve({ id: debateId });
    expect((await listInvitations(request('/', {}, dana.cookie), { params })).status).toBe(403);
    const listedFor = async (by: string): Promise<ListedInvitation[]> =>
      (await (await listInvitations(request('/', {}, by), { params })).json()).invitations;
    expect((await listedFor(mona.cookie)).map(({ role }) => role)).toEqual(['debater']);
    const [, others] = await listedFor(cookie);
    expect(others?.role).toBe('moderator');
    expect(await change(debateId, mona.cookie, others?.id ?? '', 'revoke')).toMatchObject({
      rejection: { code: 'not_allowed' },
    });
  });
});

test('[IN3] whatever is wrong with an invitation, the answer is one', async () => {
  const { debateId, cookie } = await makeOwnDebate('unlisted');
  const expired = (await make(debateId, cookie)).invitation;
  const revoked = (await make(debateId, cookie)).invitation;
  const usedUp = (await make(debateId, cookie, { limit: 1 })).invitation;
  const closed = (await make(debateId, cookie)).invitation;
  const { invitations } = parley();
  await enter(usedUp.token);
  await change(debateId, cookie, revoked.id, 'revoke');
  const answers = [];
  for (const token of [revoked.token, usedUp.token, newCode(), newLinkToken(), 'x'])
    answers.push(await invitations.look(token ?? '', '10.0.0.2'));
  ahead = 90_000_000;
  try {
    answers.push(await invitations.look(expired.token ?? '', '10.0.0.2'));
  } finally {
    ahead = 0;
  }
  expect((await invitations.look(closed.token ?? '', '10.0.0.2')).ok).toBe(true);
  await close(debateId, cookie);
  answers.push(await invitations.look(closed.token ?? '', '10.0.0.2'));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set(['{"ok":false,"rejection":{"code":"invitation_unknown"}}']),
  );
});

describe('[IN4] the stored form of an invitation', () => {
  test('is neither code nor link; shown again after a restart, to moderators', async () => {
    const { debateId, cookie } = await makeOwnDebate('unlisted');
    const made = [await make(debateId, cookie), await make(debateId, cookie, { kind: 'link' })];
    const tokens = made.map(({ invitation }) => invitation.token ?? '');
    await server().restart();
    const person = await parley().auth.currentPerson(new Headers({ cookie }));
    const listed = await parley().invitations.list(debateId, person);
    expect(listed.ok && listed.invitations.map(({ token }) => token).sort()).toEqual([...tokens].sort());
    expect((await parley().invitations.look(tokens[0] ?? '', '')).ok).toBe(true);
    expect(server().logs.join('\n')).not.toMatch(new RegExp(tokens.join('|')));
  });

  test('cannot be read or made without the secret', () => {
    const [secrets, others] = [
      new InvitationSecrets(['a'.repeat(32)]),
      new InvitationSecrets(['b'.repeat(32)]),
    ];
    const sealed = secrets.seal('ABCD2345');
    expect(secrets.unseal(sealed)).toBe('ABCD2345');
    expect(secrets.seal('ABCD2345')).not.toBe(sealed);
    expect(sealed).not.toContain('ABCD');
    expect(others.unseal(sealed)).toBeNull();
    expect(secrets.unseal('nonsense')).toBeNull();
    expect(others.hash('ABCD2345')).not.toBe(secrets.hash('ABCD2345'));
  });

  test('comes from 40 and 128 random bits', () => {
    const codes = new Set(Array.from({ length: 1_000 }, newCode));
    expect(codes.size).toBe(1_000);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(Buffer.from(newLinkToken(), 'base64url')).toHaveLength(16);
  });

  test.each([
    ['abcd-2345', 'ABCD2345'],
    [' ab cd 23 45 ', 'ABCD2345'],
    ['oIl02345', '01102345'],
  ])('a code typed as %j is %s', (typed, code) => {
    expect(tidyToken(typed)).toBe(code);
  });
});

describe('[IN5] guessing', () => {
  /** Tries codes nobody has from an address until it has to wait; how many. */
  const guessUntilLimited = (tries: FailedTries, address: string): number => {
    let count = 0;
    while (tries.begin({ address, hash: `guess ${address} ${count}` })) count += 1;
    return count;
  };

  test('is limited for an address, for a debate and in all; what succeeds costs nothing', () => {
    const tries = new FailedTries(new Limiter());
    for (let count = 0; count < 3_000; count += 1)
      (tries.begin({ address: 'hall', hash: `good ${count}` }) ?? expect.fail('has to wait'))();
    expect(guessUntilLimited(tries, 'hall')).toBeGreaterThanOrEqual(ALLOWANCES.codes.address.burst);
    expect(tries.begin({ address: 'other', hash: 'x' })).not.toBeNull();
    let addresses = 0;
    while (guessUntilLimited(tries, `address ${addresses}`) > ALLOWANCES.codes.address.burst / 2)
      addresses += 1;
    expect(addresses).toBeLessThan(ALLOWANCES.codes.all.burst / ALLOWANCES.codes.address.burst + 1);
    let debate = 0;
    while (tries.failedAt('d')) debate += 1;
    expect(debate).toBeGreaterThanOrEqual(ALLOWANCES.deadCodes.debate.burst);
    expect(tries.failedAt('another')).toBe(true);
  });

  test('a hall of a thousand behind one address comes in, one in five after a slip, and while someone there guesses', async () => {
    const { debateId, cookie } = await makeOwnDebate('private');
    const code = (await make(debateId, cookie)).invitation.token ?? '';
    const link = (await make(debateId, cookie, { kind: 'link' })).invitation.token ?? '';
    const { invitations } = parley();
    const hall = '203.0.113.9';
    const look = async (token: string) => {
      const looked = await invitations.look(token, hall);
      return looked.ok ? 'in' : looked.rejection.code;
    };
    const first = await Promise.all(Array.from({ length: 100 }, () => look(code)));
    expect(new Set(first)).toEqual(new Set(['in']));
    const came: string[] = [];
    for (let person = 100; person < 1_000; person += 1) {
      // Someone types along with them, code after code.
      if (person >= 900) await look(newCode());
      else if (person % 5 === 0) await look(`${code.slice(0, 7)}${code.endsWith('Z') ? 'Y' : 'Z'}`);
      came.push(await look(code));
    }
    expect(came.filter((outcome) => outcome !== 'in')).toEqual([]);
    const other = (await make(debateId, cookie)).invitation.token ?? '';
    // Right or wrong, what nobody has come by from here is a guess like the others; in one breath with them, since what
    // an address may guess grows again by the second.
    const guesses = await Promise.all([...Array.from({ length: 300 }, newCode), other].map(look));
    expect(guesses).toContain('too_fast');
    expect(guesses.at(-1)).toBe('too_fast');
    expect([await look(code), await look(link)]).toEqual(['in', 'in']);
  });

  test('is refused before anything is looked up', async () => {
    const { debateId, cookie } = await makeOwnDebate('unlisted');
    const { invitation } = await make(debateId, cookie);
    let answer = await enter(newCode(), { address: '10.9.9.9' });
    for (
      let count = 0;
      count < ALLOWANCES.codes.address.burst + 50 && answer.refused === 'invitation_unknown';
      count += 1
    )
      answer = await enter(newCode(), { address: '10.9.9.9' });
    expect(answer.refused).toBe('too_fast');
    expect((await enter(invitation.token, { address: '10.8.8.8' })).to).toBe(`/debates/${debateId}`);
  });
});

test('[IN3] links and codes that have expired leave room for others', async () => {
  const { debateId, cookie } = await makeOwnDebate('private');
  for (let made = 0; made < 100; made += 1) expect((await make(debateId, cookie)).rejection).toBeUndefined();
  expect((await make(debateId, cookie)).rejection).toEqual({ code: 'list_full', limit: 100 });
  ahead = 2 * 86_400_000;
  expect((await make(debateId, cookie)).rejection).toBeUndefined();
  ahead = 0;
});

test('[IN6] a changed code takes the place of the old one', async () => {
  const { debateId, cookie } = await makeOwnDebate('unlisted');
  const { invitation } = await make(debateId, cookie, { role: 'suggester' });
  const changed = await change(debateId, cookie, invitation.id, 'renew');
  expect(changed.invitation).toMatchObject({ kind: 'code', role: 'suggester' });
  expect(changed.invitation.token).not.toBe(invitation.token);
  expect((await enter(invitation.token)).refused).toBe('invitation_unknown');
  expect((await enter(changed.invitation.token)).to).toBe(`/debates/${debateId}`);
  expect(await change(debateId, cookie, invitation.id, 'renew')).toMatchObject({
    rejection: { code: 'invitation_unknown' },
  });
});

test('[IN7] of many people at once, as many get in as it is for; participants use nothing up', async () => {
  const { debateId, cookie } = await makeOwnDebate('private');
  const { invitation } = await make(debateId, cookie, { limit: 3 });
  const came = await Promise.all(
    Array.from({ length: 9 }, (_, index) => enter(invitation.token, { name: `Crowding ${index}` })),
  );
  expect(came.filter(({ to }) => to === `/debates/${debateId}`)).toHaveLength(3);
  expect((await parley().administration.people(1, 'Crowding')).count).toBe(3);
  const { invitation: two } = await make(debateId, cookie, { limit: 2 });
  for (let again = 0; again < 3; again += 1) await enter(two.token, { cookie });
  expect((await enter(two.token)).to).toBe(`/debates/${debateId}`);
  // A form sent more than once at once is one person who comes.
  const { invitation: one } = await make(debateId, cookie, { limit: 1 });
  const twice = await server().signIn('Twice');
  const sent = await Promise.all(Array.from({ length: 5 }, () => enter(one.token, { cookie: twice })));
  expect(sent.map(({ to }) => to)).toEqual(Array.from({ length: 5 }, () => `/debates/${debateId}`));
  const owner = await parley().auth.currentPerson(new Headers({ cookie }));
  const listed = await parley().invitations.list(debateId, owner);
  const invitations = listed.ok ? listed.invitations : [];
  expect(invitations.find(({ id }) => id === one.id)).toMatchObject({ uses: 1 });
});

test('[AU24] an invitation’s page says what is wrong to who sent the form, and to nobody by its address', async () => {
  const { debateId, cookie } = await makeOwnDebate('private');
  const { token } = (await make(debateId, cookie)).invitation;
  const sent = await enter(token, { name: ' ' });
  expect(sent).toMatchObject({ to: `/join/${token}`, refused: 'text_empty' });
  const script = await comeIn(request('/api/join', { token, name: ' ' }));
  expect([script.status, await script.json()]).toEqual([
    422,
    { ok: false, rejection: { code: 'text_empty', limit: undefined } },
  ]);
  expect(script.headers.getSetCookie()).toEqual([]);
  const came = await comeIn(request('/api/join', { token, name: 'Gil' }));
  expect([came.status, await came.json()]).toEqual([200, { ok: true, debateId }]);
  expect(came.headers.getSetCookie()[0]).toMatch(/^parley-sign-in=/);
});
