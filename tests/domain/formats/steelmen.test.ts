import { describe, expect, test } from 'vitest';
import { brokenInvariants } from '../../../domain/debate/engine/invariants.ts';
import { PEOPLE_IN_FILE, withPeople } from '../../../domain/formats/exports/people-in-file.ts';
import { steelmanRemarks } from '../../../domain/formats/steelman-words.ts';
import { aDebate, type DebateBuilder, editTo, newClaim, seal } from '../../support/debate-builder.ts';
import { imported, writtenText } from '../../support/exchanged.ts';
import { agree, notYet, recognize, steelman } from '../../support/made-steelmen.ts';

const exchanged = ({ state }: DebateBuilder) => ({ state, names: new Map([['emil', 'Emil']]), kept: [] });
const textOf = (format: 'markdown' | 'html', debate: DebateBuilder) => writtenText(format, exchanged(debate));

describe('[EX7] a steelman in files', () => {
  const answered = steelman(aDebate()).does('emil', notYet('a-e')).does('olga', agree('a-o'));

  test('comes back from Parley JSON with its answers to the present wording, and what is missing', async () => {
    const state = await imported(exchanged(answered));
    const claim = [...state.claims.values()].find(({ steelman: one }) => one !== undefined);
    expect(claim?.steelman).toMatchObject({ by: 'west', recognized: [claim?.wording] });
    expect(claim?.steelman?.answers.map(({ id, agrees }) => [id, agrees])).toEqual([
      ['a-e', false],
      ['a-o', true],
    ]);
    expect(state.comments.get('m-a-e')).toMatchObject({ ofAnswer: 'a-e', text: 'The price is missing' });
  });

  test('waits again if only an earlier wording was recognized', async () => {
    const reworded = steelman(aDebate()).does('mona', recognize('a-r'));
    reworded.does('dana', editTo(reworded.state, 'c-sm', 'east is better')).does('system', seal('c-sm'));
    const state = await imported(exchanged(reworded));
    expect(state.claims.get('c-sm')?.steelman).toEqual({ by: 'west', recognized: [], answers: [] });
  });

  test.each(PEOPLE_IN_FILE)('comes back with people as %s, and once more', async (people) => {
    const file = withPeople(answered.state, new Map(), people);
    const once = await imported(file);
    const twice = await imported({ state: once, names: new Map(), kept: [] });
    for (const state of [once, twice]) {
      expect([...brokenInvariants(state)]).toEqual([]);
      const { steelman: mark } = state.claims.get('c-sm') ?? {};
      expect(mark).toMatchObject({ by: 'west', recognized: [1] });
      expect(mark?.answers.map(({ agrees }) => agrees)).toEqual([false, true]);
    }
  });

  test('is a claim like others if the position whose team wrote it was removed, and once more', async () => {
    const { state } = answered;
    const [claim, west] = [state.claims.get('c-sm'), state.positions.get('west')];
    if (!claim?.steelman || !west) return expect.fail('no steelman');
    const positions = state.positions.set('north', { ...west, id: 'north', removed: true });
    const claims = state.claims.set('c-sm', { ...claim, steelman: { ...claim.steelman, by: 'north' } });
    const file = { state: { ...state, claims, positions }, names: new Map(), kept: [] };
    const once = await imported(file);
    expect(once.claims.get('c-sm')?.steelman).toBeUndefined();
    const twice = await imported({ state: once, names: new Map(), kept: [] });
    expect(twice.claims.has('c-sm')).toBe(true);
  });

  test('comes back though answers to two steelmen have one id, which is also one of a claim', async () => {
    const debate = steelman(aDebate()).does('emil', agree('c-n'));
    debate.does(
      'dana',
      newClaim('sm2', 'east', { positionId: 'east' }),
      newClaim('n', 'east', { positionId: 'east' }),
    );
    debate.does('emil', agree('c-n', 'c-sm2'));
    const state = await imported(exchanged(debate));
    expect(state.claims.get('c-sm2')?.steelman?.recognized).toEqual([1]);
  });

  test('has one answer of a person', async () => {
    const { state } = answered;
    const claim = state.claims.get('c-sm');
    const [answer] = claim?.steelman?.answers ?? [];
    if (!claim?.steelman || !answer) return expect.fail('no answer');
    const answers = [answer, { ...answer, id: 'a-again' }];
    const claims = state.claims.set('c-sm', { ...claim, steelman: { ...claim.steelman, answers } });
    const file = { state: { ...state, claims }, names: new Map(), kept: [] };
    await expect(imported(file)).rejects.toThrow();
  });

  test.each(['markdown', 'html'] as const)('is marked in %s', (format) => {
    expect(textOf(format, answered)).toContain('best case for East, by the team of West: recognized');
    expect(textOf(format, steelman(aDebate()))).toContain('by the team of West: not recognized yet');
  });

  test('has remarks that other claims do not have', () => {
    const { state } = answered;
    const remarks = [...state.claims.values()].flatMap((claim) => steelmanRemarks(claim, state));
    expect(remarks).toEqual(['best case for East, by the team of West: recognized']);
  });
});
