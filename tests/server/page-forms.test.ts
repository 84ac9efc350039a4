import { describe, expect, test } from 'vitest';
import { POST as makeDeviceCode } from '../../app/api/account/device/route.ts';
import { POST as rename } from '../../app/api/account/name/route.ts';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import { POST as openLink } from '../../app/api/sign-in/link/route.ts';
import { POST as mailLink } from '../../app/api/sign-in/mail/route.ts';
import { POST as signInByPassword } from '../../app/api/sign-in/password/route.ts';
import { POST as unsubscribe } from '../../app/api/unsubscribe/route.ts';
import { readFlash } from '../../server/http/answers/flash-message.ts';
import { withMailingServer } from '../support/mailing-server.ts';
import { askedFrom, TestBrowser } from '../support/test-browser.ts';

const running = withMailingServer();
const ADDRESS = '192.0.2.77';

type Route = (request: Request) => Promise<Response>;

function browser(): TestBrowser {
  return new TestBrowser(() => running.server.origin, { address: ADDRESS });
}

/** Sends a form as its page's script does, and keeps the cookies of the answer. */
async function sendByScript(from: TestBrowser, route: Route, fields: Record<string, string>) {
  const { headers } = from;
  headers.set('content-type', 'application/x-www-form-urlencoded');
  headers.set('accept', 'application/json');
  const body = new URLSearchParams(fields).toString();
  const request = new Request(`${running.server.origin}/api/form`, { method: 'POST', headers, body });
  const response = await askedFrom(ADDRESS, () => route(request));
  from.keep(response);
  const said: unknown = await response.json();
  return { status: response.status, said, store: response.headers.get('cache-control') };
}

const flashOf = ({ cookie }: TestBrowser, at: string) => readFlash(new Headers({ cookie }), at);

describe('a form that its page’s script sends', () => {
  test('is answered with the page that a form without scripts is redirected to, and the same cookies', async () => {
    const gil = browser();
    const entered = await sendByScript(gil, signInGuest, { name: 'Gil', returnTo: '/inbox' });
    expect(entered).toEqual({ status: 200, said: { ok: true, to: '/inbox' }, store: 'no-store' });
    expect(await gil.who()).toMatchObject({ name: 'Gil' });
    expect((await sendByScript(gil, rename, { name: 'Gila' })).said).toEqual({ ok: true, to: '/account' });
    expect(flashOf(gil, '/account')).toMatchObject({ done: 'renamed' });
  });

  test('is refused in its place: the browser gets the reason, and nothing that another page would show', async () => {
    const eve = browser();
    const refused = await sendByScript(eve, signInByPassword, { mail: 'eve@example.org', password: 'x' });
    expect(refused).toEqual({
      status: 200,
      said: { ok: false, rejection: { code: 'sign_in_wrong' } },
      store: 'no-store',
    });
    expect(eve.cookie).toBe('');
  });

  test('leads on if another page has to ask for something first', async () => {
    const [ann, mail] = [browser(), 'ann@example.org'];
    await ann.send(mailLink, { mail });
    await ann.send(openLink, { code: running.mailedCode(mail), name: 'Ann' });
    running.ahead = 20 * 60_000;
    const answer = await sendByScript(ann, makeDeviceCode, {});
    const to = '/account/reauthenticate?returnTo=%2Faccount';
    expect(answer).toMatchObject({ status: 200, said: { ok: true, to } });
    expect(flashOf(ann, '/account/reauthenticate')).toMatchObject({
      refused: { code: 'reauthentication_required' },
    });
  });

  test('leads to the sign-in page if the sign-in has ended meanwhile', async () => {
    const { said } = await sendByScript(browser(), rename, { name: 'Eve' });
    expect(said).toEqual({ ok: true, to: '/sign-in?returnTo=%2Faccount' });
  });

  test('may come from a reader who is signed in nowhere, to end emails', async () => {
    const { said } = await sendByScript(browser(), unsubscribe, { page: 'yes' });
    expect(said).toEqual({ ok: true, to: '/unsubscribe?done=no' });
  });
});
