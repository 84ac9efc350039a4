import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { POST as confirmApp } from '../../app/api/account/authenticator/confirm/route.ts';
import { POST as removeApp } from '../../app/api/account/authenticator/remove/route.ts';
import { POST as beginApp } from '../../app/api/account/authenticator/route.ts';
import { POST as makeDeviceCode } from '../../app/api/account/device/route.ts';
import { POST as endOne } from '../../app/api/account/end/route.ts';
import { POST as endAll } from '../../app/api/account/end-all/route.ts';
import { POST as erase } from '../../app/api/account/erase/route.ts';
import { POST as changeMail } from '../../app/api/account/mail/route.ts';
import { POST as removePasskey } from '../../app/api/account/passkeys/remove/route.ts';
import { POST as addPasskey } from '../../app/api/account/passkeys/route.ts';
import { POST as changePassword } from '../../app/api/account/password/route.ts';
import { POST as mailProof } from '../../app/api/account/reauthenticate/mail/route.ts';
import { POST as reauthenticate } from '../../app/api/account/reauthenticate/route.ts';
import { POST as renewRecoveryCodes } from '../../app/api/account/recovery-codes/route.ts';
import { POST as makeToken } from '../../app/api/account/tokens/route.ts';
import { POST as appoint } from '../../app/api/admin/appoint/route.ts';
import { POST as endSignIns } from '../../app/api/admin/end/route.ts';
import { POST as handOver } from '../../app/api/admin/hand-over/route.ts';
import { POST as restrict } from '../../app/api/admin/restrict/route.ts';
import { POST as removeFactors } from '../../app/api/admin/second-factor/route.ts';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import { POST as enterDeviceCode } from '../../app/api/sign-in/device/route.ts';
import { POST as openLink } from '../../app/api/sign-in/link/route.ts';
import { POST as mailLink } from '../../app/api/sign-in/mail/route.ts';
import { POST as signInByPassword } from '../../app/api/sign-in/password/route.ts';
import { POST as giveSecond } from '../../app/api/sign-in/second/route.ts';
import { Passkeys } from '../../server/auth/second-factor/passkeys.ts';
import { SIGN_IN_SECONDS } from '../../server/auth/sign-in/sign-ins.ts';
import { parley } from '../../server/handle.ts';
import { connectLive } from '../support/live-client.ts';
import { upTo } from '../support/log-node.ts';
import { withMailingServer } from '../support/mailing-server.ts';
import { signedInWithAccount } from '../support/signed-in-with-account.ts';
import { TestBrowser } from '../support/test-browser.ts';

const PASSWORD = 'walnut river ink';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TOKEN = { name: 'a robot', days: '7', 'scope-read': 'on' };

const settings: Record<string, string> = { SIGN_IN_IDLE_DAYS: '30' };
const running = withMailingServer(settings);
const { mailedCode } = running;
let people = 0;
let mail = '';

beforeEach(() => {
  people += 1;
  mail = `ann${people}@example.org`;
});

const browser = (address = `192.0.2.${people}`) => new TestBrowser(() => running.server.origin, { address });

/** Makes an account with a password. */
async function signUp(): Promise<TestBrowser> {
  const ann = browser();
  await ann.send(mailLink, { mail });
  await ann.send(openLink, { code: mailedCode(mail), name: 'Ann' });
  await ann.send(changePassword, { password: PASSWORD });
  return ann;
}

const idOf = async (one: TestBrowser) => (await one.who())?.id ?? expect.fail('nobody');

/** The code an app with this key shows now. */
const codeOf = (key: string) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + running.ahead });

/** Sets up an authenticator app: its key, and the recovery codes. */
async function setUpApp(ann: TestBrowser): Promise<{ key: string; recovery: string[] }> {
  await ann.send(beginApp);
  const key = (await parley().authenticators.setup(await idOf(ann), mail))?.secret ?? expect.fail('no key');
  const done = await ann.send(confirmApp, { code: codeOf(key) });
  expect(done.flash).toMatchObject({ done: 'authenticatorAdded' });
  // The code that confirmed it is used up.
  running.ahead += MINUTE;
  return { key, recovery: done.secret?.split('\n') ?? [] };
}

const byPassword = (one: TestBrowser, returnTo = '/debates/d_x') =>
  one.send(signInByPassword, { mail, password: PASSWORD, returnTo });

describe('[SF2] an authenticator app', () => {
  test('is asked for after the password; then the requested page opens', async () => {
    const ann = await signUp();
    const { key, recovery } = await setUpApp(ann);
    expect(recovery).toHaveLength(10);
    const elsewhere = browser();
    expect(await byPassword(elsewhere)).toMatchObject({ to: '/sign-in/second', refused: null });
    expect(await elsewhere.who()).toBeNull();
    expect(await elsewhere.send(giveSecond, { code: codeOf(key) })).toMatchObject({ to: '/debates/d_x' });
    expect(await idOf(elsewhere)).toBe(await idOf(ann));
  });

  test('is asked for after an emailed link and a code from another device, and a guest who stops there stays one', async () => {
    const ann = await signUp();
    const { key } = await setUpApp(ann);
    const guest = browser();
    await guest.send(signInGuest, { name: 'Gil' });
    await guest.send(mailLink, { mail });
    expect((await guest.send(openLink, { code: mailedCode(mail) })).to).toBe('/sign-in/second');
    expect(await guest.who()).toMatchObject({ name: 'Gil', kind: 'guest' });
    const { secret } = await ann.send(makeDeviceCode);
    const phone = browser();
    expect((await phone.send(enterDeviceCode, { code: secret ?? '' })).to).toBe('/sign-in/second');
    expect((await phone.send(giveSecond, { code: codeOf(key) })).to).toBe('/');
    expect(await idOf(phone)).toBe(await idOf(ann));
  });

  test('accepts each code once, those of the periods beside it, and none older', async () => {
    const { key } = await setUpApp(await signUp());
    const [one, other] = [browser(), browser()];
    await Promise.all([byPassword(one), byPassword(other)]);
    const code = codeOf(key);
    const answers = await Promise.all([one, other].map((each) => each.send(giveSecond, { code })));
    expect(answers.map(({ refused }) => refused?.code ?? 'in').sort()).toEqual(['in', 'second_factor_wrong']);
    const late = browser();
    await byPassword(late);
    const old = codeOf(key);
    running.ahead += 2 * MINUTE;
    expect((await late.send(giveSecond, { code: old })).refused).toEqual({ code: 'second_factor_wrong' });
  });

  test('is not asked for before a code has confirmed it, and its key is sealed in the database', async () => {
    const ann = await signUp();
    await ann.send(beginApp);
    const key = (await parley().authenticators.setup(await idOf(ann), mail))?.secret ?? '';
    expect((await ann.send(confirmApp, { code: '000000' })).refused).toEqual({ code: 'second_factor_wrong' });
    expect((await byPassword(browser())).to).toBe('/debates/d_x');
    expect(key).toMatch(/^[A-Z2-7]{32}$/);
    expect(JSON.stringify(await parley().secondFactors.facts(await idOf(ann)))).not.toContain(key);
  });

  test('is guessed slowly; its owner comes in meanwhile by the browser they know, and by a recovery code', async () => {
    const ann = await signUp();
    const { key, recovery } = await setUpApp(ann);
    const stranger = browser('198.51.100.7');
    await byPassword(stranger);
    const guesses = await Promise.all(
      upTo(20).map((n) => stranger.send(giveSecond, { code: String(n).padStart(6, '0') })),
    );
    const codes = guesses.map(({ refused }) => refused?.code);
    expect(codes.filter((code) => code === 'second_factor_wrong').length).toBeLessThan(7);
    expect(codes).toContain('too_many_attempts');
    expect((await stranger.send(giveSecond, { code: recovery[0] ?? '' })).to).toBe('/debates/d_x');
    await ann.send(endAll);
    await byPassword(ann);
    expect((await ann.send(giveSecond, { code: codeOf(key) })).to).toBe('/debates/d_x');
  });

  test('is pending for ten minutes, and not after a new password', async () => {
    const ann = await signUp();
    const { key } = await setUpApp(ann);
    const [slow, stale] = [browser(), browser()];
    await Promise.all([byPassword(slow), byPassword(stale)]);
    await ann.send(changePassword, { current: PASSWORD, password: 'another good one' });
    expect((await stale.send(giveSecond, { code: codeOf(key) })).refused).toEqual({ code: 'not_signed_in' });
    running.ahead += 11 * MINUTE;
    expect((await slow.send(giveSecond, { code: codeOf(key) })).refused).toEqual({ code: 'not_signed_in' });
  });

  test('that is removed is asked for no more, and its recovery codes are gone', async () => {
    const ann = await signUp();
    const { recovery } = await setUpApp(ann);
    expect(await ann.send(removeApp)).toMatchObject({ flash: { done: 'authenticatorRemoved' } });
    expect((await byPassword(browser())).to).toBe('/debates/d_x');
    expect(await parley().recoveryCodes.take(await idOf(ann), recovery[0] ?? '')).toBe(false);
  });
});

describe('[SF3] recovery codes', () => {
  test('work once each, however they are typed, and new ones end the old', async () => {
    const ann = await signUp();
    const { recovery } = await setUpApp(ann);
    const [first = '', second = ''] = recovery;
    const one = browser();
    await byPassword(one);
    expect((await one.send(giveSecond, { code: ` ${first.toLowerCase().replaceAll('-', ' ')} ` })).to).toBe(
      '/debates/d_x',
    );
    const other = browser();
    await byPassword(other);
    expect((await other.send(giveSecond, { code: first })).refused).toEqual({ code: 'second_factor_wrong' });
    const person = await idOf(ann);
    await Promise.all(upTo(3).map(() => parley().recoveryCodes.renew(person)));
    expect(await parley().recoveryCodes.count(person)).toBe(10);
    const renewed = await ann.send(renewRecoveryCodes);
    expect(renewed.secret?.split('\n')).toHaveLength(10);
    expect((await other.send(giveSecond, { code: second })).refused).toEqual({ code: 'second_factor_wrong' });
    expect((await other.send(giveSecond, { code: renewed.secret?.split('\n')[0] ?? '' })).to).toBe(
      '/debates/d_x',
    );
  });
});

test('[SF3] the owner of an account gets an email when a second factor is added, and when it is removed', async () => {
  const ann = await signUp();
  const mails = () =>
    running.smtp.mails.filter(({ to, subject }) => to === mail && subject.startsWith('Two-step sign-in'));
  await ann.send(beginApp);
  await ann.send(removeApp);
  expect(mails()).toEqual([]);
  await setUpApp(ann);
  expect(mails().map(({ text }) => /was (added|removed)/.exec(text)?.[1])).toEqual(['added']);
  await ann.send(removeApp);
  const root = await signedInWithAccount(() => running.server.origin, { name: 'Root', administrator: true });
  await setUpApp(ann);
  await root.send(removeFactors, { id: await idOf(ann) });
  expect(mails().map(({ text }) => /was (added|removed)/.exec(text)?.[1])).toEqual([
    'added',
    'removed',
    'added',
    'removed',
  ]);
});

test('[SF3] and when a passkey is added or removed; no email is sent if nothing changed', async () => {
  const ann = await signUp();
  const id = await idOf(ann);
  const mails = () =>
    running.smtp.mails
      .filter(({ to, subject }) => to === mail && subject.startsWith('Two-step sign-in'))
      .map(({ text }) => /was (added|removed)/.exec(text)?.[1]);
  const root = await signedInWithAccount(() => running.server.origin, { name: 'Root', administrator: true });
  await ann.send(removePasskey, { id: 'none' });
  await ann.send(addPasskey, { name: 'Laptop', response: '{}' });
  await root.send(removeFactors, { id });
  expect(mails()).toEqual([]);
  // Passkey responses are checked in real browsers; here one is accepted.
  const register = vi.spyOn(Passkeys.prototype, 'register').mockResolvedValueOnce({ ok: true });
  await ann.send(addPasskey, { name: 'Laptop', response: '{}' });
  register.mockRestore();
  expect(mails()).toEqual(['added']);
  const remove = vi.spyOn(Passkeys.prototype, 'remove').mockResolvedValueOnce(true);
  await ann.send(removePasskey, { id: 'laptop' });
  remove.mockRestore();
  expect(mails()).toEqual(['added', 'removed']);
});

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
    const ann = await signUp();
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
    const ann = await signUp();
    running.ahead += 10 * MINUTE;
    const { signInId: id } = (await ann.who()) ?? expect.fail('nobody');
    expect(await ann.send(endOne, { id })).toMatchObject({ to: '/', refused: null });
    expect(await ann.who()).toBeNull();
  });

  test('proves it by the password, in the form or before, and is not asked again for ten minutes', async () => {
    const ann = await signUp();
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
    const ann = await signUp();
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
    const ann = await signUp();
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
    const account = (await parley().people.find({ id: by })) ?? expect.fail('nobody');
    await parley().passwords.set(account, PASSWORD);
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
    const [ann, gil] = [await signUp(), browser()];
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
    expect(await parley().askedOverHttp.submit(own.debateId, person, overHttp)).toEqual(asked);
    // A person who may not transfer it sees why, and a program never may.
    expect(await own.mona.submit(own.transfer)).toMatchObject({ rejection: { code: 'not_allowed' } });
    const program = { ...person, scopes: ['moderate' as const] };
    expect(await parley().askedOverHttp.submit(own.debateId, program, overHttp)).toMatchObject({
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
    const account = (await parley().people.find({ id: by })) ?? expect.fail('nobody');
    await parley().passwords.set(account, PASSWORD);
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
    const ann = await signUp();
    const id = await idOf(ann);
    running.ahead += 11 * MINUTE;
    const fields = { id, administrator: 'yes' };
    expect((await root.send(appoint, fields)).refused).toEqual({ code: 'reauthentication_required' });
    expect(await ann.who()).toMatchObject({ administrator: false });
  });
});

describe('[SF5] a new token, code or recovery code', () => {
  test('is shown once, stands in no cookie and no address, and is nobody else’s', async () => {
    const [ann, ben] = [await signUp(), browser()];
    await ben.send(signInGuest, { name: 'Ben' });
    const before = ann.cookie;
    const { secret, flash, to } = await ann.send(makeToken, TOKEN);
    expect(secret).toMatch(/^parley_/);
    const cookies = ann.cookie
      .split('; ')
      .filter((pair) => !before.includes(pair))
      .flatMap((pair) => [pair, Buffer.from(pair.split('=')[1] ?? '', 'base64url').toString()]);
    expect([...cookies, to].join(' ')).not.toContain(secret?.slice(7));
    expect(await parley().shownSecrets.take(await idOf(ann), flash?.shown)).toBeNull();
    const key = await parley().shownSecrets.keep(await idOf(ann), 'a secret');
    expect(await parley().shownSecrets.take(await idOf(ben), key)).toBeNull();
    expect(await parley().shownSecrets.take(await idOf(ann), key)).toBe('a secret');
    expect(await parley().shownSecrets.take(await idOf(ann), key)).toBeNull();
    const late = await parley().shownSecrets.keep(await idOf(ann), 'a secret');
    running.ahead += 2 * MINUTE;
    expect(await parley().shownSecrets.take(await idOf(ann), late)).toBeNull();
  });
});

describe('[SF6] a sign-in that is not used', () => {
  test('ends after the days the server says: on pages, for new connections and for open ones', async () => {
    const ann = await signUp();
    const { secret } = await ann.send(makeToken, { ...TOKEN, days: '365' });
    const open = await connectLive(running.server.origin, { cookie: ann.cookie });
    await open.open('made-in-china-2025');
    running.ahead += 29 * DAY;
    expect(await ann.who()).not.toBeNull();
    running.ahead += 29 * DAY;
    expect(await ann.who()).not.toBeNull();
    running.ahead += 31 * DAY;
    expect(await open.closed).toBe('io server disconnect');
    expect(await ann.who()).toBeNull();
    const later = await connectLive(running.server.origin, { cookie: ann.cookie });
    expect(await later.open('made-in-china-2025')).toMatchObject({ ok: true, participantId: null });
    later.close();
    const authorization = new Headers({ authorization: `Bearer ${secret}` });
    expect(await parley().auth.whoAsks(authorization, 'read')).toMatchObject({ name: 'Ann' });
  });

  test('and one that is used every week ends when it is 120 days old', async () => {
    const ann = await signUp();
    for (let days = 0; days < SIGN_IN_SECONDS / (24 * 60 * 60) - 7; days += 7) {
      running.ahead += 7 * DAY;
      expect(await ann.who(), `after ${days} days`).not.toBeNull();
    }
    running.ahead += 8 * DAY;
    expect(await ann.who()).toBeNull();
  });
});

describe('[SF7] where administrators need a second factor', () => {
  test('one without it is led to set it up, and until then administers nothing', async () => {
    settings.ADMIN_SECOND_FACTOR = 'required';
    await running.server.restart();
    const root = await signedInWithAccount(() => running.server.origin, {
      name: 'Root',
      administrator: true,
    });
    const ann = await signUp();
    const id = await idOf(ann);
    expect(await root.who()).toMatchObject({ administrator: false, needsSecondFactor: true });
    for (const route of [endSignIns, appoint, removeFactors]) {
      expect(await root.send(route, { id, administrator: 'yes' })).toMatchObject({
        to: '/account/second-factor',
        refused: { code: 'second_factor_required' },
      });
    }
    expect((await root.send(makeToken, { ...TOKEN, 'scope-admin': 'on' })).refused).toEqual({
      code: 'second_factor_required',
    });
    expect(await ann.who()).toMatchObject({ administrator: false });
    await setUpApp(root);
    expect(await root.who()).toMatchObject({ administrator: true, needsSecondFactor: false });
    expect((await root.send(endSignIns, { id })).refused).toBeNull();
    expect(await ann.who()).toBeNull();
    await root.send(removeApp);
    expect(await root.who()).toMatchObject({ administrator: false });
  });

  test('an administrator turns off a lost second factor', async () => {
    settings.ADMIN_SECOND_FACTOR = 'optional';
    await running.server.restart();
    const root = await signedInWithAccount(() => running.server.origin, {
      name: 'Root',
      administrator: true,
    });
    const ann = await signUp();
    await setUpApp(ann);
    const listed = await parley().administration.people(1, mail);
    expect(listed.rows).toMatchObject([{ hasSecondFactor: true }]);
    expect(await root.send(removeFactors, { id: await idOf(ann) })).toMatchObject({
      flash: { done: 'factorsRemoved' },
    });
    expect((await byPassword(browser())).to).toBe('/debates/d_x');
  });
});
