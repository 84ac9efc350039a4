import { createHmac } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { POST as confirm } from '../../app/api/account/confirm/route.ts';
import { POST as end } from '../../app/api/account/end/route.ts';
import { POST as addMail } from '../../app/api/account/mail/route.ts';
import { POST as rename } from '../../app/api/account/name/route.ts';
import { POST as changePassword } from '../../app/api/account/password/route.ts';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import { POST as forgotten } from '../../app/api/sign-in/forgotten/route.ts';
import { POST as openLink } from '../../app/api/sign-in/link/route.ts';
import { POST as mailLink } from '../../app/api/sign-in/mail/route.ts';
import { POST as signInByPassword } from '../../app/api/sign-in/password/route.ts';
import { POST as reset } from '../../app/api/sign-in/reset/route.ts';
import { POST as signOut } from '../../app/api/signout/route.ts';
import { KnownBrowsers, knownBrowserCookieName } from '../../server/auth/browsers/known-browsers.ts';
import { BreachedPasswords } from '../../server/auth/passwords/breached-passwords.ts';
import { PasswordHashes } from '../../server/auth/passwords/password-hashes.ts';
import { parley } from '../../server/handle.ts';
import { Limiter } from '../../server/limits/limiter.ts';
import { linkOpener } from '../../server/routes/link-opener.ts';
import {
  browser,
  connect,
  mail,
  PASSWORD,
  setUpApp,
  signUp,
  signUpWithPassword,
  withAccounts,
} from '../support/accounts.ts';
import { addClaim, upTo } from '../support/log-node.ts';

const SEEDED = 'made-in-china-2025';
const running = withAccounts();
const { mailedCode } = running;

describe('a link in a mail', () => {
  test('[AU8] makes an account, and signs in to it from then on', async () => {
    const first = browser();
    expect(await first.send(mailLink, { mail: ` ${mail.toUpperCase()} ` })).toMatchObject({
      to: '/sign-in/code',
      flash: { done: 'mailed' },
    });
    expect(running.smtp.mails.at(-1)).toMatchObject({ from: 'parley@example.org', to: mail });
    expect(running.smtp.mails.at(-1)?.link).toMatch(`${running.server.origin}/sign-in/link?code=`);
    expect(await first.send(openLink, { code: mailedCode(mail), name: 'Ann' })).toMatchObject({ to: '/' });
    const ann = await first.who();
    expect(ann).toMatchObject({ name: 'Ann', kind: 'account' });
    const second = browser();
    await second.send(mailLink, { mail });
    await second.send(openLink, { code: mailedCode(mail) });
    expect(await second.who()).toMatchObject({ id: ann?.id, name: 'Ann' });
    expect(await first.who()).toMatchObject({ id: ann?.id });
  });

  test('[AU8] works once, for nothing else, and looking at it uses nothing up', async () => {
    const ann = browser();
    await ann.send(mailLink, { mail });
    const code = mailedCode(mail);
    for (const _ of upTo(2)) {
      const opener = await linkOpener(ann.headers);
      expect(await parley().mailLinks.lookAt('sign-in', code, opener)).toEqual({ email: mail, name: null });
    }
    expect((await ann.send(reset, { code, password: PASSWORD })).refused).toEqual({ code: 'code_wrong' });
    expect((await ann.send(confirm, { code })).refused).toEqual({ code: 'not_signed_in' });
    expect((await ann.send(openLink, { code, name: '' })).refused).toEqual({ code: 'text_empty' });
    const tries = await Promise.all(upTo(5).map(() => ann.send(openLink, { code, name: 'Ann' })));
    expect(tries.filter(({ to }) => to === '/')).toHaveLength(1);
    expect((await ann.send(openLink, { code, name: 'Ann' })).refused).toEqual({ code: 'code_wrong' });
  });

  test.each([
    '',
    'ann',
    'ann@',
    '@example.org',
    'a b@example.org',
    'a@b@c',
    'a@x>\r\nTo: b@c',
    `${'x'.repeat(250)}@x.org`,
  ])('[AU8] is not sent to %j', async (written) => {
    const before = running.smtp.mails.length;
    expect((await browser().send(mailLink, { mail: written })).refused).toEqual({ code: 'email_malformed' });
    expect(running.smtp.mails).toHaveLength(before);
  });

  test('[AU8] that could not be sent is said so', async () => {
    running.smtp.refuse(true);
    const answer = await browser().send(mailLink, { mail });
    running.smtp.refuse(false);
    expect(answer.refused).toEqual({ code: 'email_failed' });
  });

  test('[AU12] makes an account of the guest who opens it: the same person, with all they did', async () => {
    const guest = browser();
    await guest.send(signInGuest, { name: 'Gil' });
    const before = await guest.who();
    const tab = await connect(guest);
    await tab.open(SEEDED);
    const [position] = tab.snapshot().positions;
    const target = { kind: 'position', id: position?.id ?? '' } as const;
    expect(await tab.submit({ ...addClaim('own'), target, positionId: null })).toMatchObject({
      ok: true,
    });
    await guest.send(addMail, { mail });
    expect(await guest.send(confirm, { code: mailedCode(mail) })).toMatchObject({ to: '/account' });
    expect(await guest.who()).toMatchObject({ id: before?.id, name: 'Gil', kind: 'account' });
    const elsewhere = browser();
    await elsewhere.send(mailLink, { mail });
    await elsewhere.send(openLink, { code: mailedCode(mail) });
    const again = await connect(elsewhere);
    const welcome = await again.open(SEEDED);
    const own = again.snapshot().claims.find(({ id }) => id === 'c_own');
    expect(welcome).toMatchObject({ ok: true, participantId: own?.author });
  });

  test('[AU12] opened by a guest makes them the new account, too', async () => {
    const guest = browser();
    await guest.send(signInGuest, { name: 'Gil' });
    const before = await guest.who();
    await guest.send(mailLink, { mail });
    await guest.send(openLink, { code: mailedCode(mail) });
    expect(await guest.who()).toMatchObject({ id: before?.id, name: 'Gil', kind: 'account' });
  });

  test('[AU8] [AU10] to an address that is another account’s takes nothing from it', async () => {
    const ann = await signUp();
    const guest = browser();
    await guest.send(signInGuest, { name: 'Gil' });
    const known = await guest.send(addMail, { mail });
    expect(running.smtp.mails.at(-1)).toMatchObject({ to: mail, link: `${running.server.origin}/sign-in` });
    const unknown = await guest.send(addMail, { mail: `new-${mail}` });
    expect(known).toEqual(unknown);
    expect(await guest.who()).toMatchObject({ kind: 'guest' });
    expect(await ann.who()).toMatchObject({ kind: 'account' });
  });
});

describe('a password', () => {
  test('[AU9] signs in, from a browser nobody knows, to the page one came from', async () => {
    const ann = await signUpWithPassword();
    const elsewhere = browser();
    const answer = await elsewhere.send(signInByPassword, {
      mail,
      password: PASSWORD,
      returnTo: '/debates/d_x',
    });
    expect(answer.to).toBe('/debates/d_x');
    expect((await elsewhere.who())?.id).toBe((await ann.who())?.id);
    const stored = await parley().people.find({ email: mail });
    expect(stored?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('[AU9] is for people with an address to sign in with', async () => {
    const guest = browser();
    await guest.send(signInGuest, { name: 'Gil' });
    const answer = await guest.send(changePassword, { password: PASSWORD });
    expect(answer.refused).toEqual({ code: 'email_missing' });
  });

  test('[AU10] that is wrong, and an address nobody has, are answered alike', async () => {
    await signUpWithPassword();
    const wrong = await browser().send(signInByPassword, { mail, password: 'not the right one' });
    const none = await browser().send(signInByPassword, { mail: `no-${mail}`, password: PASSWORD });
    expect(wrong.refused).toEqual({ code: 'sign_in_wrong' });
    expect({ ...none, flash: { ...none.flash, mail } }).toEqual(wrong);
    const [known, unknown] = [
      await browser().send(forgotten, { mail }),
      await browser().send(forgotten, { mail: `no-${mail}` }),
    ];
    expect(known).toEqual(unknown);
    expect(running.smtp.mails.slice(-2).map(({ to }) => to)).toEqual([mail, `no-${mail}`]);
  });

  test('[AU13] is changed by who knows the one before; that ends every other sign-in, and links sent before', async () => {
    const ann = await signUpWithPassword();
    const elsewhere = browser();
    await elsewhere.send(signInByPassword, { mail, password: PASSWORD });
    await elsewhere.send(forgotten, { mail });
    const tab = await connect(elsewhere);
    await tab.open(SEEDED);
    const wrong = await ann.send(changePassword, {
      current: 'not the right one',
      password: 'another good one',
    });
    expect(wrong.refused).toEqual({ code: 'password_wrong' });
    expect(await elsewhere.who()).not.toBeNull();
    const link = mailedCode(mail);
    const changed = await ann.send(changePassword, { current: PASSWORD, password: 'another good one' });
    expect(changed).toMatchObject({ to: '/account', flash: { done: 'passwordChanged' } });
    expect(await tab.closed).toBe('io server disconnect');
    expect(await elsewhere.who()).toBeNull();
    expect(await ann.who()).not.toBeNull();
    await expect
      .poll(() => running.smtp.mails.at(-1))
      .toMatchObject({
        to: mail,
        subject: 'Your Parley password was changed',
      });
    expect((await elsewhere.send(reset, { code: link, password: PASSWORD })).refused).toEqual({
      code: 'code_wrong',
    });
    expect((await elsewhere.send(signInByPassword, { mail, password: PASSWORD })).refused).toEqual({
      code: 'sign_in_wrong',
    });
  });

  test('[AU13] that is changed while someone signs in with the one before signs nobody in', async () => {
    const ann = await signUpWithPassword();
    const elsewhere = browser();
    const compare = vi.spyOn(PasswordHashes.prototype, 'matches').mockImplementationOnce(async () => {
      await ann.send(changePassword, { current: PASSWORD, password: 'another good one' });
      return true;
    });
    const late = await elsewhere.send(signInByPassword, { mail, password: PASSWORD });
    compare.mockRestore();
    expect(late.refused).toEqual({ code: 'not_signed_in' });
    expect(await elsewhere.who()).toBeNull();
    expect(await ann.who()).not.toBeNull();
  });

  test('[AU13] is one try of its owner when it is changed, and is needed however recently they signed in', async () => {
    const ann = await signUpWithPassword();
    const without = await ann.send(changePassword, { password: 'another good one' });
    expect(without.refused).toEqual({ code: 'password_wrong' });
    for (const n of upTo(8))
      expect(
        await ann.send(changePassword, {
          current: n === 1 ? PASSWORD : `good one number ${n - 1}`,
          password: `good one number ${n}`,
        }),
      ).toMatchObject({ flash: { done: 'passwordChanged' } });
  });

  test('[SF8] is looked for once among leaked ones when a link sets it, and a leaked one uses up no link', async () => {
    await signUpWithPassword();
    const elsewhere = browser();
    await elsewhere.send(forgotten, { mail });
    const code = mailedCode(mail);
    const look = vi.spyOn(BreachedPasswords.prototype, 'has').mockResolvedValueOnce(true);
    const leaked = await elsewhere.send(reset, { code, password: 'another good one' });
    expect(leaked.refused).toEqual({ code: 'password_breached' });
    expect(await elsewhere.send(reset, { code, password: 'a better one' })).toMatchObject({ to: '/account' });
    expect(look).toHaveBeenCalledTimes(2);
    look.mockRestore();
  });

  test('[AU13] is asked before the address is changed', async () => {
    const ann = await signUpWithPassword();
    const wrong = { mail: `new-${mail}`, current: 'not the right one' };
    expect((await ann.send(addMail, wrong)).refused).toEqual({ code: 'password_wrong' });
    await ann.send(addMail, { mail: `new-${mail}`, current: PASSWORD });
    await ann.send(confirm, { code: mailedCode(`new-${mail}`) });
    await expect
      .poll(() => running.smtp.mails.at(-1))
      .toMatchObject({
        to: mail,
        subject: 'Your Parley email address was changed',
      });
    expect((await browser().send(signInByPassword, { mail: `new-${mail}`, password: PASSWORD })).to).toBe(
      '/',
    );
  });

  test('[AU13] that was forgotten is reset by a link, which ends every sign-in', async () => {
    const ann = await signUpWithPassword();
    const elsewhere = browser();
    await elsewhere.send(forgotten, { mail });
    const code = mailedCode(mail);
    expect((await elsewhere.send(reset, { code, password: 'short' })).refused).toEqual({
      code: 'password_short',
      limit: 8,
    });
    expect(await elsewhere.send(reset, { code, password: 'another good one' })).toMatchObject({
      to: '/account',
    });
    expect(await elsewhere.who()).toMatchObject({ name: 'Ann' });
    expect(await ann.who()).toBeNull();
    expect((await elsewhere.send(reset, { code, password: PASSWORD })).refused).toEqual({
      code: 'code_wrong',
    });
  });

  test('[AU11] is guessed slowly; its owner still comes in, where they did before and by a link', async () => {
    const ann = await signUpWithPassword();
    await ann.send(signOut);
    const guesses = await Promise.all(
      upTo(40).map((n) =>
        browser(`198.51.100.${n}`).send(signInByPassword, { mail, password: `guess number ${n}` }),
      ),
    );
    const codes = guesses.map(({ refused }) => refused?.code);
    expect(codes.filter((code) => code === 'sign_in_wrong').length).toBeLessThan(15);
    expect(codes).toContain('too_many_attempts');
    const strange = await browser().send(signInByPassword, { mail, password: PASSWORD });
    expect(strange.refused).toEqual({ code: 'too_many_attempts' });
    expect((await ann.send(signInByPassword, { mail, password: PASSWORD })).to).toBe('/');
    const link = browser();
    await link.send(mailLink, { mail });
    expect((await link.send(openLink, { code: mailedCode(mail) })).to).toBe('/');
  });

  test('[AU11] is guessed in one old browser without keeping its owner out of the others', async () => {
    const [ann, old] = [await signUpWithPassword(), browser()];
    await old.send(signInByPassword, { mail, password: PASSWORD });
    for (const known of [ann, old]) await known.send(signOut);
    const guesses = upTo(12).map((n) => old.send(signInByPassword, { mail, password: `guess number ${n}` }));
    const codes = (await Promise.all(guesses)).map(({ refused }) => refused?.code);
    expect(codes).toContain('too_many_attempts');
    expect((await ann.send(signInByPassword, { mail, password: PASSWORD })).to).toBe('/');
  });
});

test('[AU11] a browser’s cookie of an earlier release is still known, and one that nobody signed is not', () => {
  const browsers = new KnownBrowsers(['s'.repeat(32)], false);
  const keyOf = (value: string) =>
    browsers.keyOf(new Headers({ cookie: `${knownBrowserCookieName(false)}=${value}` }), 'u_ann');
  const signed = (text: string) => createHmac('sha256', 's'.repeat(32)).update(text).digest('base64url');
  expect(keyOf(`u_ann.${signed('known browser u_ann')}`)).toBe('u_ann');
  expect(keyOf(`u_ann.one.${signed('known browser u_ann one')}`)).toBe('one');
  for (const made of [
    '',
    'u_ann',
    'u_ann.',
    `u_ann.two.${signed('known browser u_ann one')}`,
    `u_ann.two.${signed('known browser u_ann')}`,
    `u_ben.${signed('known browser u_ben')}`,
  ])
    expect(keyOf(made), made).toBeNull();
});

test('[AU11] a lecture hall signs in by password from one address within a minute, even while someone guesses at one of its accounts', () => {
  const limiter = new Limiter();
  const tries = (account: string) => limiter.take('tries', { address: 'hall', account });
  let guesses = 0;
  while (tries('guessed at')) guesses += 1;
  expect(guesses).toBeLessThan(12);
  expect(upTo(900).filter((n) => !tries(`account ${n}`))).toEqual([]);
  expect(tries('guessed at')).toBe(false);
});

test('[AU1] a name is changed, in the person’s debates and on the pages of others', async () => {
  const gil = browser();
  await gil.send(signInGuest, { name: 'Gil' });
  const [tab, other] = [await connect(gil), await connect(browser())];
  const welcome = await tab.open(SEEDED);
  await other.open(SEEDED);
  const id = welcome.ok ? welcome.participantId : '';
  expect((await gil.send(rename, { name: 'x'.repeat(61) })).refused).toEqual({
    code: 'text_too_long',
    limit: 60,
  });
  await gil.send(rename, { name: ' Gilbert  Hill ' });
  expect(await gil.who()).toMatchObject({ name: 'Gilbert Hill' });
  await expect.poll(() => other.people).toContainEqual({ id, name: 'Gilbert Hill' });
});

test('[PD12] the cookies the privacy page lists are those that are set, for as long as it says', async () => {
  const { cookies, operator, backupDays } = parley().privacyFacts;
  const lines = new Set<string>();
  const watched = (route: (request: Request) => Promise<Response>) => async (request: Request) => {
    const response = await route(request);
    for (const line of response.headers.getSetCookie()) lines.add(line);
    return response;
  };
  const ann = browser();
  await ann.send(watched(signInGuest), { name: 'Ann' });
  const person = (await ann.who()) ?? expect.fail('nobody');
  await parley().people.change(person.id, { email: mail });
  await parley().reauthentication.prove(person);
  await ann.send(watched(changePassword), { password: PASSWORD });
  await ann.send(watched(end), { id: 'none' });
  await ann.send(watched(mailLink), { mail: `other-${mail}` });
  await setUpApp(ann);
  await browser().send(watched(signInByPassword), { mail, password: PASSWORD });
  const set = [...lines].map((line) => [/^[^=]+/.exec(line)?.[0], Number(/Max-Age=(\d+)/.exec(line)?.[1])]);
  expect(new Map(set as [string, number][])).toEqual(
    new Map(cookies.map(({ name, seconds }) => [name, seconds])),
  );
  expect([operator, backupDays]).toEqual([null, null]);
});
