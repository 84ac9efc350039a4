import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ENTRY_SHAPE, SYSTEM } from '#domain/debate/engine/entries.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { operationSchema } from '#domain/debate/engine/operations.ts';
import { toSnapshot } from '#domain/debate/engine/snapshot.ts';
import { BALLOTS } from '#domain/debate/head/head.ts';
import { PHASE_KINDS } from '#domain/debate/phases/agenda.ts';
import { caretSchema } from '#domain/protocol/caret-messages.ts';
import { clockSchema, openSchema, presenceSchema, submitSchema } from '#domain/protocol/client-messages.ts';
import { pointerSchema } from '#domain/protocol/pointer-messages.ts';
import { PROTOCOL_VERSION } from '#domain/protocol/version.ts';
import { aDebate, DebateBuilder } from '../../support/debate-builder.ts';
import { OPERATION_TYPES, runSample, SAMPLES, TYPES_AFTER_CREATE } from '../../support/operation-samples.ts';

const open = { protocol: 1, debateId: 'debate', clientId: 'tab_12345678', after: 0, at: 0, unanswered: [] };
const submit = { clientSeq: 1, operation: SAMPLES['claim.add'].operation };
const presence = { at: null, writing: false };
const over = { box: 'c_some', across: 0.5, down: 1, dx: 0, dy: 12 };
const pointer = { over, look: { at: over, zoom: 1 } };
const messages = [
  ['open', openSchema, open],
  ['submit', submitSchema, submit],
  ['presence', presenceSchema, presence],
  ['pointer', pointerSchema, pointer],
] as const;

describe('[PR1] strict parsing', () => {
  test.each(OPERATION_TYPES)('%s comes through as it is, and with nothing added or missing', (type) => {
    const { operation } = SAMPLES[type];
    expect(operationSchema.parse(JSON.parse(JSON.stringify(operation)))).toEqual(operation);
    expect(operationSchema.safeParse({ ...operation, more: 1 }).success).toBe(false);
    for (const field of Object.keys(operation)) {
      const optional: Partial<Record<typeof type, string[]>> = {
        'claim.add': ['sources'],
        'debate.edit': ['motion'],
        'debate.configure': ['guests'],
        'claim.retract': ['reason'],
        'position.edit': ['name'],
      };
      const { [field as 'type']: _, ...without } = operation;
      expect(operationSchema.safeParse(without).success, field).toBe(
        optional[type]?.includes(field) ?? false,
      );
    }
  });

  test.each(messages)('%s', (_, schema, message) => {
    expect(schema.parse(message)).toEqual(message);
    expect(schema.safeParse({ ...message, more: 1 }).success).toBe(false);
    for (const other of [null, [], 'text', 1, undefined]) expect(schema.safeParse(other).success).toBe(false);
  });

  test('unknown types', () => {
    for (const type of ['claim.explode', '__proto__', 'toString', '', 7]) {
      expect(operationSchema.safeParse({ ...SAMPLES['claim.retract'].operation, type }).success).toBe(false);
    }
  });
});

describe('[PR2] hostile values', () => {
  test.each(['', 'ab', '__proto__'.repeat(9), 'a b c', 'ä-ö', 'x\u0000y', '../../etc', 7, null, {}, ['c-a']])(
    'no id: %j',
    (claimId) => {
      expect(operationSchema.safeParse({ type: 'claim.retract', claimId }).success).toBe(false);
    },
  );

  test('`__proto__` as an id is an id like any other, and as a key is refused', () => {
    const operation = operationSchema.parse({ type: 'claim.retract', claimId: '__proto__' });
    expect(aDebate().refusal('dana', operation)).toBe('unknown_claim');
    const polluting = JSON.parse('{"type":"claim.retract","claimId":"c-a","__proto__":{"role":"owner"}}');
    expect(operationSchema.safeParse(polluting).data ?? {}).not.toHaveProperty('role');
    expect({}).not.toHaveProperty('role');
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5, 2 ** 60, '1', null])(
    'no number: %s',
    (number) => {
      expect(submitSchema.safeParse({ ...submit, clientSeq: number }).success).toBe(false);
      expect(openSchema.safeParse({ ...open, after: number === 0.5 ? 0.1 : number }).success).toBe(false);
      const vote = { ...SAMPLES['vote.cast'].operation, wording: number };
      expect(operationSchema.safeParse(vote).success).toBe(false);
    },
  );

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e9, '1', null])('no place on the map: %s', (number) => {
    for (const field of ['across', 'down', 'dx', 'dy']) {
      const hostile = { over: { ...over, [field]: number }, look: null };
      expect(pointerSchema.safeParse(hostile).success).toBe(false);
    }
    const looking = { over: null, look: { at: over, zoom: 0 } };
    expect(pointerSchema.safeParse(looking).success).toBe(false);
    expect(pointerSchema.safeParse({ over: { ...over, box: '../x' }, look: null }).success).toBe(false);
    expect(pointerSchema.safeParse({ over: { ...over, box: '~motion' }, look: null }).success).toBe(true);
  });

  test('ten thousand levels deep, and a million characters', () => {
    const deep = JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`);
    expect(submitSchema.safeParse({ ...submit, operation: deep }).success).toBe(false);
    const edit = { ...SAMPLES['claim.edit'].operation, change: deep };
    expect(operationSchema.safeParse(edit).success).toBe(false);
    const long = { ...SAMPLES['claim.add'].operation, text: 'x'.repeat(1_000_000) };
    expect(operationSchema.safeParse(long).success).toBe(false);
  });

  test('more unanswered operations than a browser may keep', () => {
    const unanswered = Array.from({ length: LIMITS.pendingOperations + 1 }, (_, index) => index + 1);
    expect(openSchema.safeParse({ ...open, unanswered: unanswered.slice(1) }).success).toBe(true);
    expect(openSchema.safeParse({ ...open, unanswered }).success).toBe(false);
  });
});

/*
 * When one of these fails, a shape has changed. An old page, or an old log, still has the other one: raise the version
 * (and for entries write a lift), unless nothing of the kind has ever been released.
 */
describe('[PR3] a shape that changes raises the version', () => {
  const fingerprint = (shape: unknown) =>
    createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 12);

  test('messages of the protocol', () => {
    const schemas = [openSchema, submitSchema, presenceSchema, pointerSchema, caretSchema, clockSchema].map(
      (schema) => z.toJSONSchema(schema, { unrepresentable: 'any' }),
    );
    expect([PROTOCOL_VERSION, fingerprint(schemas)]).toMatchInlineSnapshot(`
      [
        24,
        "c59711a4c890",
      ]
    `);
  });

  test('entries and snapshots', () => {
    const debate = new DebateBuilder().does(SYSTEM, SAMPLES['debate.create'].operation);
    const shapes = TYPES_AFTER_CREATE.flatMap((type) =>
      runSample(aDebate(), type)
        .slice(-1)
        .map(({ effect }) => [effect.type, ...shapeOf(effect)]),
    );
    const created = debate.entries.map(({ effect }) => [effect.type, ...shapeOf(effect)]);
    const snapshot = shapeOf(toSnapshot(aDebate().state));
    // A phase or ballot of a kind that a release does not know would be another one to it.
    expect([
      ENTRY_SHAPE,
      fingerprint([created, shapes, snapshot, PHASE_KINDS, BALLOTS]),
    ]).toMatchInlineSnapshot(`
      [
        16,
        "e45362f8b37c",
      ]
    `);
  });
});

/** The paths of all fields in a value, with the kinds of what stands there. */
function shapeOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => shapeOf(item, `${path}[]`)))].sort();
  if (typeof value !== 'object' || value === null)
    return [`${path}: ${value === null ? 'null' : typeof value}`];
  return Object.entries(value)
    .flatMap(([key, field]) => shapeOf(field, `${path}.${key}`))
    .sort();
}
