import { describe, expect, test } from 'vitest';
import type { DebateHead } from '#domain/debate/head/head.ts';
import { isNear, isNoticeInForce, quietEnd } from '#domain/debate/settings/quiet.ts';
import { aDebate } from '#tests/support/debate-builder.ts';

const DAY = 86_400_000;
const RULES = { archiveDays: 30, deleteDays: 60, noticeDays: 7 };
const HEAD = aDebate().state.head ?? expect.fail('a debate without a head');
const headWith = (more: Partial<DebateHead>): DebateHead => ({ ...HEAD, ...more });
const restricted = { closed: { reason: 'x', at: 1, undoes: true } };
const template = { settings: { ...HEAD.settings, template: true } };

describe('[LI13] the end of a debate in which nothing is written', () => {
  test.each([
    ['an open one is archived', headWith({}), RULES, { what: 'archive', at: 5 + 30 * DAY }],
    ['a closed one too', headWith({ status: 'closed' }), RULES, { what: 'archive', at: 5 + 30 * DAY }],
    [
      'an archived one is deleted',
      headWith({ status: 'archived' }),
      RULES,
      { what: 'delete', at: 5 + 60 * DAY },
    ],
    ['never, by such a rule', headWith({ status: 'archived' }), { ...RULES, deleteDays: null }, null],
    ['nor archived', headWith({}), { ...RULES, archiveDays: null }, null],
    [
      'nor deleted where none is archived',
      headWith({ status: 'archived' }),
      { ...RULES, archiveDays: null },
      null,
    ],
    ['a deleted one has none', headWith({ deleted: true }), RULES, null],
    ['nor a small group', headWith({ plenary: 'd-1' }), RULES, null],
    ['nor a template', headWith(template), RULES, null],
    ['nor one that its owner could not open again', headWith({ restrictions: restricted }), RULES, null],
  ])('%s', (_, head, rules, expected) => {
    expect(quietEnd(head, 5, rules)).toEqual(expected);
  });

  test('is shown to the owner from so many days before', () => {
    const end = { what: 'archive', at: 100 * DAY } as const;
    expect([93 * DAY - 1, 93 * DAY, 101 * DAY].map((now) => isNear(end, now, RULES))).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('a notice holds for three days after the day it names, if that is no earlier than the end', () => {
    const end = { what: 'delete', at: 100 * DAY } as const;
    const at = (noticed: number, now: number) => isNoticeInForce(noticed * DAY, end, now);
    expect(at(100, 103 * DAY)).toBe(true);
    expect(at(100, 103 * DAY + 1)).toBe(false);
    expect(at(99, 100 * DAY)).toBe(false);
    expect(at(101, 104 * DAY)).toBe(true);
  });
});
