import { describe, expect, test } from 'vitest';
import { readTables } from '#domain/formats/csv/read-zipped-set.ts';
import { FormatError } from '#domain/formats/format-error.ts';
import { readFormat } from '#domain/formats/formats.ts';
import { bytesOf, shapeOf } from '../../support/exchanged.ts';
import { FOREIGN_FILES } from '../../support/foreign-files.ts';

describe('tables of Polis', () => {
  const comments =
    'timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,comment-body\n' +
    '1731527035,0,1,1,0,1,false,Keep them\n1731527036,1,2,0,1,-1,false,Spam\n1731527037,2,2,0,0,0,true,I cycle\n';
  const votes = 'timestamp,comment-id,voter-id,vote\n1731527040,0,2,1\n1731527041,1,1,-1\n';

  test('are read as Polis writes them today: without datetime, with is-meta, in seconds', () => {
    const { state, setAside } = readTables(
      new Map([
        ['comments.csv', comments],
        ['votes.csv', votes],
      ]),
    );
    expect(
      ['t-0', 't-1', 't-2']
        .map((id) => state.claims.get(id))
        .map((claim) => [claim?.text, new Date(claim?.at ?? 0).toISOString()]),
    ).toEqual([
      ['Keep them', '2024-11-13T19:43:55.000Z'],
      ['Spam', '2024-11-13T19:43:56.000Z'],
      ['I cycle', '2024-11-13T19:43:57.000Z'],
    ]);
    expect([...state.hidden.keys()]).toEqual(['t-1']);
    expect(state.claims.get('t-0')?.tally).toMatchObject({ agree: 1, disagree: 0 });
    expect(setAside).toEqual([{ why: 'about_people', what: 'I cycle', line: 4 }]);
  });

  test.each([
    ['comments.csv', comments, 'votes.csv'],
    ['votes.csv', votes, 'comments.csv'],
  ])('are refused where there is %s alone', (name, text, missing) => {
    const error = (() => {
      try {
        return readTables(new Map([[name, text]]));
      } catch (error) {
        return error;
      }
    })();
    expect(error).toBeInstanceOf(FormatError);
    expect(error).toMatchObject({ problem: 'missing_file', detail: missing });
  });
});

describe('a discussion of Kialo with more theses than a debate has positions', () => {
  const text = FOREIGN_FILES.find(([name]) => name === 'theses.txt')?.[1] ?? '';

  test('is imported completely: the last theses become claims under one position, and the report says so', async () => {
    const imported = await readFormat('kialo', bytesOf(text));
    const { positions, claims } = shapeOf(imported);
    expect(positions.map(({ name }) => name)).toEqual([
      ...Array.from({ length: 7 }, (_, at) => `Build number ${at + 1}`),
      'Further theses',
    ]);
    expect(claims).toHaveLength(12 + 5);
    expect(claims.find(({ number }) => number === '8.5')).toMatchObject({
      text: 'Build number 12',
      relation: 'support',
    });
    expect(claims.find(({ number }) => number === '8.5.1')).toMatchObject({ text: 'It costs 12 million' });
    expect(imported.setAside.map(({ why, what }) => [why, what])).toEqual(
      [8, 9, 10, 11, 12].map((at) => ['bundled', `Build number ${at}`]),
    );
  });
});
