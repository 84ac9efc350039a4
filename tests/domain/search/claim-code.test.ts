import { describe, expect, test } from 'vitest';
import { claimCode, readClaimCode } from '#domain/search/claim-code.ts';
import { findInDebate } from '#domain/search/find-in-debate.ts';
import { aDebate, merge, newClaim, retract } from '../../support/debate-builder.ts';

describe('the code of a claim', () => {
  test('[KT4] has five characters, none of them 0, O, 1, I, L, S or a vowel, and follows from the id alone', () => {
    const codes = Array.from({ length: 2_000 }, (_, at) => claimCode(`c_${at}`));
    for (const code of codes) expect(code).toMatch(/^[2-9BCDFGHJKMNPQRTVWXZ]{5}$/);
    expect(new Set(codes).size).toBeGreaterThan(1_995);
    expect(claimCode('c_already-giant')).toBe('PJDDG');
  });

  test.each([
    ['pjddg', 'PJDDG'],
    [' PJDDG ', 'PJDDG'],
    ['PJDD', null],
    ['PJDDGG', null],
    ['PJD DG', null],
    ['trade', null],
    ['', null],
  ])('[KT4] %j is read as %j', (typed, code) => expect(readClaimCode(typed)).toBe(code));

  test('[KT4] search finds the claim by it, in any case, and nothing else', () => {
    const { state } = aDebate();
    const code = claimCode('c-b');
    expect(findInDebate(state, code)).toEqual(['c-b']);
    expect(findInDebate(state, code.toLowerCase())).toEqual(['c-b']);
    expect(findInDebate(state, code.slice(0, 4))).toEqual([]);
    expect(findInDebate(state, claimCode('c-nobody'))).toEqual([]);
  });

  test('[KT4] the code of a merged claim leads to the claim it was merged into; that of a retracted one nowhere', () => {
    const debate = aDebate().does('dana', newClaim('twin', 'east'));
    const { state } = debate.does('mona', merge('c-twin', 'c-a'));
    expect(findInDebate(state, claimCode('c-twin'))).toEqual(['c-a']);
    const { state: less } = aDebate().does('emil', retract('c-d'));
    expect(findInDebate(less, claimCode('c-d'))).toEqual([]);
  });
});
