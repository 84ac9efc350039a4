import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discloseOpinions } from '#domain/analysis/opinions/disclosed-opinions.ts';
import { statementsOf } from '#domain/analysis/opinions/gather-opinions.ts';
import type { Opinion } from '#domain/analysis/opinions/opinions.ts';
import { releasedMoment } from '#domain/analysis/opinions/released-rows.ts';
import type { Ballots } from '#domain/debate/head/head.ts';
import { camps } from '../../support/analysis/camps.ts';
import { polisGroups } from '../../support/analysis/polis-pipeline.ts';
import { aDebate, bringBack, type DebateBuilder, hide, merge } from '../../support/debate-builder.ts';
import { aDebateIn, VOTING, WRITING } from '../../support/phased-debate.ts';
import { aResearchBallot, momentOf, polisFiles, votes } from '../../support/research-ballot.ts';

const CLAIMS = Array.from({ length: 8 }, (_, nth) => `c-s${nth}`);

type Votes = readonly (Opinion | null)[];
type Row = Readonly<Record<string, string>>;

const configure = (ballots: Ballots) => ({ type: 'debate.configure', ballots }) as const;
const withdrawn = { type: 'vote.withdraw', claimId: 'c-a' } as const;
const closed = { type: 'debate.setStatus', status: 'closed' } as const;
const rowsIn = (files: ReadonlyMap<string, string>, name: string): Row[] =>
  parse(files.get(name) ?? '', { columns: true });

/** A closed ballot in which people with these ids voted as three camps of seven do. */
function ballotOf(people: readonly string[], answers: readonly Votes[] = camps(7, 7, 7).answers) {
  const cast = people.map((id, at) => [id, answers[at] ?? []] as const);
  return votes(aResearchBallot(CLAIMS), CLAIMS, cast).does('olga', closed);
}

const PEOPLE = Array.from({ length: 21 }, (_, nth) => `v-${nth}`);

describe('[BL10] the kind of ballot', () => {
  const unvoted = () => aDebate().does('emil', withdrawn);
  const then = (ballots: Ballots) => () => unvoted().does('olga', configure(ballots));
  const inPhase = (phase: typeof VOTING) => () =>
    aDebateIn(phase).does('olga', { type: 'debate.edit', title: 'Quiet' });
  test.each<[form: string, debate: () => DebateBuilder, wanted: Ballots, refusal: string | null]>([
    ['open, without votes', unvoted, 'research', null],
    ['open, with a vote', aDebate, 'research', 'ballots_late'],
    ['open, while claims are hidden', inPhase(WRITING), 'research', 'ballots_late'],
    ['open, while votes are hidden', inPhase(VOTING), 'research', 'ballots_late'],
    ['open, with a vote, to secret', aDebate, 'secret', null],
    ['secret, without votes', then('secret'), 'research', 'ballots_kept'],
    ['research, without votes', then('research'), 'open', 'ballots_kept'],
    ['research, to secret', then('research'), 'secret', 'ballots_kept'],
    ['research already', then('research'), 'research', 'nothing_changed'],
  ])('%s', (_, debate, wanted, refusal) => {
    expect(debate().refusal('olga', configure(wanted))).toBe(refusal);
  });

  test('for research hides totals while people vote, and shows those of five and more afterwards', () => {
    const debate = votes(
      aResearchBallot(CLAIMS),
      CLAIMS,
      PEOPLE.slice(0, 15).map((id, at) => [id, [at < 6 ? 1 : null, -1]]),
    );
    const agreed = () => debate.projection('olga').claims.get('c-s0')?.tally.agree;
    expect(agreed()).toBe(0);
    expect(debate.projection('v-1').votes.get('c-s0')?.size, 'one’s own vote').toBe(1);
    debate.does('olga', closed);
    expect(agreed()).toBe(6);
  });
});

describe('[BL11] rows', () => {
  test('are the same whatever people are called, whenever they joined and voted', () => {
    const { answers } = camps(7, 7, 7);
    const once = polisFiles(ballotOf(PEOPLE, answers));
    const tables = ['votes.csv', 'participant-votes.csv', 'comment-groups.csv'];
    for (const seed of [1, 2, 3]) {
      const [order] = fc.sample(fc.shuffledSubarray([...answers.keys()], { minLength: 21 }), {
        numRuns: 1,
        seed,
      });
      const mixed = order?.map((at) => answers[at] ?? []) ?? [];
      const again = polisFiles(
        ballotOf(
          PEOPLE.map((id) => `other-${seed}-${id}`),
          mixed,
        ),
      );
      for (const name of tables) expect(again.get(name), name).toBe(once.get(name));
    }
  });

  test('have no person, no time of a vote, and no number of an author', () => {
    const people = [...PEOPLE.slice(0, 20), 'dana'];
    const files = polisFiles(ballotOf(people));
    const [rows, cast, comments] = ['participant-votes.csv', 'votes.csv', 'comments.csv'].map((name) =>
      rowsIn(files, name),
    );
    expect(rows).toHaveLength(21);
    expect(cast).toHaveLength(21 * 8);
    expect(new Set(cast?.map((row) => row.timestamp)).size).toBe(1);
    expect(new Set(rows?.map((row) => row['n-comments']))).toEqual(new Set(['0']));
    const voters = new Set(cast?.map((row) => row['voter-id']));
    for (const row of comments ?? []) expect(voters.has(row['author-id'] ?? '')).toBe(false);
    for (const [name, text] of files) for (const id of people) expect(text, name).not.toContain(id);
    // The same for everyone, with or without a vote of their own.
    for (const who of ['dana', 'v-0', 'otto', null])
      expect(polisFiles(ballotOf(people), undefined, who)).toEqual(files);
  });

  test('say the same as the table of comments, and leave out claims that fewer than five voted on', () => {
    const { answers } = camps(7, 7, 7);
    const few = answers.map((row, at) => row.with(3, at < 4 ? 1 : null));
    const files = polisFiles(ballotOf(PEOPLE, few));
    const comments = rowsIn(files, 'comments.csv');
    const cast = rowsIn(files, 'votes.csv');
    const counts = comments.map((row) => {
      const own = cast.filter((vote) => vote['comment-id'] === row['comment-id']);
      return ['1', '-1'].map((vote) => `${own.filter((each) => each.vote === vote).length}`);
    });
    expect(comments.map((row) => [row.agrees, row.disagrees])).toEqual(counts);
    expect(counts, 'seven of eight claims').toHaveLength(7);
    expect(files.get('README.txt')).toContain('fewer than 5 people');
  });

  test('have a number in each cell that Polis’ tools want one in, where nobody is named too', () => {
    const debate = ballotOf(PEOPLE).does('olga', { type: 'debate.configure', names: 'anonymous' });
    const files = polisFiles(debate);
    for (const row of rowsIn(files, 'comments.csv'))
      for (const column of ['timestamp', 'comment-id', 'author-id', 'agrees', 'disagrees'])
        expect(row[column], column).toMatch(/^\d+$/);
    expect(files.get('README.txt')).toContain('The author-id 21 stands for all authors');
  });

  test('leave from fifteen on; before, and while people vote, the file says why there are none', () => {
    const few = polisFiles(ballotOf(PEOPLE.slice(0, 14)));
    expect([...few.keys()].sort()).toEqual(['README.txt', 'comments.csv', 'summary.csv']);
    expect(few.get('README.txt')).toContain('at least 15 people have voted');
    expect(polisFiles(ballotOf(PEOPLE.slice(0, 15))).has('votes.csv')).toBe(true);
    // Fifteen voted, but one of them on nothing that is left.
    const lone = camps(5, 5, 5).answers.with(14, [null, null, null, null, null, null, null, 1]);
    const missing = lone.map((row, at) => (at === 14 ? row : row.with(7, null)));
    expect(polisFiles(ballotOf(PEOPLE.slice(0, 15), missing)).has('votes.csv')).toBe(false);
    // Fourteen of all voted on the branch.
    const { answers } = camps(7, 7, 7);
    const debate = ballotOf(
      PEOPLE,
      answers.map((row, at) => (at < 14 ? row : row.with(0, null))),
    );
    expect(polisFiles(debate).has('votes.csv')).toBe(true);
    const branch = (id: string) => polisFiles(debate, undefined, 'otto', id);
    expect(branch('c-s0').has('votes.csv')).toBe(false);
    expect(branch('c-s0').get('README.txt')).toContain('at least 15 people have voted');
    expect(branch('c-s1').has('votes.csv')).toBe(true);
  });

  test('stay without claims that are hidden later, and with an erased person’s, who were nobody in them', () => {
    const debate = ballotOf(PEOPLE);
    const moments = [momentOf(debate.state)];
    const before = polisFiles(debate, moments);
    debate.does('system', { type: 'participant.erase', participantId: 'v-3', words: true });
    expect(polisFiles(debate, moments)).toEqual(before);
    debate.does('olga', hide('c-s2'));
    const columns = Object.keys(rowsIn(polisFiles(debate, moments), 'participant-votes.csv')[0] ?? {});
    expect(columns).toHaveLength(Object.keys(rowsIn(before, 'participant-votes.csv')[0] ?? {}).length - 1);
  });
});

describe('[BL12] votes that were cast after rows left', () => {
  const FIRST = camps(12, 12, 12).answers;
  const crowd = Array.from({ length: 70 }, (_, nth) => `v-${nth}`);
  /** The moment that leaves, of two: the second after these changes. */
  const released = (change: (row: Votes, at: number) => Votes | null, came = 0) => {
    const cast = crowd.slice(0, 36).map((id, at) => [id, FIRST[at] ?? []] as const);
    const debate = votes(aResearchBallot(CLAIMS), CLAIMS, cast);
    const before = momentOf(debate.state);
    for (const [at, [id, row]] of cast.entries()) {
      const next = change(row, at);
      if (next === null)
        debate.does(id, ...CLAIMS.map((claimId) => ({ type: 'vote.withdraw', claimId }) as const));
      else if (next !== row) votes(debate, CLAIMS, [[id, next]]);
    }
    votes(
      debate,
      CLAIMS,
      crowd.slice(36, 36 + came).map((id) => [id, FIRST[0] ?? []] as const),
    );
    const after = momentOf(debate.state);
    return releasedMoment([before, after]) === after ? 'second' : 'first';
  };
  const otherwise = (row: Votes) => row.with(0, row[0] === 1 ? -1 : 1);
  const some = (count: number) => (row: Votes, at: number) => (at < count ? otherwise(row) : row);
  test.each<
    [form: string, change: (row: Votes, at: number) => Votes | null, came: number, left: 'first' | 'second']
  >([
    ['one changed their vote', some(1), 0, 'first'],
    ['fourteen did', some(14), 0, 'first'],
    ['fifteen did', some(15), 0, 'second'],
    ['all but one did', some(35), 0, 'first'],
    ['everyone did', some(36), 0, 'second'],
    ['one came', some(0), 1, 'first'],
    ['fifteen came', some(0), 15, 'second'],
    ['one came, and fifteen changed theirs', some(15), 1, 'first'],
    ['one withdrew all of theirs', (row, at) => (at === 0 ? null : row), 0, 'first'],
    ['fifteen withdrew theirs', (row, at) => (at < 15 ? null : row), 0, 'second'],
  ])('%s', (_, change, came, left) => {
    expect(released(change, came)).toBe(left);
  });

  test('leave in files of which no two, nor any three, set few people apart', () => {
    const ids = Array.from({ length: 60 }, (_, nth) => `p${nth}`);
    const answer = fc.constantFrom(-1, 0, 1, 2);
    const change = fc.record({
      from: fc.nat(59),
      count: fc.constantFrom(1, 7, 15, 20, 30, 45),
      answer,
    });
    let most = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 4, maxLength: 12 }), (changes) => {
        const now = new Map(ids.map((id, at) => [id, at < 40 ? 1 : 2]));
        const moments = changes.map(({ from, count, answer: given }) => {
          for (const id of ids.slice(from, from + count)) now.set(id, given);
          return {
            participants: ids,
            statements: ['s'],
            cells: Int8Array.from(ids, (id) => now.get(id) ?? 2),
            totals: null,
          };
        });
        const files = moments.filter((moment, at) => releasedMoment(moments.slice(0, at + 1)) === moment);
        most = Math.max(most, files.length);
        const voteIn = (file: number, person: number) => files[file]?.cells[person];
        // Anyone could know this of a person in three files: whether they voted, and whether otherwise than before.
        for (let last = 0; last < files.length; last += 1) {
          const known = new Map<string, number>();
          for (const person of ids.keys()) {
            const seen = [last - 2, last - 1, last].map((file) => voteIn(file, person) ?? 2);
            const signs = seen.map((vote, at) =>
              vote === 2 ? 'none' : at > 0 && vote === seen[at - 1] ? 'same' : 'new',
            );
            if (signs.some((sign) => sign !== 'none'))
              known.set(signs.join(), (known.get(signs.join()) ?? 0) + 1);
          }
          for (const [signs, people] of known) expect(people, signs).toBeGreaterThanOrEqual(15);
        }
      }),
      { numRuns: 300 },
    );
    expect(most).toBeGreaterThan(2);
  });
});

describe('[BL12] one late vote', () => {
  const { answers } = camps(14, 14, 14);
  const crowd = Array.from({ length: 42 }, (_, nth) => `v-${nth}`);
  const cast = (from: number, to: number) =>
    crowd.slice(from, to).map((id, at) => [id, answers[from + at] ?? []] as const);
  const turned = (status: 'open' | 'closed') => ({ type: 'debate.setStatus', status }) as const;

  test('stays beside shown totals, which begin with fifteen voters and differ by fifteen', () => {
    const debate = aResearchBallot(CLAIMS);
    const moments = [14, 15, 29, 30].map((count, nth) => {
      votes(debate, CLAIMS, cast([0, 14, 15, 29][nth] ?? 0, count)).does('olga', closed);
      const moment = momentOf(debate.state);
      debate.does('olga', turned('open'));
      return moment;
    });
    const changed = moments.map(({ totals }) => totals?.get('c-s0')?.map(({ length }) => length));
    expect(changed, 'people since each total').toEqual([undefined, [0], [14], [15, 0]]);
    const released = moments.map((_, at) => {
      const moment = releasedMoment(moments.slice(0, at + 1));
      return moment && moments.indexOf(moment);
    });
    expect(released).toEqual([null, 1, 1, 3]);
  });

  test('stays where most of a claim’s voters withdrew, so that its total stayed', () => {
    const debate = votes(aResearchBallot(CLAIMS), CLAIMS, cast(0, 42));
    const first = momentOf(debate.does('olga', closed).state);
    debate.does('olga', turned('open'));
    for (const id of crowd.slice(0, 20)) debate.ask(id, { type: 'vote.withdraw', claimId: 'c-s0' });
    const second = momentOf(debate.does('olga', closed).state);
    expect(releasedMoment([first, second])).toBe(first);
  });

  test('stays on a claim that was merged into one without a total', () => {
    const debate = votes(aResearchBallot(CLAIMS), CLAIMS, cast(0, 42));
    const first = momentOf(debate.does('olga', closed).state);
    votes(debate.does('olga', turned('open')), ['c-s7'], [['v-3', [0]]]);
    debate.does('olga', merge('c-s7', 'c-a'));
    const second = momentOf(debate.does('olga', closed).state);
    expect(releasedMoment([first, second])).toBe(first);
  });

  const lost: [form: string, by: string, operation: Parameters<DebateBuilder['does']>[1]][] = [
    ['hidden', 'olga', hide('c-s7')],
    ['retracted', 'dana', { type: 'claim.retract', claimId: 'c-s7' }],
    ['merged', 'olga', merge('c-s7', 'c-s6')],
  ];
  test.each(lost)('stays when a claim is %s', (_, by, operation) => {
    const debate = votes(aResearchBallot(CLAIMS), CLAIMS, cast(0, 42));
    const first = momentOf(debate.state);
    votes(debate, CLAIMS, [['v-3', [-1]]]).does(by, operation);
    expect(releasedMoment([first, momentOf(debate.state)])).toBe(first);
  });

  test('stays on a claim that was hidden in the file between', () => {
    const debate = votes(aResearchBallot(CLAIMS), CLAIMS, cast(0, 42));
    const moments = [momentOf(debate.state)];
    votes(debate, CLAIMS, [['v-3', [-1]]]).does('olga', hide('c-s0'));
    moments.push(momentOf(debate.state));
    expect(releasedMoment(moments), 'the same votes on all others').toBe(moments[1]);
    moments.push(momentOf(debate.does('olga', bringBack('c-s0')).state));
    expect(releasedMoment(moments)).toBe(moments[1]);
  });
});

describe('[AN27] groups of a ballot for research', () => {
  test('are found again in its file by Polis’ own way, and shown on the page', () => {
    const sizes = fc.tuple(
      fc.integer({ min: 8, max: 14 }),
      fc.integer({ min: 7, max: 12 }),
      fc.integer({ min: 0, max: 9 }),
    );
    const noise = fc.infiniteStream(fc.integer({ min: 0, max: 19 }));
    let grouped = 0;
    let tied = 0;
    const same = fc.property(sizes, noise, (each, random) => {
      const answers = camps(...each).answers.map((row) =>
        row.map((answer): Opinion | null => {
          const { value } = random.next();
          return value === 0 ? null : value === 1 ? 0 : value === 2 ? 1 : answer;
        }),
      );
      const debate = ballotOf(
        answers.map((_, at) => `v-${at}`),
        answers,
      );
      const files = polisFiles(debate);
      const research = statementsOf(debate.state);
      const page = discloseOpinions([momentOf(debate.state)], {
        secret: true,
        named: false,
        research,
      }).disclosed;
      const people = rowsIn(files, 'participant-votes.csv').filter((row) => row['group-id'] !== '');
      if (page.kind !== 'groups') {
        expect(people).toEqual([]);
        return;
      }
      const inFile = page.groups.map((_, group) =>
        people.filter((row) => row['group-id'] === `${group}`).map((row) => Number(row.participant)),
      );
      const onPage = page.groups.map((_, group) => page.places.filter((place) => place.group === group));
      expect(inFile.map(({ length }) => length)).toEqual(onPage.map(({ length }) => length));
      const sorted = (groups: number[][]) =>
        groups.map((group) => group.toSorted((a, b) => a - b).join()).sort();
      const found = polisGroups(files.get('votes.csv') ?? '', files.get('comments.csv') ?? '');
      tied += Number(found === null);
      if (found === null) return;
      grouped += 1;
      expect(sorted(found)).toEqual(sorted(inFile));
    });
    fc.assert(same, { numRuns: 12 });
    expect(grouped).toBeGreaterThan(5);
    // Someone was halfway between two of the first three people, and fell to the other side in the file.
    tied = 0;
    fc.assert(same, { seed: -1641204282, path: '9', numRuns: 1 });
    expect(tied).toBe(1);
  });

  test('have a table of their votes in Polis’ columns, each row the sum of its groups', () => {
    const files = polisFiles(ballotOf(PEOPLE));
    const rows = rowsIn(files, 'comment-groups.csv');
    expect(Object.keys(rows[0] ?? {}).slice(0, 10)).toEqual([
      ...['comment-id', 'comment', 'total-votes', 'total-agrees', 'total-disagrees', 'total-passes'],
      ...['group-a-votes', 'group-a-agrees', 'group-a-disagrees', 'group-a-passes'],
    ]);
    expect(rows).toHaveLength(8);
    for (const row of rows)
      for (const what of ['votes', 'agrees', 'disagrees', 'passes'])
        expect(['a', 'b', 'c'].reduce((sum, group) => sum + Number(row[`group-${group}-${what}`]), 0)).toBe(
          Number(row[`total-${what}`]),
        );
    expect(files.get('summary.csv')).toContain('voters,21\r\nvoters-in-conv,21\r\n');
    expect(files.get('summary.csv')).toContain('groups,3\r\n');
  });
});
