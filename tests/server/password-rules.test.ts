import { describe, expect, test } from 'vitest';
import { COMMON_PASSWORDS } from '../../server/auth/common-passwords.ts';
import { PasswordHashes, TooManyPasswords } from '../../server/auth/password-hashes.ts';
import { passwordProblem } from '../../server/auth/password-rules.ts';
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
    ['abababababab', 'password_common'],
    ['Parley2026!', 'password_common'],
    ['annlee1990', 'password_common'],
    ['ann.lee@school.example', 'password_common'],
  ])('[AU9] may not be %j', (password, code) => {
    expect(passwordProblem(password, OWN)?.code).toBe(code);
  });

  test('[AU9] is compared with thousands of those tried first', () => {
    expect(COMMON_PASSWORDS.size).toBe(5_000);
    expect([...COMMON_PASSWORDS].filter((password) => [...password].length < 8)).toEqual([]);
  });

  test('[AU9] is kept as a hash that tells nothing of it; the same twice is not the same hash', async () => {
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
