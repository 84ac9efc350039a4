import { describe, expect, test } from 'vitest';
import { ALLOWANCES } from '../../server/limits/allowances.ts';
import { Limiter } from '../../server/limits/limiter.ts';
import { FailedTries } from '../../server/services/invitations/failed-tries.ts';

const { burst } = ALLOWANCES.codes.all;

/** Tries at a moment that stays, so that nothing may be guessed again by the second. */
const stopped = () => new FailedTries(new Limiter(ALLOWANCES, () => 0));

/** Tries codes nobody has from an address until it has to wait; how many. */
function guess(tries: FailedTries, address: string): number {
  let count = 0;
  while (tries.begin({ address, hash: `guess ${address} ${count}` })) count += 1;
  return count;
}

/** Uses up what may be guessed in all, from a few addresses. */
function flooded(): FailedTries {
  const tries = stopped();
  for (let at = 0; at < 20; at += 1) guess(tries, `2001:db8:${at}:0`);
  return tries;
}

describe('[IN5] while a few addresses guess all that may be guessed', () => {
  test('another one still has its first tries', () => {
    const tries = flooded();
    expect(guess(tries, '203.0.113.7')).toBe(3);
    expect(guess(tries, '203.0.113.8')).toBe(3);
    expect(guess(tries, '203.0.113.7')).toBe(0);
  });

  test('first tries that succeed cost nothing', () => {
    const tries = flooded();
    for (let at = 0; at < 30; at += 1)
      (tries.begin({ address: '203.0.113.7', hash: `good ${at}` }) ?? expect.fail('has to wait'))();
    expect(guess(tries, '203.0.113.7')).toBe(3);
  });

  test('the addresses of one network have them together', () => {
    const tries = flooded();
    const guessed = Array.from({ length: 1_000 }, (_, at) => guess(tries, `2001:db8:aaaa:${at}`));
    expect(guessed.reduce((sum, count) => sum + count, 0)).toBe(3);
  });
});

test('[IN5] from however many networks, the codes guessed in an hour stay bounded', () => {
  const tries = stopped();
  let guessed = 0;
  for (let at = 0; at < 12_000; at += 1) guessed += guess(tries, `2001:db8:${at.toString(16)}:0`);
  expect(guessed).toBe(burst + 3 * 10_000);
});
