import { describe, expect, test } from 'vitest';
import { readAddresses } from '../../server/services/invitations/read-addresses.ts';
import { paced, timeOf } from '../support/processor-time.ts';

describe('[IN10] addresses that are pasted', () => {
  test.each<[string, string[], string[]?]>([
    ['a@x.org', ['a@x.org']],
    [
      'a@x.org, b@x.org;c@x.org\nd@x.org\r\n\te@x.org',
      ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@x.org`),
    ],
    ['a@x.org b@x.org', ['a@x.org', 'b@x.org']],
    ['Ann Hill <Ann@X.org>, "Hill, Bo" <bo@x.org>', ['ann@x.org', 'bo@x.org']],
    ['Hill, Ann <ann@x.org>', ['ann@x.org']],
    ['Zoë 漢字 <zoë@bücher.example>', ['zoë@bücher.example']],
    ['"unclosed <a@x.org>\nb@x.org', ['a@x.org', 'b@x.org']],
    ['mailto:a@x.org', ['a@x.org']],
    ['A@x.org, a@X.org, a@x.org', ['a@x.org']],
    ['a@x.org, nobody, @x.org, b@', ['a@x.org'], ['nobody', '@x.org', 'b@']],
    ['Ann <ann>, b@x.org', ['b@x.org'], ['ann']],
    ['a@x.org\r\nBcc: eve@x.org', ['a@x.org'], ['Bcc: eve@x.org']],
    ['', []],
    [' ,;\n ', []],
    ['x'.repeat(100), [], [`${'x'.repeat(80)}…`]],
    ['\u202ea\u0000@x.org', [], [' a @x.org']],
  ])('%j', (written, good, bad = []) => {
    expect(readAddresses(written)).toEqual({ good, bad });
  });

  test('are read at once, however odd they are', () => {
    const took = timeOf(() => {
      for (const odd of ['"', '"\n', '<', '<a', '> ', '@', ' a@', ', '])
        readAddresses(odd.repeat(60_000 / odd.length));
    });
    expect(paced(took)).toBeLessThan(2_000);
  });
});
