import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { BreachedPasswords } from '../../server/auth/passwords/breached-passwords.ts';
import { PasswordHashes, TooManyPasswords } from '../../server/auth/passwords/password-hashes.ts';
import { passwordProblem } from '../../server/auth/passwords/password-rules.ts';
import { upTo } from '../support/log-node.ts';

const OWN = ['Ann Lee', 'ann.lee@school.example'];

describe('a password', () => {
  test.each([
    'walnut river ink',
    'xkcdfour',
    '        x y',
    'Пароль-невелик',
    '漢字漢字一二三四',
    '84719362',
    '👩‍🚀👩‍🚀👩‍🚀',
    'x1'.repeat(40) + 'y'.repeat(176),
  ])('[AU9] may be %j', (password) => {
    expect(passwordProblem(password, OWN)).toBeNull();
  });

  test.each([
    ['', 'password_short'],
    ['seven77', 'password_short'],
    ['😀😀😀😀😀😀😀', 'password_short'],
    ['x1y'.repeat(86), 'password_long'],
    ['password', 'password_common'],
    ['PassWord', 'password_common'],
    ['password1', 'password_common'],
    ['1q2w3e4r', 'password_common'],
    ['aaaaaaaaaaaa', 'password_common'],
    ['Sunshine2026', 'password_common'],
    ['SUNSHINE-1999!', 'password_common'],
    ['dragon 12345', 'password_common'],
    ['Liverpool#1', 'password_common'],
    ['abababababab', 'password_common'],
    ['Parley2026!', 'password_common'],
    ['annlee1990', 'password_common'],
    ['ann.lee@school.example', 'password_common'],
  ])('[AU9] may not be %j', (password, code) => {
    expect(passwordProblem(password, OWN)?.code).toBe(code);
  });

  test('[AU9] is stored as a hash that reveals nothing of it; the same password has another hash each time', async () => {
    const hashes = new PasswordHashes();
    const [one, other] = await Promise.all([
      hashes.hash('walnut river ink'),
      hashes.hash('walnut river ink'),
    ]);
    expect(one).not.toBe(other);
    expect(one).not.toContain('walnut');
    expect(await hashes.matches(one, 'walnut river ink')).toBe(true);
    expect(await hashes.matches(one, 'walnut river inc')).toBe(false);
    expect(await hashes.matches(null, 'nobody has this password')).toBe(false);
  });

  test('[AU11] is not compared where too many wait for it already, and again when they had their turn', async () => {
    const hashes = new PasswordHashes(5);
    const tries = await Promise.allSettled(upTo(10).map(() => hashes.matches(null, 'x')));
    const refused = tries.filter((tried) => tried.status === 'rejected');
    expect(refused).toHaveLength(3);
    expect(refused[0]?.reason).toBeInstanceOf(TooManyPasswords);
    expect(await hashes.matches(null, 'x')).toBe(false);
  });
});

describe('[SF8] a service of leaked passwords', () => {
  let stop: () => Promise<unknown> = async () => undefined;
  afterEach(() => stop());

  const sha1 = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase();

  /** Starts a service that answers so; its address, and the requests it got. */
  async function service(status: number, lines: string) {
    const asked: string[] = [];
    const http = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers['add-padding']}`);
      response.writeHead(status).end(lines);
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    stop = async () => {
      http.close();
      http.closeAllConnections();
      await once(http, 'close');
    };
    return { asked, url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/range/` };
  }

  test('gets five characters of a hash, and the rest identifies a password', async () => {
    const hash = sha1('walnut river ink');
    const { asked, url } = await service(200, `${'0'.repeat(35)}:7\r\n${hash.slice(5)}:12\r\n`);
    const breached = new BreachedPasswords(url, (error) => expect.fail(String(error)));
    expect(await breached.has('walnut river ink')).toBe(true);
    expect(asked).toEqual([`/range/${hash.slice(0, 5)} true`]);
    expect(await breached.has('another good one')).toBe(false);
  });

  test('is not believed about padding, and stands in nobody’s way when it fails or is away', async () => {
    const failures: unknown[] = [];
    const hash = sha1('walnut river ink');
    const padded = await service(200, `${hash.slice(5)}:0`);
    const ask = (url: string) =>
      new BreachedPasswords(url, (error) => void failures.push(error)).has('walnut river ink');
    expect(await ask(padded.url)).toBe(false);
    expect(failures).toHaveLength(0);
    await stop();
    const broken = await service(500, '');
    expect(await ask(broken.url)).toBe(false);
    await stop();
    stop = async () => undefined;
    expect(await ask(broken.url)).toBe(false);
    expect(failures).toHaveLength(2);
  });

  test('is not asked where the operator has named none', async () => {
    expect(await new BreachedPasswords(null, (error) => expect.fail(String(error))).has('password')).toBe(
      false,
    );
  });
});
