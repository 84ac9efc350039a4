import { describe, expect, test } from 'vitest';
import { PROMISES, quotingTests, reliabilityPage } from '../support/promises.ts';

describe('promises of reliability', () => {
  test.each(PROMISES)('%s is quoted by a test', (code) => {
    expect(quotingTests().get(code) ?? []).not.toEqual([]);
  });

  test('every promise a test quotes is there', () => {
    expect([...quotingTests().keys()].filter((code) => !PROMISES.includes(code))).toEqual([]);
  });

  test('docs/reliability.md is what the promises and the titles of tests say', async () => {
    await expect(reliabilityPage()).toMatchFileSnapshot('../../docs/reliability.md');
  });
});
