import { beforeEach, describe, expect, test } from 'vitest';
import { POST as confirm } from '../../app/api/account/confirm/route.ts';
import { POST as endAll } from '../../app/api/account/end-all/route.ts';
import { POST as addMail } from '../../app/api/account/mail/route.ts';
import { POST as changePassword } from '../../app/api/account/password/route.ts';
import { POST as makeToken } from '../../app/api/account/tokens/route.ts';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import { POST as enterCode } from '../../app/api/sign-in/code/route.ts';
import { POST as forgotten } from '../../app/api/sign-in/forgotten/route.ts';
import { POST as openLink } from '../../app/api/sign-in/link/route.ts';
import { POST as mailLink } from '../../app/api/sign-in/mail/route.ts';
import { POST as reset } from '../../app/api/sign-in/reset/route.ts';
import { askingBrowserCookieName } from '../../server/auth/browsers/asking-browser.ts';
import { parley } from '../../server/handle.ts';
import { linkOpener } from '../../server/routes/link-opener.ts';
import { upTo } from '../support/log-node.ts';
import { withMailingServer } from '../support/mailing-server.ts';
import { TestBrowser } from '../support/test-browser.ts';

const MINUTE = 60_000;

const running = withMailingServer();
let people = 0;
/** An address nobody has used before. */
let mail = '';

beforeEach(() => {
  people += 1;
  mail = `ann${people}@example.org`;
  running.ahead = 0;
});

function browser(): TestBrowser {
  return new TestBrowser(() => running.server.origin, { address: `192.0.2.${people}` });
}

function lastMail(to = mail) {
  return running.lastMail(to);
}

/** The code in the link of the last mail to an address. */
function linkCode(to = mail): string {
  return codeIn(lastMail(to).link);
}

/** The code to type in the last mail to an address. */
function typedCode(to = mail): string {
  return lastMail(to).text.match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/)?.[0] ?? expect.fail('no code');
}

function codeIn(link: string): string {
  return new URL(link, running.server.origin).searchParams.get('code') ?? '';
}

async function lookedAt(by: TestBrowser, purpose: 'sign-in' | 'confirm' | 'reset', code: string) {
  return parley().mailLinks.lookAt(purpose, code, await linkOpener(by.headers));
}

async function signUp(email = mail): Promise<TestBrowser> {
  const ann = browser();
  await ann.send(mailLink, { mail: email });
  await ann.send(openLink, { code: linkCode(email), name: 'Ann' });
  return ann;
}

async function guest(): Promise<TestBrowser> {
  const made = browser();
  await made.send(signInGuest, { name: 'Gil' });
  return made;
}

describe('[AU27] a link to sign in or to set a password', () => {
  test('works in the browser that asked, and reveals nothing to another one', async () => {
    const victim = await signUp();
    const attacker = browser();
    await attacker.send(mailLink, { mail });
    const code = linkCode();
    expect(await lookedAt(victim, 'sign-in', code)).toBe('elsewhere');
    expect(await lookedAt(browser(), 'sign-in', code)).toBe('elsewhere');
    for (const other of [browser(), victim]) {
      const before = await other.who();
      expect((await other.send(openLink, { code, name: 'Eve' })).refused).toEqual({ code: 'code_wrong' });
      expect(await other.who()).toEqual(before);
    }
    expect(await attacker.send(openLink, { code })).toMatchObject({ to: '/' });
  });

  test('that sets a password likewise', async () => {
    await signUp();
    const [asked, other] = [browser(), browser()];
    await asked.send(forgotten, { mail });
    const form = { code: linkCode(), password: 'walnut river ink' };
    expect(await lookedAt(other, 'reset', form.code)).toBe('elsewhere');
    expect((await other.send(reset, form)).refused).toEqual({ code: 'code_wrong' });
    expect(await asked.send(reset, form)).toMatchObject({ to: '/account' });
  });

  test('asked for in two browsers works in each, and two mails asked for in one both work', async () => {
    const [one, two] = [browser(), browser()];
    await one.send(mailLink, { mail });
    const first = linkCode();
    await two.send(mailLink, { mail });
    const second = linkCode();
    await one.send(mailLink, { mail: `other-${mail}` });
    expect((await two.send(openLink, { code: second, name: 'Ann' })).to).toBe('/');
    expect((await one.send(openLink, { code: linkCode(`other-${mail}`), name: 'Ann' })).to).toBe('/');
    expect((await one.send(openLink, { code: first })).to).toBe('/');
  });

  test('is good for ten minutes, and so is its code', async () => {
    const ann = browser();
    await ann.send(mailLink, { mail });
    running.ahead = 10 * MINUTE + 1_000;
    expect(await lookedAt(ann, 'sign-in', linkCode())).toBe('gone');
    expect((await ann.send(openLink, { code: linkCode(), name: 'Ann' })).refused?.code).toBe('code_wrong');
    expect((await ann.send(enterCode, { code: typedCode() })).refused?.code).toBe('code_wrong');
  });

  test('leads on to the page one came from, which is one of this site', async () => {
    const ann = browser();
    await ann.send(mailLink, { mail, returnTo: '/debates/d_x' });
    expect((await ann.send(openLink, { code: linkCode(), name: 'Ann' })).to).toBe('/debates/d_x');
    await ann.send(mailLink, { mail, returnTo: 'https://evil.example/' });
    expect((await ann.send(openLink, { code: linkCode() })).to).toBe('/');
  });
});

describe('[AU28] the code of a mail', () => {
  test('leads where the link would, in the browser that asked, however it is typed', async () => {
    const ann = browser();
    await ann.send(mailLink, { mail });
    const sloppy = ` ${typedCode().toLowerCase().replace('-', ' ')} `;
    const { to } = await ann.send(enterCode, { code: sloppy });
    expect(to).toMatch(/^\/sign-in\/link\?code=/);
    expect(await ann.who()).toBeNull();
    expect((await ann.send(openLink, { code: codeIn(to), name: 'Ann' })).to).toBe('/');
    expect(await ann.who()).toMatchObject({ kind: 'account' });
  });

  test('works once, and the link of its mail does not work after it', async () => {
    const ann = browser();
    await ann.send(mailLink, { mail });
    const answers = await Promise.all(upTo(5).map(() => ann.send(enterCode, { code: typedCode() })));
    expect(answers.filter(({ to }) => to.startsWith('/sign-in/link'))).toHaveLength(1);
    expect(await lookedAt(ann, 'sign-in', linkCode())).toBe('gone');
  });

  test('is none in another browser, also in one that asked for a mail to the same address', async () => {
    const [ann, eve] = [browser(), browser()];
    await ann.send(mailLink, { mail });
    const code = typedCode();
    await eve.send(mailLink, { mail });
    for (const other of [eve, browser()]) {
      expect((await other.send(enterCode, { code })).refused).toEqual({ code: 'code_wrong' });
    }
    expect((await ann.send(enterCode, { code })).to).toMatch(/^\/sign-in\/link/);
  });

  test('can be tried ten times by a browser, then once a minute', async () => {
    const eve = browser();
    await eve.send(mailLink, { mail });
    const answers = await Promise.all(upTo(30).map((n) => eve.send(enterCode, { code: `AAAA-${1000 + n}` })));
    const codes = answers.map(({ refused }) => refused?.code);
    expect(codes.filter((code) => code === 'code_wrong')).toHaveLength(10);
    expect((await eve.send(enterCode, { code: typedCode() })).refused?.code).toBe('too_many_attempts');
  });

  test('leads to the page of what was asked for: a password, an address', async () => {
    const ann = await signUp();
    await ann.send(forgotten, { mail });
    expect((await ann.send(enterCode, { code: typedCode() })).to).toMatch(/^\/sign-in\/reset\?code=/);
    await ann.send(addMail, { mail: `new-${mail}` });
    const { to } = await ann.send(enterCode, { code: typedCode(`new-${mail}`) });
    expect(to).toMatch(/^\/account\/confirm\?code=/);
    expect((await ann.send(confirm, { code: codeIn(to) })).to).toBe('/account');
  });
});

describe('[AU29] a link that confirms an address', () => {
  test('works for the signed-in person who asked, and for nobody else', async () => {
    const asker = await guest();
    await asker.send(addMail, { mail });
    const code = linkCode();
    const owner = await signUp(`own-${mail}`);
    for (const other of [owner, browser(), await guest()]) {
      const before = await other.who();
      expect(await lookedAt(other, 'confirm', code)).toBe('elsewhere');
      expect((await other.send(confirm, { code })).refused).not.toBeNull();
      expect(await other.who()).toEqual(before);
    }
    expect(await parley().people.find({ email: mail })).toBeNull();
    expect(await asker.send(confirm, { code })).toMatchObject({ to: '/account' });
    expect(await asker.who()).toMatchObject({ name: 'Gil', kind: 'account' });
  });

  test('that replaces an address ends all other sign-ins, tokens and links, and notifies the old address', async () => {
    const ann = await signUp();
    const elsewhere = browser();
    await elsewhere.send(mailLink, { mail });
    await elsewhere.send(openLink, { code: linkCode() });
    await elsewhere.send(forgotten, { mail });
    const stale = linkCode();
    const { secret } = await ann.send(makeToken, { name: 'a robot', 'scope-read': 'on', days: '30' });
    const person = (await ann.who()) ?? expect.fail('nobody');
    await ann.send(addMail, { mail: `new-${mail}` });
    expect(await ann.send(confirm, { code: linkCode(`new-${mail}`) })).toMatchObject({
      flash: { done: 'mailChanged' },
    });
    expect(await elsewhere.who()).toBeNull();
    expect(await ann.who()).toMatchObject({ id: person.id });
    expect(secret).toMatch(/^parley_/);
    expect(await parley().tokens.recognise(secret ?? '')).toBeNull();
    await expect.poll(lastMail).toMatchObject({ subject: 'Your Parley email address was changed' });
    expect((await elsewhere.send(reset, { code: stale, password: 'walnut river ink' })).refused?.code).toBe(
      'code_wrong',
    );
  });

  test('that gives a guest their first address ends none of their sign-ins', async () => {
    const gil = await guest();
    const other = await parley().auth.signIn((await gil.who())?.id ?? '', 'device', new Headers());
    await gil.send(addMail, { mail });
    await gil.send(confirm, { code: linkCode() });
    const cookie = other[0]?.split(';')[0] ?? '';
    expect(await parley().auth.currentPerson(new Headers({ cookie }))).not.toBeNull();
  });
});

test.each<[string, (ann: TestBrowser) => Promise<() => Promise<unknown>>]>([
  [
    '[AU29] a new address',
    async (ann) => {
      await ann.send(addMail, { mail: `new-${mail}` });
      const code = linkCode(`new-${mail}`);
      return () => ann.send(confirm, { code });
    },
  ],
  [
    '[AU13] a new password',
    async (ann) => {
      await ann.send(forgotten, { mail });
      const code = linkCode();
      return () => ann.send(reset, { code, password: 'walnut river ink' });
    },
  ],
])('%s ends every earlier sign-in, and waits for no email about it', async (_, prepare) => {
  const ann = await signUp();
  const elsewhere = browser();
  await elsewhere.send(mailLink, { mail });
  await elsewhere.send(openLink, { code: linkCode() });
  const change = await prepare(ann);
  const release = running.smtp.hold();
  await change();
  await expect.poll(() => lastMail().subject).toMatch(/was changed$/);
  const [here, there] = [await ann.who(), await elsewhere.who()];
  release();
  expect(here).not.toBeNull();
  expect(there).toBeNull();
});

describe('[AU4] a link to sign in that was mailed before', () => {
  const PASSWORD = 'walnut river ink';
  const NEXT = 'copper lamp field';

  test.each<[string, (ann: TestBrowser) => Promise<unknown>]>([
    ['all sign-ins end', (ann) => ann.send(endAll)],
    ['the password changes', (ann) => ann.send(changePassword, { current: PASSWORD, password: NEXT })],
    [
      'a forgotten password is set again',
      async (ann) => {
        await ann.send(forgotten, { mail });
        await ann.send(reset, { code: linkCode(), password: NEXT });
      },
    ],
    [
      'the address changes',
      async (ann) => {
        await ann.send(addMail, { mail: `new-${mail}`, current: PASSWORD });
        await ann.send(confirm, { code: linkCode(`new-${mail}`) });
      },
    ],
  ])('works no longer once %s, nor does its code', async (_, act) => {
    const ann = await signUp();
    await ann.send(changePassword, { password: PASSWORD });
    const [byLink, byCode] = [browser(), browser()];
    await byLink.send(mailLink, { mail });
    const link = linkCode();
    await byCode.send(mailLink, { mail });
    const code = typedCode();
    expect(await lookedAt(byLink, 'sign-in', link)).toMatchObject({ name: 'Ann' });
    await act(ann);
    expect(await lookedAt(byLink, 'sign-in', link)).toBe('gone');
    expect((await byLink.send(openLink, { code: link, name: 'Eve' })).refused?.code).toBe('code_wrong');
    expect((await byCode.send(enterCode, { code })).refused?.code).toBe('code_wrong');
    expect(await byLink.who()).toBeNull();
  });
});

test('[AU28] a cookie that this server did not make is not a browser that asked', () => {
  const { askingBrowser } = parley();
  const readBy = (value: string) =>
    askingBrowser.read(new Headers({ cookie: `${askingBrowserCookieName(false)}=${value}` }));
  const secret = 'a-_4'.repeat(10).concat('abc');
  expect(readBy(secret)).toBe(secret);
  for (const made of [secret.slice(1), `${secret}a`, 'x'.repeat(4_000), secret.replace('-', '~')])
    expect(readBy(made)).toBeNull();
});

test('[AU11] a browser that was signed in before gets mails that strangers have used up, and not without end', async () => {
  const ann = await signUp();
  const stranger = browser();
  const askedBy = async (by: TestBrowser) => (await by.send(mailLink, { mail })).refused?.code;
  for (const _ of upTo(5)) await askedBy(stranger);
  expect(await askedBy(stranger)).toBe('too_many_attempts');
  expect((await stranger.send(forgotten, { mail })).refused?.code).toBe('too_many_attempts');
  expect(await askedBy(ann)).toBeUndefined();
  const before = running.smtp.mails.length;
  for (const _ of upTo(10)) await askedBy(ann);
  expect(running.smtp.mails.length - before).toBe(4);
});
