import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { FormatName } from '#domain/formats/formats.ts';
import { aDebate, agree } from '../../support/debate-builder.ts';
import { written, writtenText } from '../../support/exchanged.ts';
import { aDebateIn, VOTING } from '../../support/phased-debate.ts';

const HIDDEN = aDebateIn(VOTING).does('dana', agree('c-a')).projection('mona');
const { state: open } = aDebate().does('dana', agree('c-a'));
/** A closed secret ballot: a total of fewer than five votes stays hidden. */
const FEW: DebateState = {
  ...HIDDEN,
  agenda: open.agenda,
  head: open.head && {
    ...open.head,
    status: 'closed',
    settings: { ...open.head.settings, ballots: 'secret' },
  },
};

const textOf = (format: FormatName, state: DebateState) =>
  writtenText(format, { state, names: new Map(), kept: [] });

function votesOf(state: DebateState): (string | undefined)[][] {
  const file = unzipSync(written('csv', { state, names: new Map(), kept: [] }))['claims.csv'];
  const rows: Record<string, string>[] = parse(strFromU8(file ?? new Uint8Array()), {
    bom: true,
    columns: true,
  });
  return rows.map((row) => [row.claim_id, row.agree, row.disagree, row.pass, row.votes_shown]);
}

describe.each([
  ['while a phase hides them', HIDDEN, 'Votes are not shown in the debate now.'],
  ['if a secret ballot has too few', FEW, 'Votes on a claim are shown from 5 votes on.'],
] as const)('votes that a reader may not see, %s,', (_, state, sentence) => {
  test('[EX2] are empty cells in the table of claims, which says that they are not shown', () => {
    const ids = [...state.claims.keys()];
    expect(new Map(votesOf(state).map(([id, ...cells]) => [id, cells]))).toEqual(
      new Map(ids.map((id) => [id, ['', '', '', 'false']])),
    );
  });

  test('[EX2] are left out of GraphML, which says so', () => {
    const text = textOf('graphml', state);
    expect(text).not.toMatch(/<data key="node-(?:agree|disagree|pass)">/);
    expect(text).toContain(
      `<graph id="debate" edgedefault="directed">\n<desc>${sentence} Missing numbers do not mean 0.</desc>`,
    );
  });

  test.each(['html', 'markdown'] as const)('[EX2] are left out of %s, which says so', (format) => {
    expect(textOf(format, state)).toContain(sentence);
    expect(textOf(format, state)).not.toMatch(/\d agree/);
  });
});

test('[EX2] votes that a reader may see are there, and a claim that has none has 0', () => {
  expect(votesOf(open)).toContainEqual(['c-a', '2', '0', '0', 'true']);
  expect(votesOf(open)).toContainEqual(['c-b', '0', '0', '0', 'true']);
  expect(textOf('graphml', open)).toContain('<data key="node-agree">0</data>');
  for (const format of ['graphml', 'html', 'markdown'] as const)
    expect(textOf(format, open)).not.toMatch(/<desc>|not shown|votes on\./);
});
