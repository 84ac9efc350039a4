import { describe, expect, test } from 'vitest';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import { POST as comeIn } from '../../app/api/join/route.ts';
import { POST as openLink } from '../../app/api/sign-in/link/route.ts';
import { POST as mailLink } from '../../app/api/sign-in/mail/route.ts';
import { parley } from '../../server/handle.ts';
import { MAILS_A_DAY } from '../../server/limits/allowances.ts';
import { invitationMail } from '../../server/services/invitations/invitation-mail.ts';
import { upTo } from '../support/log-node.ts';
import {
  account,
  aDebate,
  aModerator,
  ask,
  browser,
  does,
  fresh,
  mail,
  mailed,
  roleOf,
  started,
  tokenFor,
  withMailedInvitations,
} from '../support/mailed-invitations.ts';
import type { TestBrowser } from '../support/test-browser.ts';

const DAY = 86_400_000;

const running = withMailedInvitations();

describe('[IN10] addresses that are pasted', () => {
  test('each get their mail, and invalid ones are reported', async () => {
    const { olga, debateId } = await aDebate();
    const [one, two] = [fresh('one'), fresh('two')];
    const sent = await mail(olga, debateId, `One <${one}>, nobody\n${two}, ${two.toUpperCase()}`);
    expect(sent).toMatchObject({
      ok: true,
      sent: 2,
      unsent: 0,
      leftOut: [{ written: 'nobody', code: 'email_malformed' }],
    });
    expect(
      running.smtp.mails
        .slice(-2)
        .map(({ to }) => to)
        .sort(),
    ).toEqual([one, two]);
    for (const { link } of running.smtp.mails.slice(-2)) expect(link).toContain('/join/');
    expect((await mail(olga, debateId, ' , ')).rejection).toEqual({ code: 'email_malformed' });
    expect((await mail(olga, debateId, one, { note: 'x'.repeat(301) })).rejection?.code).toBe(
      'text_too_long',
    );
    expect((await mail(olga, debateId, one, { note: 'a\u0000' })).rejection?.code).toBe('text_malformed');
    expect((await mail(olga, debateId, one, { holds: 'open' })).rejection?.code).toBe('invalid');
  });

  test('people’s text is in the body, and creates no headers and no markup', async () => {
    const { olga, debateId } = await aDebate({ title: 'Zölle & <b>漢字</b>', motion: 'Free trade?' });
    const to = fresh();
    const note = 'See you\nBcc: eve@example.org\n\n<script>alert(1)</script>';
    expect((await mail(olga, debateId, to, { note: `x\r${note}` })).rejection?.code).toBe('text_malformed');
    expect(await mail(olga, debateId, to, { note })).toMatchObject({ sent: 1 });
    const got = running.smtp.mails.filter((one) => one.to === to);
    expect(got).toHaveLength(1);
    expect(got[0]?.text).toContain('Olga writes: “See you Bcc: eve@example.org <script>alert(1)</script>”');
    expect(got[0]?.text).toContain('Zölle & <b>漢字</b>: Free trade?');
    expect(got[0]?.head).not.toMatch(/^(Bcc|Cc):/im);
    expect(running.smtp.mails.map((one) => one.to)).not.toContain('eve@example.org');
    const { html, subject } = invitationMail(to, {
      by: 'Ann\r\n<i>',
      title: 'T\r\nBcc: eve@example.org',
      motion: 'M\u2028\u202e',
      note: '',
      link: 'https://x/join/t"',
      expiresAt: new Date(0),
    });
    expect(subject).toBe('You’re invited to a debate: T Bcc: eve@example.org');
    expect(html).not.toMatch(/<i>|t"|\u202e/);
  });
});

describe('[IN9] an invitation by mail', () => {
  test('is for one person, in its role; what became of it is listed, and who came is not', async () => {
    const { olga, debateId } = await aDebate();
    const [to, other] = [fresh(), fresh('other')];
    await mail(olga, debateId, `${to} ${other}`, { role: 'suggester' });
    const token = tokenFor(to);
    const gil = browser();
    expect(await gil.send(comeIn, { token, name: 'Gil' })).toMatchObject({ to: `/debates/${debateId}` });
    expect(await roleOf(gil, debateId)).toBe('suggester');
    expect((await browser().send(comeIn, { token, name: 'Eve' })).refused).toEqual({
      code: 'invitation_unknown',
    });
    const listed = await mailed(olga, debateId);
    expect(listed.map(({ email, role, state }) => [email, role, state]).sort()).toEqual(
      [
        [to, 'suggester', 'joined'],
        [other, 'suggester', 'sent'],
      ].sort(),
    );
    for (const one of listed) {
      expect(Object.keys(one)).toEqual(['id', 'email', 'role', 'state', 'madeAt', 'expiresAt']);
    }
    expect(JSON.stringify(listed)).not.toContain(token);
    const id = listed.find(({ email }) => email === other)?.id ?? '';
    expect(await does(olga, debateId, id, 'revoke')).toMatchObject({ ok: true });
    expect((await browser().send(comeIn, { token: tokenFor(other), name: 'Eve' })).refused?.code).toBe(
      'invitation_unknown',
    );
    const states = (await mailed(olga, debateId)).map(({ state }) => state);
    expect(states.sort()).toEqual(['joined', 'revoked']);
  });

  test('[PD12] ends; its address is forgotten after the days that the privacy page says', async () => {
    const { olga, debateId } = await aDebate();
    const to = fresh();
    await mail(olga, debateId, to, { holds: 'day' });
    running.ahead = DAY + 1_000;
    try {
      expect((await browser().send(comeIn, { token: tokenFor(to), name: 'Gil' })).refused?.code).toBe(
        'invitation_unknown',
      );
      expect(await mailed(olga, debateId)).toMatchObject([{ email: to, state: 'expired' }]);
    } finally {
      running.ahead = 0;
    }
    // As the privacy page says.
    const { invitationDays } = parley().privacyFacts;
    await parley().mailInvitations.sweep(Date.now() + invitationDays * DAY);
    expect(await mailed(olga, debateId)).toHaveLength(1);
    await parley().mailInvitations.sweep(Date.now() + (invitationDays + 1) * DAY + 1_000);
    expect(await mailed(olga, debateId)).toEqual([]);
  });

  test('that the mail server did not take is listed so, and sent again', async () => {
    const { olga, debateId } = await aDebate();
    const to = fresh();
    running.smtp.refuse(true);
    expect(await mail(olga, debateId, to)).toMatchObject({ ok: true, sent: 0, unsent: 1 });
    running.smtp.refuse(false);
    const [unsent] = await mailed(olga, debateId);
    expect(unsent).toMatchObject({ email: to, state: 'unsent' });
    expect(await does(olga, debateId, unsent?.id ?? '', 'renew')).toMatchObject({ sent: 1 });
    expect(await mailed(olga, debateId)).toMatchObject([{ email: to, state: 'sent' }]);
  });
});

describe('[IN11] mail goes out', () => {
  test('for owner and moderators who have an account, to the roles they may give', async () => {
    const { olga, debateId } = await aDebate();
    const mona = await aModerator(olga, debateId);
    expect((await mail(mona, debateId, fresh('a'), { role: 'moderator' })).rejection?.code).toBe(
      'not_allowed',
    );
    expect((await mail(olga, debateId, fresh('a'), { role: 'owner' })).rejection?.code).toBe('not_allowed');
    expect(await mail(mona, debateId, fresh('a'), { role: 'observer' })).toMatchObject({ sent: 1 });
    const anna = browser();
    await anna.send(comeIn, { token: tokenFor(fresh('a')), name: 'Anna' });
    expect((await mail(anna, debateId, fresh('b'))).rejection?.code).toBe('not_allowed');

    const gil = browser();
    await gil.send(signInGuest, { name: 'Gil' });
    const own = await started(gil);
    expect((await mail(gil, own, fresh('c'))).rejection).toEqual({ code: 'account_required' });
    expect((await mail(gil, debateId, fresh('c'))).rejection?.code).toBe('debate_not_found');
    await ask(olga, debateId, { type: 'debate.setStatus', status: 'closed' });
    expect((await mail(olga, debateId, fresh('c'))).rejection?.code).toBe('debate_closed');
  });

  test('again in the place of the one before, in the same role, for as long; an address so often a day', async () => {
    const { olga, debateId } = await aDebate();
    const to = fresh();
    await mail(olga, debateId, to, { role: 'observer', holds: 'day' });
    const first = tokenFor(to);
    const [listed] = await mailed(olga, debateId);
    expect(await does(olga, debateId, listed?.id ?? '', 'renew')).toMatchObject({ sent: 1 });
    expect((await browser().send(comeIn, { token: first, name: 'Gil' })).refused?.code).toBe(
      'invitation_unknown',
    );
    expect(await mail(olga, debateId, to)).toMatchObject({ sent: 1 });
    const again = await mail(olga, debateId, `${to} ${fresh('new')}`);
    expect(again).toMatchObject({ sent: 1, leftOut: [{ written: to, code: 'email_limit_reached' }] });
    const gil = browser();
    await gil.send(comeIn, { token: tokenFor(to), name: 'Gil' });
    expect(await roleOf(gil, debateId)).toBe('debater');
    const joined = (await mailed(olga, debateId)).find(({ email }) => email === to);
    expect((await does(olga, debateId, joined?.id ?? '', 'renew')).rejection?.code).toBe(
      'invitation_unknown',
    );
  });

  test('from a moderator beside the owner’s to the same address that makes a moderator, which stays', async () => {
    const { olga, debateId } = await aDebate();
    const mona = await aModerator(olga, debateId);
    const to = fresh();
    await mail(olga, debateId, to, { role: 'moderator' });
    const token = tokenFor(to);
    expect(await mail(mona, debateId, to)).toMatchObject({ sent: 1 });
    const rolesListed = async (by: TestBrowser) =>
      (await mailed(by, debateId))
        .filter(({ email }) => email === to)
        .map(({ role, state }) => [role, state]);
    expect(await rolesListed(mona)).toEqual([['debater', 'sent']]);
    expect(await rolesListed(olga)).toHaveLength(2);
    expect(await rolesListed(olga)).toContainEqual(['moderator', 'sent']);
    const gil = await account('Gil', to);
    await gil.send(comeIn, { token });
    expect(await roleOf(gil, debateId)).toBe('moderator');
  });

  test('to another role in the place of the one before, which is listed no longer', async () => {
    const { olga, debateId } = await aDebate();
    const to = fresh();
    await mail(olga, debateId, to, { role: 'debater' });
    await mail(olga, debateId, to, { role: 'moderator' });
    const states = async () =>
      (await mailed(olga, debateId))
        .filter(({ email }) => email === to)
        .map(({ role, state }) => [role, state]);
    expect(await states()).toEqual([['moderator', 'sent']]);
    const [last] = await mailed(olga, debateId);
    await does(olga, debateId, last?.id ?? '', 'revoke');
    expect(await states()).toEqual([['moderator', 'revoked']]);
  });

  test('no oftener to one address where many are sent at once', async () => {
    const { olga, debateId } = await aDebate();
    const to = fresh();
    await Promise.all(upTo(12).map(() => mail(olga, debateId, to)));
    expect(running.smtp.mails.filter((one) => one.to === to).length).toBeLessThanOrEqual(MAILS_A_DAY.inbox);
  });

  test('no oftener to one inbox by many addresses of it, at once or one after another', async () => {
    const { olga, debateId } = await aDebate();
    const [name, host] = fresh().split('@');
    const to = (tag: string) => `${name}+${tag}@${host}`;
    const took = () => running.smtp.mails.filter((one) => one.to.startsWith(name ?? '?')).length;
    const many = [...upTo(4).map((n) => to(`${n}`)), fresh('other')].join(' ');
    expect(await mail(olga, debateId, many)).toMatchObject({
      sent: MAILS_A_DAY.inbox + 1,
      leftOut: [{ code: 'email_limit_reached' }],
    });
    expect(took()).toBe(MAILS_A_DAY.inbox);
    for (const again of [to('5').toUpperCase(), `${name}@${host}`])
      expect(await mail(olga, await started(olga), again)).toMatchObject({ sent: 0 });
    expect(took()).toBe(MAILS_A_DAY.inbox);
  });

  test('so much at once and a day for a person, and what is too much is not sent at all', async () => {
    const { olga, debateId } = await aDebate();
    const many = (count: number, kind: string) =>
      upTo(count)
        .map((n) => fresh(`${kind}${n}-`))
        .join(',');
    expect((await mail(olga, debateId, many(101, 'x'))).rejection).toEqual({
      code: 'email_limit_reached',
      limit: 100,
    });
    expect(await mail(olga, debateId, many(100, 'a'))).toMatchObject({ sent: 100 });
    const other = await started(olga);
    const before = running.smtp.mails.length;
    // Two at once: neither slips past the other.
    const both = await Promise.all([mail(olga, other, many(60, 'b')), mail(olga, debateId, many(60, 'c'))]);
    const sent = both.reduce((sum, one) => sum + (one.sent ?? 0), 0);
    expect(sent).toBeLessThanOrEqual(MAILS_A_DAY.person - 100);
    expect(running.smtp.mails).toHaveLength(before + sent);
    expect((await mail(olga, other, many(60, 'd'))).rejection).toEqual(
      sent === 0 ? undefined : { code: 'email_limit_reached', limit: MAILS_A_DAY.person },
    );
    running.ahead = DAY + 1_000;
    try {
      expect(await mail(olga, other, fresh('tomorrow'))).toMatchObject({ sent: 1 });
    } finally {
      running.ahead = 0;
    }
  });
});

describe('[IN12] the link of a mailed invitation', () => {
  test('gives a role, never an account, for every visitor and whatever the form says', async () => {
    const { olga, debateId } = await aDebate();
    const [to, other] = [fresh(), fresh('other')];
    await mail(olga, debateId, `${to} ${other}`);
    const eve = browser();
    await eve.send(comeIn, { token: tokenFor(to), name: 'Eve', account: 'on' });
    expect(await eve.who()).toMatchObject({ name: 'Eve', kind: 'guest' });
    const guest = browser();
    await guest.send(signInGuest, { name: 'Gast' });
    const before = await guest.who();
    await guest.send(comeIn, { token: tokenFor(other), account: 'on' });
    expect(await guest.who()).toMatchObject({ id: before?.id, kind: 'guest' });
    expect(await roleOf(guest, debateId)).toBe('debater');
    for (const email of [to, other]) expect(await parley().people.find({ email })).toBeNull();
  });

  test('is for people with an account where the debate takes no guests, and stays good until they have one', async () => {
    const { olga, debateId } = await aDebate();
    const to = fresh();
    await mail(olga, debateId, to);
    const token = tokenFor(to);
    await ask(olga, debateId, { type: 'debate.configure', guests: 'none' });
    const looked = await parley().invitations.look(token, '192.0.2.9');
    expect(looked).toMatchObject({ ok: true, invited: { needsAccount: true } });
    const gil = browser();
    expect((await gil.send(comeIn, { token, name: 'Gil', account: 'on' })).refused).toEqual({
      code: 'account_required',
    });
    expect(await gil.who()).toBeNull();
    await gil.send(mailLink, { mail: to, returnTo: `/join/${token}` });
    const link = running.smtp.mails.findLast((sent) => sent.to === to)?.link ?? '';
    const code = new URL(link).searchParams.get('code') ?? '';
    expect((await gil.send(openLink, { code, name: 'Gil' })).to).toBe(`/join/${token}`);
    await gil.send(comeIn, { token });
    expect(await roleOf(gil, debateId)).toBe('debater');
  });

  test('reveals to nobody its recipient, nor whether they have an account', async () => {
    const { olga, debateId } = await aDebate();
    const to = fresh();
    await mail(olga, debateId, `${to} ${fresh('other')}`);
    const unknown = await parley().invitations.look(tokenFor(to), '192.0.2.9');
    await account('Gil', to);
    await mail(olga, debateId, fresh('third'));
    const known = await parley().invitations.look(
      running.smtp.mails
        .findLast((sent) => sent.to === to && sent.link.includes('/join/'))
        ?.link.split('/join/')[1] ?? '',
      '192.0.2.9',
    );
    expect(unknown).toMatchObject({ ok: true });
    expect(known).toEqual(unknown);
    expect(JSON.stringify(known)).not.toContain(to);
  });

  test('is used up by a removed person who returns in their former role', async () => {
    const { olga, debateId } = await aDebate();
    const [to, other] = [fresh(), fresh('other')];
    await mail(olga, debateId, `${to} ${other}`);
    const gil = browser();
    await gil.send(comeIn, { token: tokenFor(to), name: 'Gil' });
    const read = await parley().debates.read(debateId, await gil.who());
    const participantId = (read.ok && read.opening.participantId) || '';
    const reason = 'other' as const;
    await ask(olga, debateId, {
      type: 'participant.setMembership',
      participantId,
      membership: 'removed',
      reason,
    });
    await gil.send(comeIn, { token: tokenFor(other) });
    expect(await roleOf(gil, debateId)).toBe('debater');
    const eve = browser();
    expect((await eve.send(comeIn, { token: tokenFor(other), name: 'Eve' })).refused).toEqual({
      code: 'invitation_unknown',
    });
  });

  test('can be accepted by any signed-in person, with any address', async () => {
    const { olga, debateId } = await aDebate();
    const ben = await account('Ben', fresh('ben'));
    await mail(olga, debateId, fresh('other'));
    expect(await ben.send(comeIn, { token: tokenFor(fresh('other')), account: 'on' })).toMatchObject({
      to: `/debates/${debateId}`,
    });
    expect(await parley().people.find({ email: fresh('other') })).toBeNull();
  });
});

test('[IN8] a participant still reaches the debate through an expired invitation; it gives nothing', async () => {
  const { olga, debateId } = await aDebate();
  const to = fresh();
  await mail(olga, debateId, to, { role: 'observer' });
  const token = tokenFor(to);
  const gil = browser();
  await gil.send(comeIn, { token, name: 'Gil' });
  expect(await gil.send(comeIn, { token })).toMatchObject({ to: `/debates/${debateId}`, refused: null });
  await ask(olga, debateId, { type: 'debate.setStatus', status: 'closed' });
  expect((await gil.send(comeIn, { token })).to).toBe(`/debates/${debateId}`);
  await ask(olga, debateId, { type: 'debate.setStatus', status: 'open' });
  const read = await parley().debates.read(debateId, await gil.who());
  const participantId = (read.ok && read.opening.participantId) || '';
  const admit = (membership: 'removed' | 'member') =>
    ask(olga, debateId, {
      type: 'participant.setMembership',
      participantId,
      membership,
      reason: membership === 'member' ? null : 'other',
    });
  await admit('removed');
  expect((await gil.send(comeIn, { token })).refused).toEqual({ code: 'invitation_unknown' });
  await admit('member');
  await ask(olga, debateId, { type: 'debate.delete', deleted: true });
  expect((await gil.send(comeIn, { token })).refused).toEqual({ code: 'invitation_unknown' });
});
