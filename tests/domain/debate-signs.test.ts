import { describe, expect, test } from 'vitest';
import { isContested, isNewTo } from '../../domain/debate/signs.ts';
import { NO_VOTES } from '../../domain/debate/state.ts';
import { aDebate, newClaim } from '../support/debate-builder.ts';

describe('what is special about a claim', () => {
  test.each([
    [0, 0, 0, false],
    [2, 2, 0, false],
    [2, 2, 9, false],
    [3, 2, 0, true],
    [2, 3, 7, true],
    [4, 1, 0, false],
    [60, 40, 0, true],
    [61, 39, 0, false],
  ])('[VO6] %i for, %i against, %i passing: contested is %s', (agree, disagree, pass, contested) => {
    expect(isContested({ ...NO_VOTES, agree, disagree, pass })).toBe(contested);
  });

  test('[MP2] a claim is new to those who were not there, until they open it', () => {
    const debate = aDebate();
    const since = debate.state.at;
    debate.now = since + 1;
    const claim = debate.does('dana', newClaim('n', 'west')).state.claims.get('c-n');
    const old = debate.state.claims.get('c-a');
    if (!claim || !old) throw new Error('The debate lacks its claims');
    const opened = new Set<string>();
    expect(isNewTo(claim, { participantId: 'emil', since, opened })).toBe(true);
    expect(isNewTo(claim, { participantId: null, since, opened })).toBe(true);
    expect(isNewTo(claim, { participantId: 'dana', since, opened })).toBe(false);
    expect(isNewTo(claim, { participantId: 'emil', since, opened: new Set(['c-n']) })).toBe(false);
    expect(isNewTo(claim, { participantId: 'emil', since: claim.at, opened })).toBe(false);
    expect(isNewTo(old, { participantId: 'emil', since, opened })).toBe(false);
  });
});
