import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { PollChoice } from '#domain/debate/polls/poll-form.ts';
import { withPeople } from '#domain/formats/exports/people-in-file.ts';
import { readFormat } from '#domain/formats/formats.ts';
import {
  aDebate,
  closePoll,
  type DebateBuilder,
  quickPoll,
  stancePoll,
} from '#tests/support/debate-builder.ts';
import { written } from '#tests/support/exchanged.ts';
import { OPEN, setAgenda, turnTo, VOTING } from '#tests/support/phased-debate.ts';
import { formPoll, hideAnswer, numberPoll, textPoll } from '#tests/support/polls.ts';

type Row = Readonly<Record<string, string>>;

const PEOPLE = ['olga', 'mona', 'dana', 'emil', 'susi'] as const;
const VIEWERS = [...PEOPLE, 'otto', null];

const fileOf = (debate: DebateBuilder, viewer: string | null = 'mona') =>
  written('csv', { state: debate.projection(viewer), names: new Map(), kept: [] });

function rowsIn(file: Uint8Array, name: 'polls.csv' | 'run-off.csv' = 'polls.csv'): Row[] {
  return parse(strFromU8(unzipSync(file)[name] as Uint8Array), { bom: true, columns: true });
}

/** The rows that everyone finds in the table: moderators find nothing more. */
function pollsOf(debate: DebateBuilder, name?: 'run-off.csv'): Row[] {
  const [rows, ...others] = VIEWERS.map((viewer) => rowsIn(fileOf(debate, viewer), name));
  for (const other of others) expect(other).toEqual(rows);
  return rows as Row[];
}

/** The debate after the first people have given these answers, one each. */
const answered = (debate: DebateBuilder, pollId: string, choices: readonly PollChoice[]) =>
  choices.reduce<DebateBuilder>(
    (after, choice, at) => after.does(PEOPLE[at] as string, { type: 'poll.answer', pollId, choice }),
    debate,
  );

/** Name, people, points and win of each answer. */
const figuresOf = (rows: readonly Row[]) =>
  rows.map(({ answer, people, points, wins }) => [answer, people, points, wins]);

describe('the table of polls', () => {
  test('[EX8] has the question, and a row for each answer', () => {
    const debate = answered(
      aDebate().does('olga', quickPoll('p-q', { question: 'Where?' })),
      'p-q',
      [0, 0, 2],
    );
    const asked = {
      poll_id: 'p-q',
      kind: 'quick',
      form: 'one',
      question: 'Where?',
      open: 'true',
      secret: 'false',
    };
    const options = debate.state.polls.get('p-q')?.options ?? [];
    expect(pollsOf(debate)).toMatchObject(
      options.map((option, at) => ({
        ...asked,
        answered: '3',
        shown: 'true',
        answer_number: `${at + 1}`,
        answer: option,
        people: `${[2, 0, 1][at]}`,
      })),
    );
  });

  const OPTIONS = { options: ['A', 'B'] };
  test.each([
    [
      'several',
      formPoll('p', { type: 'several', most: 2 }, OPTIONS),
      [[0, 1], [0]],
      [
        ['A', '2', '', ''],
        ['B', '1', '', ''],
      ],
    ],
    [
      'ranking',
      formPoll('p', { type: 'ranking' }, OPTIONS),
      [[1, 0], [1]],
      [
        ['A', '', '0', 'false'],
        ['B', '', '2', 'true'],
      ],
    ],
    [
      'points',
      formPoll('p', { type: 'points', budget: 9 }, OPTIONS),
      [
        [4, 0],
        [3, 2],
      ],
      [
        ['A', '2', '7', ''],
        ['B', '1', '2', ''],
      ],
    ],
    [
      'scale',
      formPoll('p', { type: 'scale', steps: 3 }, { options: ['no', 'yes'] }),
      [0, 2],
      [
        ['1 no', '1', '', ''],
        ['2', '0', '', ''],
        ['3 yes', '1', '', ''],
      ],
    ],
    [
      'number',
      numberPoll('p'),
      [3, 3, 4],
      [
        ['3', '2', '', ''],
        ['4', '1', '', ''],
      ],
    ],
    [
      'text',
      textPoll('p'),
      ['Sun', 'sun', 'Rain'],
      [
        ['Sun', '2', '', ''],
        ['Rain', '1', '', ''],
      ],
    ],
  ] as const)(
    '[EX8] has the answers of a poll of the form %s as its result shows them',
    (form, poll, choices, figures) => {
      const rows = pollsOf(answered(aDebate().does('olga', poll), 'p', choices));
      expect(new Set(rows.map((row) => row.form))).toEqual(new Set([form]));
      expect(figuresOf(rows)).toEqual(figures);
    },
  );

  test.each([
    [
      'scale',
      formPoll('p', { type: 'scale', steps: 3 }, { options: ['no', 'yes'] }),
      [0, 2, 2, 1],
      ['2.25', '2.5', '', ''],
    ],
    ['number', numberPoll('p'), [1, 2, 3, 8], ['', '2.5', '1.75', '4.25']],
    ['one', quickPoll('p'), [0, 1], ['', '', '', '']],
  ] as const)(
    '[EX8] has the middle of a result of the form %s in each of its rows',
    (_, poll, choices, middle) => {
      const rows = pollsOf(answered(aDebate().does('olga', poll), 'p', choices));
      expect(
        new Set(rows.map((row) => [row.mean, row.median, row.first_quartile, row.third_quartile].join())),
      ).toEqual(new Set([middle.join()]));
    },
  );

  test('[EX8] has no middle of a secret poll that few people make', () => {
    const secret = numberPoll('p', { secret: true, threshold: 3 });
    const debate = answered(aDebate().does('olga', secret), 'p', [1, 2, 3, 8]).does('olga', closePoll('p'));
    expect(pollsOf(debate)[0]).toMatchObject({ shown: 'true', median: '', first_quartile: '' });
  });

  test('[EX8] has no number of a secret poll that is open, or that too few have answered', () => {
    const secret = (choices: readonly number[]) =>
      answered(aDebate().does('olga', quickPoll('p-q', { secret: true })), 'p-q', choices);
    const few = secret([0, 0, 0, 1]).does('olga', closePoll('p-q'));
    const open = secret([0, 0, 0, 0, 1]);
    for (const [debate, count] of [
      [few, '4'],
      [open, '5'],
    ] as const) {
      const rows = pollsOf(debate);
      expect(rows).toMatchObject([{ answered: count, shown: 'false', answer_number: '' }]);
      expect(figuresOf(rows)).toEqual([['', '', '', '']]);
    }
    expect(pollsOf(open.does('olga', closePoll('p-q'))).map((row) => row.people)).toEqual(['4', '1', '0']);
  });

  test('[EX8] has the poll before the debate only once the one after it is closed', () => {
    const before = answered(aDebate().does('olga', stancePoll('p-b', 'before')), 'p-b', [0, 0, 0, 1, 2]);
    const between = before.does('olga', closePoll('p-b'));
    expect(pollsOf(between)).toMatchObject([{ kind: 'before', shown: 'false', people: '' }]);
    const after = answered(between.does('olga', stancePoll('p-a', 'after')), 'p-a', [1, 0, 0, 1, 2]);
    expect(pollsOf(after).map((row) => row.people)).toEqual(['', '']);
    expect(figuresOf(pollsOf(after.does('olga', closePoll('p-a')))).map((row) => row.slice(0, 2))).toEqual([
      ['for', '3'],
      ['against', '1'],
      ['undecided', '1'],
      ['for', '2'],
      ['against', '2'],
      ['undecided', '1'],
    ]);
  });

  test('[EX2] has not even the number of answers, and no 0 in its place, while a phase hides it', () => {
    const debate = answered(
      aDebate().does('olga', setAgenda([VOTING, OPEN]), quickPoll('p-q')),
      'p-q',
      [0, 1],
    );
    const hidden = pollsOf(debate.does('olga', turnTo(VOTING.id)));
    expect(hidden).toMatchObject([{ answered: '', shown: 'false' }]);
    expect(figuresOf(hidden)).toEqual([['', '', '', '']]);
  });

  test('[EX8] has neither hidden answers, nor parts of a result that few people gave, nor prepared polls', () => {
    const secret = textPoll('p-t', { secret: true, threshold: 3 });
    const debate = answered(aDebate().does('olga', secret), 'p-t', ['Sun', 'sun', 'SUN', 'Rain', 'Snow'])
      .does('olga', closePoll('p-t'))
      .does('olga', textPoll('p-o'), quickPoll('p-p', { prepared: true }));
    const all = answered(debate, 'p-o', ['Kind', 'Rude']).does('mona', hideAnswer('p-o', 'Rude'));
    const rows = pollsOf(all);
    expect(rows.map(({ poll_id, answered, people }) => [poll_id, answered, people])).toEqual([
      ['p-t', '5', '3'],
      ['p-o', '2', '1'],
    ]);
    expect(rows.map((row) => row.answer?.toLowerCase())).toEqual(['sun', 'kind']);
  });

  test('[EX9] the rounds of a run-off have the options that are still in, and who leaves', () => {
    const ranking = formPoll('p', { type: 'ranking' }, { options: ['A', 'B', 'C'] });
    const debate = answered(aDebate().does('olga', ranking), 'p', [[0, 1], [0], [1], [1, 0], [2, 1]]);
    expect(pollsOf(debate, 'run-off.csv').map((row) => Object.values(row).slice(2).join())).toEqual([
      '1,true,1,A,2,false,0',
      '1,true,2,B,2,false,0',
      '1,true,3,C,1,true,0',
      '2,true,1,A,2,false,0',
      '2,true,2,B,3,false,0',
    ]);
  });

  test('[EX9] rounds in which few rankings moved have one row that says so, and an unshown result none', () => {
    const ranking = formPoll(
      'p',
      { type: 'ranking' },
      { options: ['A', 'B', 'C'], secret: true, threshold: 3 },
    );
    const open = answered(aDebate().does('olga', ranking), 'p', [[0, 1], [0], [1], [1, 0], [2, 1]]);
    expect(pollsOf(open, 'run-off.csv')).toEqual([]);
    const rows = pollsOf(open.does('olga', closePoll('p')), 'run-off.csv');
    expect(rows.map(({ round, shown, people }) => [round, shown, people].join())).toEqual([
      '1,true,2',
      '1,true,2',
      '1,true,1',
      '2,false,',
    ]);
  });

  test('[EX8] is the same without people, and an import ignores it', async () => {
    const debate = answered(aDebate().does('olga', textPoll('p-t')), 'p-t', ['=1+1', 'Sun']);
    const state = debate.projection('mona');
    const without = written('csv', withPeople(state, new Map(), 'none'));
    expect(rowsIn(without)).toEqual(pollsOf(debate));
    expect(
      pollsOf(debate)
        .map((row) => row.answer)
        .sort(),
    ).toEqual(["'=1+1", 'Sun']);
    expect((await readFormat('csv', fileOf(debate))).state.polls.size).toBe(0);
  });
});
