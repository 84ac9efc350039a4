import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { caretSchema } from '#domain/protocol/caret-messages.ts';
import { submitSchema, traceparentSchema } from '#domain/protocol/client-messages.ts';
import { watchGroupsSchema } from '#domain/protocol/group-messages.ts';
import { pointerSchema } from '#domain/protocol/pointer-messages.ts';
import { projectCaret } from '#domain/protocol/project-caret.ts';
import { projectPeople } from '#domain/protocol/project-people.ts';
import { projectPointer } from '#domain/protocol/project-pointer.ts';
import { isQuietRoom } from '#domain/protocol/quiet-room.ts';
import { READ_MARKS_AT_ONCE, readMarksSchema } from '#domain/protocol/read-marks-messages.ts';
import { aDebate, type DebateBuilder, hide } from '../../support/debate-builder.ts';

const LAST = 9_007_199_254_740_991;
const place = { box: 'c_a', across: 0, down: 1, dx: -1_000_000, dy: 1_000_000 };
const caret = { text: 'c-a', base: 1, anchor: 0, head: 1_000_000 };
const marks = (count: number) => ({ later: Array.from({ length: count }, () => ['c-a', 1]) });

describe('[PR1] messages at their limits', () => {
  test.each<[string, z.ZodType, unknown, boolean]>([
    ['watching', watchGroupsSchema, { watching: true }, true],
    ['watching nothing', watchGroupsSchema, {}, false],
    ['no read marks', readMarksSchema, {}, true],
    ['read marks', readMarksSchema, { until: 0, left: LAST, ...marks(READ_MARKS_AT_ONCE) }, true],
    ['a negative time', readMarksSchema, { until: -1 }, false],
    ['half a millisecond', readMarksSchema, { until: 0.5 }, false],
    ['a time that is too late', readMarksSchema, { left: LAST + 1 }, false],
    ['read marks of a short id', readMarksSchema, { later: [['c', 1]] }, false],
    ['too many read marks', readMarksSchema, marks(READ_MARKS_AT_ONCE + 1), false],
    ['a read mark without a time', readMarksSchema, { later: [['c-a']] }, false],
    ['more than that', readMarksSchema, { later: [], more: 1 }, false],
    ['a pointer nowhere', pointerSchema, { over: null, look: null }, true],
    ['a pointer on a claim', pointerSchema, { over: place, look: { at: place, zoom: null } }, true],
    ['a pointer on the motion', pointerSchema, { over: { ...place, box: '~motion' }, look: null }, true],
    ['a pointer elsewhere', pointerSchema, { over: { ...place, box: '~new' }, look: null }, false],
    ['a pointer beyond its box', pointerSchema, { over: { ...place, across: 1.1 }, look: null }, false],
    ['a pointer before its box', pointerSchema, { over: { ...place, down: -0.1 }, look: null }, false],
    ['a pointer too far aside', pointerSchema, { over: { ...place, dx: -1_000_001 }, look: null }, false],
    ['a pointer too far below', pointerSchema, { over: { ...place, dy: 1_000_001 }, look: null }, false],
    ['the least zoom', pointerSchema, { over: null, look: { at: place, zoom: 0.001 } }, true],
    ['the most zoom', pointerSchema, { over: null, look: { at: place, zoom: 10 } }, true],
    ['no zoom at all', pointerSchema, { over: null, look: { at: place, zoom: 0 } }, false],
    ['too much zoom', pointerSchema, { over: null, look: { at: place, zoom: 10.1 } }, false],
    ['a caret', caretSchema, caret, true],
    ['no caret', caretSchema, { ...caret, text: null, base: 1_000_000_000 }, true],
    ['a caret before the text', caretSchema, { ...caret, anchor: -1 }, false],
    ['a caret too far on', caretSchema, { ...caret, head: 1_000_001 }, false],
    ['a caret in no revision', caretSchema, { ...caret, base: 0 }, false],
    ['a caret in half a revision', caretSchema, { ...caret, base: 1.5 }, false],
    ['a trace', traceparentSchema, `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, true],
    ['a trace with more', traceparentSchema, `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01-`, false],
    ['a trace with less', traceparentSchema, `0-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, false],
    ['number 0', submitSchema, { clientSeq: 0, operation: { type: 'hand.raise' } }, false],
    ['the last number', submitSchema, { clientSeq: 2_147_483_647, operation: { type: 'hand.raise' } }, true],
    ['a number beyond', submitSchema, { clientSeq: 2_147_483_648, operation: { type: 'hand.raise' } }, false],
  ])('%s', (_, schema, message, isRead) => {
    expect(schema.safeParse(message).success).toBe(isRead);
  });
});

describe('a person’s data as others are sent it', () => {
  const anonymous = () => aDebate().does('olga', { type: 'debate.configure', names: 'anonymous' }).state;
  const pseudonyms = () => aDebate().does('olga', { type: 'debate.configure', names: 'pseudonyms' }).state;

  test('is their caret, nobody’s and under another name in an anonymous debate', () => {
    const own = { connection: 'e', participantId: 'emil', ...caret };
    expect(projectCaret(own, aDebate().state, 'x')).toBe(own);
    expect(projectCaret(own, anonymous(), 'x')).toEqual({ ...own, connection: 'x', participantId: '' });
  });

  test('is where they point and look, if everyone may see what is there', () => {
    const { state } = aDebate().does('olga', hide('c-b'));
    const at = (box: string) => ({ ...place, box });
    const message = (over: string, look: string) => ({ over: at(over), look: { at: at(look), zoom: 1 } });
    expect(projectPointer(message('c-a', 'c-d'), state)).toEqual(message('c-a', 'c-d'));
    expect(projectPointer(message('c-b', 'c-d'), state)).toEqual({ ...message('c-b', 'c-d'), over: null });
    expect(projectPointer(message('c-a', 'c-b'), state)).toEqual({ ...message('c-a', 'c-b'), look: null });
    expect(projectPointer({ over: null, look: null }, state)).toEqual({ over: null, look: null });
  });

  test('is the name that the debate shows of them', () => {
    const known = [
      { id: 'dana', name: 'Dana', pseudonym: 'Heron' },
      { id: 'emil', name: 'Emil', pseudonym: null },
    ];
    const [dana, emil] = known.map(({ id, name }) => ({ id, name }));
    const names = (
      state: DebateBuilder['state'],
      audience: 'readers' | 'debaters' | 'moderators',
      who: string | null,
    ) => projectPeople(known, state, audience, who);
    expect(names(aDebate().state, 'readers', null)).toEqual([dana, emil]);
    expect(names(anonymous(), 'debaters', 'emil')).toEqual([emil]);
    expect(names(anonymous(), 'moderators', 'olga')).toEqual([dana, emil]);
    expect(names(pseudonyms(), 'debaters', 'emil')).toEqual([{ id: 'dana', name: 'Heron' }]);
    expect(names(pseudonyms(), 'debaters', 'dana')).toEqual([known[0]]);
    expect(names(pseudonyms(), 'moderators', 'olga')).toEqual([known[0]]);
  });

  test('is less in a room that is full', () => {
    expect([30, 31].map((people) => isQuietRoom(people, false))).toEqual([false, true]);
    expect([25, 26].map((people) => isQuietRoom(people, true))).toEqual([false, true]);
  });
});
