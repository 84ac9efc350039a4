import { describe, expect, test } from 'vitest';
import { parseAnswer } from '#domain/protocol/route-answers.ts';

describe('the answer of a route', () => {
  test('has what the page reads of it, and nothing else', () => {
    const body = { ok: true, signedIn: true, unread: 3, personId: 'ann' };
    expect(parseAnswer('GET /api/notes/count', body)).toEqual({ ok: true, unread: 3, personId: 'ann' });
  });

  test('may be a refusal, with a reason that this page knows', () => {
    const known = { ok: false, rejection: { code: 'too_many', limit: 9 } };
    expect(parseAnswer('POST /api/guest', known)).toEqual(known);
    const newer = { ok: false, rejection: { code: 'of_a_later_release' } };
    expect(parseAnswer('POST /api/guest', newer)).toEqual({
      ok: false,
      rejection: { code: 'protocol_mismatch' },
    });
  });

  test.each([
    ['a page of a proxy', '<html>'],
    ['nothing', null],
    ['a field of another type', { ok: true, unread: '3', personId: null }],
    ['a field missing', { ok: true, unread: 3 }],
  ])('is refused as unreadable: %s', (_, body) => {
    expect(() => parseAnswer('GET /api/notes/count', body)).toThrow();
  });

  test('that made a link or code mailed nobody', () => {
    const made = parseAnswer('POST /api/debates/[id]/invitations', { ok: true, invitation: {} });
    expect(made).toEqual({ ok: true, sent: 0, unsent: 0, leftOut: [] });
  });
});
