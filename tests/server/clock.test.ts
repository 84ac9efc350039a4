import { expect, test } from 'vitest';
import { POST as openLink } from '../../app/api/sign-in/link/route.ts';
import { POST as mailLink } from '../../app/api/sign-in/mail/route.ts';
import { parley } from '../../server/handle.ts';
import { withNoteServer } from '../support/note-server.ts';
import { TestBrowser } from '../support/test-browser.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const there = withNoteServer();

/** The page that a just emailed link leads to. */
function mailedCode(): string {
  return new URL(there.smtp.mails.at(-1)?.link ?? '').searchParams.get('code') ?? '';
}

test('a sign-in in use and a token last as long as they say by the server’s clock', async () => {
  const { browser } = await there.account('Ann');
  const person = (await browser.who()) ?? expect.fail('nobody');
  const made = await parley().tokens.make(person, { name: 'A program', scopes: ['read'], days: 7 });
  const secret = made.ok ? made.secret : expect.fail('not made');
  there.pass(6 * DAY);
  expect(await parley().tokens.recognise(secret)).toMatchObject({ id: person.id });
  there.pass(2 * DAY);
  expect(await parley().tokens.recognise(secret)).toBeNull();
  expect(await parley().tokens.list(person.id)).toEqual([]);
  // Each look uses the sign-in, so that it does not end for idleness before its own end after 120 days.
  for (let days = 8; days < 119; days += 20) {
    expect(await browser.who()).toMatchObject({ id: person.id });
    there.pass(20 * DAY);
  }
  expect(await browser.who()).toBeNull();
  expect(await parley().signIns.list(person.id)).toEqual([]);
});

test('a mailed link is good for ten minutes by it, and its mail is dated by it', async () => {
  there.setClock('2027-01-04T08:00:00Z');
  const mails = async (to: string) => {
    const browser = new TestBrowser(() => there.server.origin);
    await browser.send(mailLink, { mail: to });
    return browser;
  };
  const [early, first] = [await mails('early@example.org'), mailedCode()];
  expect(there.smtp.mails.at(-1)?.head).toContain('\r\nDate: Mon, 04 Jan 2027 08:00:00 +0000');
  there.pass(9 * MINUTE);
  await early.send(openLink, { code: first, name: 'Early' });
  expect(await early.who()).toMatchObject({ name: 'Early' });
  const [late, second] = [await mails('late@example.org'), mailedCode()];
  there.pass(11 * MINUTE);
  await late.send(openLink, { code: second, name: 'Late' });
  expect(await late.who()).toBeNull();
});
