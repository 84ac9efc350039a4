import { describe, expect, test } from 'vitest';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { aDebate, type DebateBuilder, hide, meet } from '../../support/debate-builder.ts';
import { later } from '../../support/later.ts';
import {
  AGREED,
  conclude,
  recordSignOff,
  sign,
  UNSIGN,
  writeConclusion,
} from '../../support/made-conclusion.ts';
import { recordOf } from '../../support/record-of.ts';

const MINUTE = 60_000;
const CLEAR = { type: 'debate.clear' } as const;
const CITING = 'Cars cost: <#c-a>.';

/** The debate after a meeting in which its owner does this. Its conclusion is open if `isOpen`. */
function aMeeting(isOpen: boolean, ...operations: readonly Operation[]): DebateBuilder {
  const debate = aDebate().does('olga', ...(isOpen ? [] : [conclude(false)]));
  later(debate, MINUTE).does('olga', meet(true));
  later(debate, MINUTE).does('olga', ...operations);
  return later(debate, MINUTE).does('olga', meet(false));
}

/** The words of each section of the recorded conclusion; undefined: the record has none. */
function wordsOf(debate: DebateBuilder, who: string | null = null) {
  return recordOf(debate, who).conclusion?.sections.map(({ section, pieces }) => [
    section,
    pieces.map((piece) => (piece.kind === 'text' ? piece.text : (piece.claim?.text ?? null))),
  ]);
}

describe('[ME3] the conclusion in the record of a meeting', () => {
  const written = [['agreements', [AGREED]]];

  test.each<[string, boolean, readonly Operation[], unknown]>([
    ['was open all the time', true, [], written],
    ['was opened', false, [conclude()], written],
    ['was closed', true, [conclude(false)], written],
    ['was signed', false, [recordSignOff('n-w', 'west')], written],
    ['lost a signature', false, [UNSIGN], written],
    ['was left alone', false, [], undefined],
  ])('is there as far as it %s', (_, isOpen, operations, words) => {
    expect(wordsOf(aMeeting(isOpen, ...operations))).toEqual(words);
  });

  test('is there as it is now, and says that it was edited after the meeting', () => {
    const debate = aMeeting(true);
    expect(recordOf(debate, null).conclusion?.isLater).toBe(false);
    later(debate, MINUTE).does(
      'dana',
      writeConclusion('agreements', CITING, AGREED, 2),
      writeConclusion('cruxes', 'A census.'),
    );
    expect(wordsOf(debate)).toEqual([
      ['agreements', ['Cars cost: ', 'one two three', '.']],
      ['cruxes', ['A census.']],
    ]);
    expect(recordOf(debate, null).conclusion?.isLater).toBe(true);
  });

  test('[ME2] has no words of a hidden claim, also for moderators', () => {
    const debate = aMeeting(true, writeConclusion('agreements', CITING, AGREED, 2)).does('mona', hide('c-a'));
    for (const who of ['mona', 'dana', null])
      expect(wordsOf(debate, who)).toEqual([['agreements', ['Cars cost: ', null, '.']]]);
  });

  test('counts signatures by position, of its present wording and of earlier ones', () => {
    const debate = aMeeting(true, { type: 'debate.configure', teams: 'off' }, recordSignOff('n-w', 'west'));
    const countsOf = () =>
      recordOf(debate, null).conclusion?.signOffs.map(({ positionId, current, earlier, recorded }) => [
        positionId,
        current.length,
        earlier.length,
        recorded?.revision,
      ]);
    expect(countsOf()).toEqual([
      ['east', 1, 0, 2],
      ['west', 0, 0, 2],
    ]);
    debate.does(
      'dana',
      writeConclusion('agreements', 'Prices count most', AGREED, 2),
      sign('n-d', 'west', 3),
    );
    debate.does('olga', recordSignOff('n-w', 'west', null));
    expect(countsOf()).toEqual([
      ['east', 0, 1, 2],
      ['west', 1, 0, undefined],
    ]);
  });

  test('[ME4] names nobody who signed it in an anonymous debate', () => {
    const debate = aMeeting(true).does('olga', { type: 'debate.configure', names: 'anonymous' });
    const [east] = recordOf(debate, null).conclusion?.signOffs ?? [];
    expect(east?.current.map(({ author }) => author)).not.toContain('olga');
    expect(east?.current).toHaveLength(1);
  });

  test('is not there once the board was cleared, nor is one that was begun after it', () => {
    const debate = later(aMeeting(true), MINUTE).does('olga', CLEAR);
    expect(wordsOf(debate)).toBeUndefined();
    later(debate, MINUTE).does('olga', conclude(), writeConclusion('agreements', 'Begun again'));
    expect(wordsOf(debate)).toBeUndefined();
    later(debate, MINUTE).does('olga', meet(true));
    expect(wordsOf(debate)).toEqual([['agreements', ['Begun again']]]);
  });

  test('is not there if the board was cleared in the meeting, unless it was opened again', () => {
    expect(wordsOf(aMeeting(true, CLEAR))).toBeUndefined();
    expect(wordsOf(aMeeting(true, CLEAR, conclude()))).toEqual([]);
  });
});
