import { describe, expect, test } from 'vitest';
import { POST as removeApp } from '../../app/api/account/authenticator/remove/route.ts';
import { POST as beginApp } from '../../app/api/account/authenticator/route.ts';
import { POST as makeDeviceCode } from '../../app/api/account/device/route.ts';
import { POST as endOne } from '../../app/api/account/end/route.ts';
import { POST as endAll } from '../../app/api/account/end-all/route.ts';
import { POST as erase } from '../../app/api/account/erase/route.ts';
import { POST as changeMail } from '../../app/api/account/mail/route.ts';
import { POST as mailProof } from '../../app/api/account/reauthenticate/mail/route.ts';
import { POST as reauthenticate } from '../../app/api/account/reauthenticate/route.ts';
import { POST as renewRecoveryCodes } from '../../app/api/account/recovery-codes/route.ts';
import { POST as makeToken } from '../../app/api/account/tokens/route.ts';
import { POST as appoint } from '../../app/api/admin/appoint/route.ts';
import { POST as handOver } from '../../app/api/admin/hand-over/route.ts';
import { POST as restrict } from '../../app/api/admin/restrict/route.ts';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import { POST as enterDeviceCode } from '../../app/api/sign-in/device/route.ts';
import { POST as openLink } from '../../app/api/sign-in/link/route.ts';
import { parley } from '../../server/handle.ts';
import {
  browser,
  codeOf,
  idOf,
  mail,
  PASSWORD,
  setUpApp,
  signUpWithPassword,
  withAccounts,
} from '../support/accounts.ts';
import { connectLive } from '../support/live-client.ts';
import { signedInWithAccount } from '../support/signed-in-with-account.ts';

const MINUTE = 60_000;
const TOKEN = { name: 'a robot', days: '7', 'scope-read': 'on' };

const running = withAccounts();
const { mailedCode } = running;

/** Gives a person a password without ending their sign-ins. */
async function givePassword(id: string): Promise<void> {
  const { people, passwords } = parley();
  const account = (await people.find({ id })) ?? expect.fail('nobody');
  const hashed = await passwords.hash(account, PASSWORD);
  await people.change(id, hashed.ok ? { passwordHash: hashed.passwordHash } : expect.fail('refused'));
}

describe('[SF4] a person without authentication in the last ten minutes', () => {
  const asking = [
    ['to make a token', makeToken, TOKEN],
    ['to change the address', changeMail, { mail: 'new@example.org' }],
    ['to set up a second factor', beginApp, {}],
    ['to remove it', removeApp, {}],
    ['to make recovery codes', renewRecoveryCodes, {}],
    ['to make a code for another device', makeDeviceCode, {}],
    ['to end another sign-in or a token', endOne, { id: 's_another' }],
    ['to sign out everywhere', endAll, {}],
    ['to erase themselves', erase, { what: 'name' }],
  ] as const;

  test.each(asking)('is asked %s', async (_, route, fields) => {
    const ann = await signUpWithPassword();
    running.ahead += 10 * MINUTE;
    const { to, refused } = await ann.send(route, fields);
    expect(refused).toEqual({ code: 'reauthentication_required' });
    expect(to).toMatch(/^\/account\/reauthenticate\?returnTo=/);
    expect((await ann.send(route, { ...fields, current: 'not the right one' })).refused).toEqual({
      code: 'password_wrong',
    });
    expect(await ann.who()).not.toBeNull();
  });

  test('is not asked to sign out here', async () => {
    const ann = await signUpWithPassword();
    running.ahead += 10 * MINUTE;
    const { signInId: id } = (await ann.who()) ?? expect.fail('nobody');
    expect(await ann.send(endOne, { id })).toMatchObject({ to: '/', refused: null });
    expect(await ann.who()).toBeNull();
  });

  test('proves it by the password, in the form or before, and is not asked again for ten minutes', async () => {
    const ann = await signUpWithPassword();
    running.ahead += 10 * MINUTE;
    expect((await ann.send(makeToken, { ...TOKEN, current: PASSWORD })).secret).toMatch(/^parley_/);
    expect((await ann.send(makeToken, TOKEN)).secret).toMatch(/^parley_/);
    running.ahead += 10 * MINUTE;
    expect(await ann.send(reauthenticate, { current: PASSWORD, returnTo: '/account/erase' })).toMatchObject({
      to: '/account/erase',
      refused: null,
    });
    expect((await ann.send(makeToken, TOKEN)).secret).toMatch(/^parley_/);
  });

  test('proves it by a code of the app, a recovery code, or a link in a mail', async () => {
    const ann = await signUpWithPassword();
    const { key, recovery } = await setUpApp(ann);
    for (const code of [codeOf(key), recovery[3] ?? '']) {
      running.ahead += 11 * MINUTE;
      expect((await ann.send(makeToken, TOKEN)).refused).toEqual({ code: 'reauthentication_required' });
      const given = code.length === 6 ? codeOf(key) : code;
      expect((await ann.send(reauthenticate, { code: given, returnTo: '/account' })).refused).toBeNull();
      expect((await ann.send(makeToken, TOKEN)).secret).toMatch(/^parley_/);
    }
    running.ahead += 11 * MINUTE;
    await ann.send(mailProof, { returnTo: '/account' });
    expect((await ann.send(openLink, { code: mailedCode(mail) })).to).toBe('/account');
    expect((await ann.send(makeToken, TOKEN)).secret).toMatch(/^parley_/);
  });

  test('is asked on a browser that came by a code from another device, and a guest is not', async () => {
    const ann = await signUpWithPassword();
    const { secret } = await ann.send(makeDeviceCode);
    const phone = browser();
    await phone.send(enterDeviceCode, { code: secret ?? '' });
    expect((await phone.send(makeToken, TOKEN)).refused).toEqual({ code: 'reauthentication_required' });
    const guest = browser();
    await guest.send(signInGuest, { name: 'Gil' });
    running.ahead += 60 * MINUTE;
    expect((await guest.send(erase, { what: 'name' })).to).toBe('/sign-in');
  });

  test('is asked before a debate is restricted or handed over, and the form may have the password', async () => {
    const root = await signedInWithAccount(() => running.server.origin, {
      name: 'Root',
      administrator: true,
    });
    const by = await idOf(root);
    await givePassword(by);
    const act = { debate: 'made-in-china-2025', restriction: 'closed', reason: 'Spam', act: 'closed' };
    running.ahead += 11 * MINUTE;
    const asked = await root.send(restrict, act);
    expect(asked.refused).toEqual({ code: 'reauthentication_required' });
    expect(decodeURIComponent(asked.to)).toMatch(
      /returnTo=\/admin\/debate\?id=made-in-china-2025&act=closed&typed=[\w-]+$/,
    );
    const handed = await root.send(handOver, { debate: act.debate, to: 'p_x' });
    expect(handed.refused).toEqual({ code: 'reauthentication_required' });
    const done = await root.send(restrict, { ...act, current: PASSWORD });
    expect(done.flash).toMatchObject({ done: 'restricted.closed' });
    await root.send(restrict, { ...act, lift: 'yes' });
  });

  test('is asked before they transfer their own debate, which they can ask for again then; a guest is not', async () => {
    const [ann, gil] = [await signUpWithPassword(), browser()];
    await gil.send(signInGuest, { name: 'Gil' });
    const moderators = await Promise.all(
      [ann, gil].map(async (owner) => {
        const person = (await owner.who()) ?? expect.fail('nobody');
        const input = { title: 'Ours', motion: 'Trade makes friends', positions: [] };
        const made = await parley().debates.create(person, { ...input, visibility: 'public' });
        const debateId = made.ok ? made.debateId : expect.fail(made.rejection.code);
        const client = await connectLive(running.server.origin, { cookie: owner.cookie });
        expect(await client.open(debateId)).toMatchObject({ ok: true });
        const mona = await connectLive(running.server.origin, {
          cookie: await running.server.signIn('Mona'),
        });
        const welcome = await mona.open(debateId);
        const participantId = (welcome.ok && welcome.participantId) || expect.fail('not in');
        return { client, mona, debateId, transfer: { type: 'debate.transfer', participantId } as const };
      }),
    );
    const [own, ofGuest] = moderators;
    if (!own || !ofGuest) expect.fail('no debates');
    running.ahead += 11 * MINUTE;
    expect(await ofGuest.client.submit(ofGuest.transfer)).toMatchObject({ ok: true });
    const asked = { ok: false, rejection: { code: 'reauthentication_required' } };
    expect(await own.client.submit(own.transfer, 1)).toEqual(asked);
    const person = (await ann.who()) ?? expect.fail('nobody');
    const overHttp = { clientId: 'http_transfer', clientSeq: 1, operation: own.transfer };
    expect(await parley().httpOperations.submit(own.debateId, person, overHttp)).toEqual(asked);
    // A person who may not transfer it sees why, and a program never may.
    expect(await own.mona.submit(own.transfer)).toMatchObject({ rejection: { code: 'not_allowed' } });
    const program = { ...person, scopes: ['moderate' as const] };
    expect(await parley().httpOperations.submit(own.debateId, program, overHttp)).toMatchObject({
      rejection: { code: 'not_allowed' },
    });

    await ann.send(reauthenticate, { current: PASSWORD, returnTo: '/' });
    const done = await own.client.submit(own.transfer, 2);
    expect(done).toMatchObject({ ok: true });
    running.ahead += 11 * MINUTE;
    expect(await own.client.submit(own.transfer, 2)).toEqual(done);
    for (const { client, mona } of moderators) for (const one of [client, mona]) one.close();
  });

  test('finds the reason typed for a restriction again, after a wrong password and after a proof', async () => {
    const root = await signedInWithAccount(() => running.server.origin, {
      name: 'Root',
      administrator: true,
    });
    const by = await idOf(root);
    await givePassword(by);
    const reason = 'Spam, in words of three lines\nand a half';
    const act = { debate: 'made-in-china-2025', restriction: 'closed', reason, act: 'closed' };
    const typedIn = (page: string) =>
      parley().shownSecrets.take(by, new URL(page, running.server.origin).searchParams.get('typed') ?? '');
    running.ahead += 11 * MINUTE;
    const wrong = await root.send(restrict, { ...act, current: 'not the right one' });
    expect(wrong.refused).toEqual({ code: 'password_wrong' });
    expect(wrong.to).toMatch(/^\/admin\/debate\?id=made-in-china-2025&act=closed&typed=[\w-]{22}$/);
    expect(await typedIn(wrong.to)).toBe(reason);
    expect(await typedIn(wrong.to)).toBeNull();

    const asked = await root.send(restrict, act);
    expect(asked.refused).toEqual({ code: 'reauthentication_required' });
    const back = new URL(asked.to, running.server.origin).searchParams.get('returnTo') ?? '';
    running.ahead += 9 * MINUTE;
    const proven = await root.send(reauthenticate, { current: PASSWORD, returnTo: back });
    expect(proven.to).toBe(back);
    expect(await typedIn(proven.to)).toBe(reason);
    expect(decodeURIComponent(`${wrong.to} ${asked.to} ${root.cookie}`)).not.toContain('Spam');
  });

  test('is asked before administrators are made', async () => {
    const root = await signedInWithAccount(() => running.server.origin, {
      name: 'Root',
      administrator: true,
    });
    const ann = await signUpWithPassword();
    const id = await idOf(ann);
    running.ahead += 11 * MINUTE;
    const fields = { id, administrator: 'yes' };
    expect((await root.send(appoint, fields)).refused).toEqual({ code: 'reauthentication_required' });
    expect(await ann.who()).toMatchObject({ administrator: false });
  });
});
