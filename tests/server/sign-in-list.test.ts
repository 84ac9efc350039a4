import { describe, expect, test } from 'vitest';
import { POST as makeDeviceCode } from '../../app/api/account/device/route.ts';
import { POST as end } from '../../app/api/account/end/route.ts';
import { POST as endAll } from '../../app/api/account/end-all/route.ts';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import { POST as deviceCodeName } from '../../app/api/sign-in/device/name/route.ts';
import { POST as enterDeviceCode } from '../../app/api/sign-in/device/route.ts';
import { POST as signInByPassword } from '../../app/api/sign-in/password/route.ts';
import { deviceLink } from '../../server/auth/sign-in/device-codes.ts';
import { parley } from '../../server/handle.ts';
import {
  browser,
  connect,
  mail,
  PASSWORD,
  signUp,
  signUpWithPassword,
  withAccounts,
} from '../support/accounts.ts';
import { upTo } from '../support/log-node.ts';
import { askedFrom, TestBrowser } from '../support/test-browser.ts';

const SEEDED = 'made-in-china-2025';
const running = withAccounts();

describe('sign-ins', () => {
  test('[AU14] are listed, and one is ended: on its pages and connections, and nowhere else', async () => {
    const ann = await signUpWithPassword();
    const phone = new TestBrowser(() => running.server.origin, {
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1',
    });
    await phone.send(signInByPassword, { mail, password: PASSWORD });
    const here = (await ann.who()) ?? expect.fail('nobody');
    const there = (await phone.who()) ?? expect.fail('nobody');
    const listed = await parley().signIns.list(here.id);
    expect(listed.map(({ id, label, method }) => [id, label, method]).sort()).toEqual(
      [
        [here.signInId, 'Firefox · Linux', 'password'],
        [there.signInId, 'Safari · iPhone', 'password'],
      ].sort(),
    );
    const [tab, phoneTab] = [await connect(ann), await connect(phone)];
    await Promise.all([tab.open(SEEDED), phoneTab.open(SEEDED)]);
    await ann.send(end, { id: there.signInId });
    expect(await phoneTab.closed).toBe('io server disconnect');
    expect(phoneTab.closings).toEqual([{ reason: 'access_changed' }]);
    expect(await phone.who()).toBeNull();
    expect(await ann.who()).not.toBeNull();
    expect(tab.socket.connected).toBe(true);
  });

  test('[AU14] of others are not ended by guessing their names', async () => {
    const [ann, gil] = [await signUp(), browser()];
    await gil.send(signInGuest, { name: 'Gil' });
    await gil.send(end, { id: (await ann.who())?.signInId ?? '' });
    expect(await ann.who()).not.toBeNull();
  });

  test('[AU14] ended behind the back of this server, as by another node, end within its next look', async () => {
    const ann = await signUp();
    const person = (await ann.who()) ?? expect.fail('nobody');
    const tab = await connect(ann);
    await tab.open(SEEDED);
    await parley().signIns.end(person.id, person.signInId);
    expect(await tab.closed).toBe('io server disconnect');
  });

  test('[AU4] all end together, and a new sign-in in a browser ends the one before', async () => {
    const ann = await signUpWithPassword();
    const elsewhere = browser();
    await elsewhere.send(signInByPassword, { mail, password: PASSWORD });
    const before = await elsewhere.who();
    await elsewhere.send(signInByPassword, { mail, password: PASSWORD });
    const listed = await parley().signIns.list(before?.id ?? '');
    expect(listed).toHaveLength(2);
    expect(listed.map(({ id }) => id)).not.toContain(before?.signInId);
    await ann.send(endAll);
    expect([await ann.who(), await elsewhere.who()]).toEqual([null, null]);
  });

  test('[AU15] are brought to another device by a code, once, guests’ too', async () => {
    const guest = browser();
    await guest.send(signInGuest, { name: 'Gil' });
    const { secret, to } = await guest.send(makeDeviceCode);
    expect(to).toBe('/account/device');
    const code = secret ?? '';
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const phone = browser();
    expect((await phone.send(enterDeviceCode, { code: 'AAAA-AAAA' })).refused).toEqual({
      code: 'code_wrong',
    });
    expect(await parley().deviceCodes.nameOf(code, '192.0.2.1')).toBe('Gil');
    expect(await parley().deviceCodes.nameOf('AAAA-AAAA', '192.0.2.1')).toBeNull();
    expect((await phone.send(enterDeviceCode, { code: ` ${code.toLowerCase().replace('-', '')} ` })).to).toBe(
      '/',
    );
    expect((await phone.who())?.id).toBe((await guest.who())?.id);
    expect((await browser().send(enterDeviceCode, { code })).refused).toEqual({ code: 'code_wrong' });
  });

  test('[AU15] are brought by a picture whose link keeps the code from servers, and says as whom it signs in', async () => {
    const guest = browser();
    await guest.send(signInGuest, { name: 'Gil' });
    const { secret } = await guest.send(makeDeviceCode);
    const { pathname, search, hash } = new URL(deviceLink(running.server.origin, secret ?? ''));
    expect([pathname, search, hash]).toEqual(['/sign-in/device', '', `#code=${secret}`]);
    const phone = browser();
    const nameBy = async (code: string) => {
      const headers = phone.headers;
      headers.set('content-type', 'application/json');
      const body = JSON.stringify({ code });
      const request = new Request(`${running.server.origin}/api`, { method: 'POST', headers, body });
      const answer = await askedFrom('192.0.2.1', () => deviceCodeName(request));
      return [answer.status, await answer.json()];
    };
    expect(await nameBy(secret ?? '')).toEqual([200, { ok: true, name: 'Gil' }]);
    expect(await nameBy('AAAA-AAAA')).toEqual([422, { ok: false, rejection: { code: 'code_wrong' } }]);
    expect(await phone.who()).toBeNull();
    expect((await phone.send(enterDeviceCode, { code: secret ?? '' })).to).toBe('/');
  });

  test('[AU15] are no longer brought anywhere by a code made before all sign-ins ended', async () => {
    const guest = browser();
    await guest.send(signInGuest, { name: 'Gil' });
    const { secret } = await guest.send(makeDeviceCode);
    await guest.send(endAll);
    const phone = browser();
    expect((await phone.send(enterDeviceCode, { code: secret ?? '' })).refused).toEqual({
      code: 'code_wrong',
    });
    expect(await phone.who()).toBeNull();
  });

  test('[AU11] [AU15] of a lecture hall behind one address: all come in, and who guesses on and on from there does not', async () => {
    const hall = browser('203.0.113.77');
    const tried = async (numbers: readonly number[]) => {
      const answers = await Promise.all(numbers.map((n) => hall.send(enterDeviceCode, { code: `${n}` })));
      return answers.map(({ refused }) => refused?.code);
    };
    // Not all at once: a busy machine's database would turn some of them away.
    for (let batch = 0; batch < 9; batch += 1)
      expect(await tried(upTo(100))).not.toContain('too_many_attempts');
    // The allowance refills while a slow machine answers: the guesses go on until one is refused.
    let refused = false;
    for (let batch = 0; batch < 60 && !refused; batch += 1)
      refused = (await tried(upTo(100))).includes('too_many_attempts');
    expect(refused).toBe(true);
    const elsewhere = await browser('203.0.113.78').send(enterDeviceCode, { code: 'x' });
    expect(elsewhere.refused).toEqual({ code: 'code_wrong' });
  });
});
