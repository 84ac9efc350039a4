import { describe, expect, test } from 'vitest';
import { evolveAll } from '../../../domain/debate/engine/evolve.ts';
import { type DebateState, EMPTY_STATE } from '../../../domain/debate/engine/state.ts';
import { readFormat } from '../../../domain/formats/formats.ts';
import { entriesOf } from '../../../domain/formats/imports/entries-of.ts';
import { steelmanRemarks } from '../../../domain/formats/steelman-words.ts';
import { aDebate, type DebateBuilder, editTo, seal } from '../../support/debate-builder.ts';
import { written, writtenText } from '../../support/exchanged.ts';
import { agree, notYet, recognize, steelman } from '../../support/made-steelmen.ts';

const exchanged = ({ state }: DebateBuilder) => ({ state, names: new Map([['emil', 'Emil']]), kept: [] });
const textOf = (format: 'markdown' | 'html', debate: DebateBuilder) => writtenText(format, exchanged(debate));

/** A debate that is made from another's file. */
async function imported(debate: DebateBuilder): Promise<DebateState> {
  const read = await readFormat('parley', written('parley', exchanged(debate)));
  const owner = { ownerId: 'olga', visibility: 'public', now: 9_000 } as const;
  return evolveAll(EMPTY_STATE, entriesOf(read, owner));
}

describe('[EX7] a steelman in files', () => {
  const answered = steelman(aDebate()).does('emil', notYet('a-e')).does('olga', agree('a-o'));

  test('comes back from Parley JSON with its answers to the present wording, and what is missing', async () => {
    const state = await imported(answered);
    const claim = [...state.claims.values()].find(({ steelman: one }) => one !== undefined);
    expect(claim?.steelman).toMatchObject({ by: 'west', recognized: claim?.wording });
    expect(claim?.steelman?.answers.map(({ id, agrees }) => [id, agrees])).toEqual([
      ['a-e', false],
      ['a-o', true],
    ]);
    expect(state.comments.get('m-a-e')).toMatchObject({ ofAnswer: 'a-e', text: 'The price is missing' });
  });

  test('waits again if only an earlier wording was recognized', async () => {
    const reworded = steelman(aDebate()).does('mona', recognize('a-r'));
    reworded.does('dana', editTo(reworded.state, 'c-sm', 'east is better')).does('system', seal('c-sm'));
    const state = await imported(reworded);
    expect(state.claims.get('c-sm')?.steelman).toEqual({ by: 'west', recognized: null, answers: [] });
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
