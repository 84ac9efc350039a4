import { expect, test } from 'vitest';
import { SignInCookie } from '../../server/auth/sign-in/sign-in-cookie.ts';
import { SIGN_IN_SECONDS } from '../../server/auth/sign-in/sign-ins.ts';

const headersOf = (line: string) => new Headers({ cookie: line.split(';')[0] ?? '' });

/** The sign-in that is read without waiting until a key is derived or anything decrypted. */
async function readAtOnce(cookie: SignInCookie, headers: Headers): Promise<string | null | 'later'> {
  let read: string | null | 'later' = 'later';
  void cookie.read(headers).then((signInId) => {
    read = signInId;
  });
  for (let turns = 0; turns < 10; turns += 1) await Promise.resolve();
  return read;
}

test('[AU3] a cookie made or opened here is not decrypted again, one from another server once', async () => {
  const [one, other] = [new SignInCookie(['secret'], false), new SignInCookie(['secret'], false)];
  const headers = headersOf(await one.set('s_1'));
  expect(await readAtOnce(one, headers)).toBe('s_1');
  expect(await readAtOnce(other, headers)).toBe('later');
  expect(await other.read(headers)).toBe('s_1');
  expect(await readAtOnce(other, headers)).toBe('s_1');
});

test('[AU3] a remembered cookie is believed no longer than it lasts, and no other is', async () => {
  let now = Date.now();
  const cookie = new SignInCookie(['secret'], false, () => now);
  const headers = headersOf(await cookie.set('s_1'));
  now += (SIGN_IN_SECONDS + 1) * 1_000;
  expect(await readAtOnce(cookie, headers)).toBe('later');
  const forged = headersOf(await new SignInCookie(['another secret'], false).set('s_1'));
  expect(await cookie.read(forged)).toBeNull();
  expect(await cookie.read(forged)).toBeNull();
});
