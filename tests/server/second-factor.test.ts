import { describe, expect, test, vi } from 'vitest';
import { POST as confirmApp } from '../../app/api/account/authenticator/confirm/route.ts';
import { POST as removeApp } from '../../app/api/account/authenticator/remove/route.ts';
import { POST as beginApp } from '../../app/api/account/authenticator/route.ts';
import { POST as makeDeviceCode } from '../../app/api/account/device/route.ts';
import { POST as endAll } from '../../app/api/account/end-all/route.ts';
import { POST as removePasskey } from '../../app/api/account/passkeys/remove/route.ts';
import { POST as addPasskey } from '../../app/api/account/passkeys/route.ts';
import { POST as changePassword } from '../../app/api/account/password/route.ts';
import { POST as renewRecoveryCodes } from '../../app/api/account/recovery-codes/route.ts';
import { POST as makeToken } from '../../app/api/account/tokens/route.ts';
import { POST as appoint } from '../../app/api/admin/appoint/route.ts';
import { POST as endSignIns } from '../../app/api/admin/end/route.ts';
import { POST as removeFactors } from '../../app/api/admin/second-factor/route.ts';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import { POST as enterDeviceCode } from '../../app/api/sign-in/device/route.ts';
import { POST as openLink } from '../../app/api/sign-in/link/route.ts';
import { POST as mailLink } from '../../app/api/sign-in/mail/route.ts';
import { POST as signInByPassword } from '../../app/api/sign-in/password/route.ts';
import { POST as giveSecond } from '../../app/api/sign-in/second/route.ts';
import { PasswordHashes } from '../../server/auth/passwords/password-hashes.ts';
import { Passkeys } from '../../server/auth/second-factor/passkeys.ts';
import { SIGN_IN_SECONDS } from '../../server/auth/sign-in/sign-ins.ts';
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
import { upTo } from '../support/log-node.ts';
import { signedInWithAccount } from '../support/signed-in-with-account.ts';
import type { TestBrowser } from '../support/test-browser.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TOKEN = { name: 'a robot', days: '7', 'scope-read': 'on' };

const settings: Record<string, string> = { SIGN_IN_IDLE_DAYS: '30' };
const running = withAccounts(settings);
const { mailedCode } = running;
const byPassword = (one: TestBrowser, returnTo = '/debates/d_x') =>
  one.send(signInByPassword, { mail, password: PASSWORD, returnTo });

describe('[SF2] an authenticator app', () => {
  test('is asked for after the password; then the requested page opens', async () => {
    const ann = await signUpWithPassword();
    const { key, recovery } = await setUpApp(ann);
    expect(recovery).toHaveLength(10);
    const elsewhere = browser();
    expect(await byPassword(elsewhere)).toMatchObject({ to: '/sign-in/second', refused: null });
    expect(await elsewhere.who()).toBeNull();
    expect(await elsewhere.send(giveSecond, { code: codeOf(key) })).toMatchObject({ to: '/debates/d_x' });
    expect(await idOf(elsewhere)).toBe(await idOf(ann));
  });

  test('is asked for after an emailed link and a code from another device, and a guest who stops there stays one', async () => {
    const ann = await signUpWithPassword();
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
    const { key } = await setUpApp(await signUpWithPassword());
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
    const ann = await signUpWithPassword();
    await ann.send(beginApp);
    const key = (await parley().authenticators.setup(await idOf(ann), mail))?.secret ?? '';
    expect((await ann.send(confirmApp, { code: '000000' })).refused).toEqual({ code: 'second_factor_wrong' });
    expect((await byPassword(browser())).to).toBe('/debates/d_x');
    expect(key).toMatch(/^[A-Z2-7]{32}$/);
    expect(JSON.stringify(await parley().secondFactors.facts(await idOf(ann)))).not.toContain(key);
  });

  test('is guessed slowly; its owner comes in meanwhile by the browser they know, and by a recovery code', async () => {
    const ann = await signUpWithPassword();
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
    const ann = await signUpWithPassword();
    const { key } = await setUpApp(ann);
    const [slow, stale] = [browser(), browser()];
    await Promise.all([byPassword(slow), byPassword(stale)]);
    await ann.send(changePassword, { current: PASSWORD, password: 'another good one' });
    expect((await stale.send(giveSecond, { code: codeOf(key) })).refused).toEqual({ code: 'not_signed_in' });
    running.ahead += 11 * MINUTE;
    expect((await slow.send(giveSecond, { code: codeOf(key) })).refused).toEqual({ code: 'not_signed_in' });
  });

  test('[AU13] does not complete a sign-in whose password was changed while it was compared', async () => {
    const ann = await signUpWithPassword();
    const { key } = await setUpApp(ann);
    const late = browser();
    const compare = vi.spyOn(PasswordHashes.prototype, 'matches').mockImplementationOnce(async () => {
      await ann.send(changePassword, { current: PASSWORD, password: 'another good one' });
      return true;
    });
    expect((await byPassword(late)).to).toBe('/sign-in/second');
    compare.mockRestore();
    expect((await late.send(giveSecond, { code: codeOf(key) })).refused).toEqual({ code: 'not_signed_in' });
  });

  test('that was only being set up is not said to be removed', async () => {
    const ann = await signUpWithPassword();
    await ann.send(beginApp);
    expect(await ann.send(removeApp)).toMatchObject({ to: '/account/second-factor', flash: null });
    expect(await parley().authenticators.setup(await idOf(ann), mail)).toBeNull();
  });

  test('that is removed is asked for no more, and its recovery codes are gone', async () => {
    const ann = await signUpWithPassword();
    const { recovery } = await setUpApp(ann);
    expect(await ann.send(removeApp)).toMatchObject({ flash: { done: 'authenticatorRemoved' } });
    expect((await byPassword(browser())).to).toBe('/debates/d_x');
    expect(await parley().recoveryCodes.take(await idOf(ann), recovery[0] ?? '')).toBe(false);
  });
});

describe('[SF3] recovery codes', () => {
  test('work once each, however they are typed, and new ones end the old', async () => {
    const ann = await signUpWithPassword();
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
  const ann = await signUpWithPassword();
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

test('[SF3] the email about a second factor that was added leads to where it is removed, before a new password', async () => {
  const ann = await signUpWithPassword();
  await setUpApp(ann);
  const { link, text } = running.lastMail(mail);
  expect(link).toBe(`${running.server.origin}/account/second-factor`);
  expect(text).toMatch(/still signed in and remove it there first\. Then set a new password/);
  await ann.send(removeApp);
  expect(running.lastMail(mail).link).toBe(`${running.server.origin}/account`);
});

test('[SF3] and when a passkey is added or removed; no email is sent if nothing changed', async () => {
  const ann = await signUpWithPassword();
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

describe('[SF5] a new token, code or recovery code', () => {
  test('is shown once, stands in no cookie and no address, and is nobody else’s', async () => {
    const [ann, ben] = [await signUpWithPassword(), browser()];
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
    const ann = await signUpWithPassword();
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
    const ann = await signUpWithPassword();
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
    const ann = await signUpWithPassword();
    const id = await idOf(ann);
    expect(await root.who()).toMatchObject({ administrator: false, needsSecondFactor: true });
    for (const route of [endSignIns, appoint, removeFactors]) {
      expect(await root.send(route, { id, administrator: 'yes' })).toMatchObject({
        to: '/account/second-factor',
        refused: { code: 'second_factor_required' },
      });
    }
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
    const ann = await signUpWithPassword();
    await setUpApp(ann);
    const listed = await parley().administration.people(1, mail);
    expect(listed.rows).toMatchObject([{ hasSecondFactor: true }]);
    expect(await root.send(removeFactors, { id: await idOf(ann) })).toMatchObject({
      flash: { done: 'factorsRemoved' },
    });
    expect((await byPassword(browser())).to).toBe('/debates/d_x');
  });
});
