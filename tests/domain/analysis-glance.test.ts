import { describe, expect, test } from 'vitest';
import { glanceAt, summarySteps } from '../../domain/analysis/debate-glance.ts';
import { countWords, participationIn } from '../../domain/analysis/participation.ts';
import { debateStrengths, strengthIn } from '../../domain/analysis/strength/debate-strengths.ts';
import { finish } from '../../domain/collections/steps.ts';
import { aDebate, agree, comment, type DebateBuilder, newClaim, retract } from '../support/debate-builder.ts';
import { addVoters } from '../support/made-people.ts';

const glance = ({ state }: DebateBuilder) => glanceAt(debateStrengths(state));
const standing = ({ state }: DebateBuilder) => finish(summarySteps(debateStrengths(state)));

describe('[AN24] participation', () => {
  test('counts contributions that stand, with their words, by person and by position', () => {
    const debate = aDebate();
    const before = participationIn(debate.state);
    const of = (list: typeof before.people, id: string) => list?.find((each) => each.id === id);
    debate.does('dana', newClaim('n', 'west', { text: 'one two three', positionId: 'west' }));
    debate.does('dana', comment({ commentId: 'm-n', text: 'four five' }));
    const { people, positions } = participationIn(debate.state);
    const was = of(before.people, 'dana');
    expect(of(people, 'dana')).toEqual({
      id: 'dana',
      claims: (was?.claims ?? 0) + 1,
      comments: (was?.comments ?? 0) + 1,
      words: (was?.words ?? 0) + 5,
    });
    expect(positions.map(({ id }) => id)).toEqual(['east', 'west']);
    expect(of(positions, 'west')?.claims).toBe((of(before.positions, 'west')?.claims ?? 0) + 1);
    debate.does('dana', retract('c-n'));
    expect(of(participationIn(debate.state).people, 'dana')?.claims).toBe(was?.claims);
  });

  test('with the votes on the claims of each position, while tallies are shown', () => {
    const debate = aDebate().does('dana', newClaim('n', 'west', { positionId: 'west' }));
    const votesOn = () => participationIn(debate.projection(null)).votesOn;
    expect(votesOn()?.get('west') ?? 0).toBe(0);
    debate.does('emil', agree('c-n')).does('dana', { ...agree('c-n'), answer: 'pass' });
    expect(votesOn()?.get('west')).toBe(2);
    debate.does('olga', { type: 'debate.configure', ballots: 'secret' });
    expect(votesOn()).toBeNull();
    debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
    expect(votesOn()?.get('west'), 'nothing is disclosed about fewer than five').toBe(0);
  });

  test('names nobody where nobody is named, and still counts positions', () => {
    const debate = aDebate().does('olga', { type: 'debate.configure', names: 'anonymous' });
    const { people, evenness, positions } = participationIn(debate.projection('emil'));
    expect([people, evenness]).toEqual([null, null]);
    expect(positions.some(({ claims }) => claims > 0)).toBe(true);
  });

  test('over time no contribution is lost, and the stretches follow each other', () => {
    const { time, step, people } = participationIn(aDebate().state);
    const all = people?.reduce((sum, { claims, comments }) => sum + claims + comments, 0);
    expect(time.reduce((sum, { claims, comments }) => sum + claims + comments, 0)).toBe(all);
    for (const [nth, { from }] of time.entries()) expect(from).toBe((time[0]?.from ?? 0) + nth * step);
  });

  test('words are counted in scripts without spaces too', () => {
    expect(['one two', ' a  b—c! ', '', '…', '贸易带来友谊', '3.5 % of 2'].map(countWords)).toEqual([
      2, 2, 0, 0, 6, 3,
    ]);
  });
});

describe('[AN25] the debate at a glance', () => {
  test('contested is what nearly as many are for as against', () => {
    const debate = aDebate().does('dana', newClaim('v', 'east'), newClaim('w', 'east'));
    for (const [nth, voter] of addVoters(debate, 5).entries())
      for (const [claim, against] of [
        ['c-v', 2],
        ['c-w', 1],
      ] as const)
        debate.does(voter, { ...agree(claim), answer: nth < against ? 'disagree' : 'agree' });
    expect(glance(debate).contested).toEqual(['c-v']);
  });

  test('unsourced is what nothing is cited for, the strongest first', () => {
    const debate = aDebate();
    const { unsourced, unsourcedCount } = glance(debate);
    for (const id of unsourced) expect(debate.state.claims.get(id)?.sources).toEqual([]);
    const strengths = debateStrengths(debate.state);
    const values = unsourced.map((id) => strengthIn(strengths, id) ?? 0);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    const [first = ''] = unsourced;
    debate.does('dana', { type: 'claim.cite', claimId: first, sourceId: 's-a' });
    expect(glance(debate).unsourced).not.toContain(first);
    expect(glance(debate).unsourcedCount).toBe(unsourcedCount - 1);
  });

  test('[AN17] unanswered are all attacks that nothing attacks; [AN8] labels are counted with their reasons', () => {
    const debate = aDebate().does('dana', newClaim('x', 'c-d', { relation: 'attack' }));
    const has = () => glance(debate).unanswered.some(({ from, on }) => from === 'c-x' && on === 'c-d');
    expect(has()).toBe(true);
    const { labels, counts } = standing(debate).labels;
    expect(labels.get('c-d')).toEqual({ label: 'out', because: ['c-x'] });
    expect(counts.in + counts.out + counts.undecided).toBe(labels.size);
    debate.does('emil', newClaim('y', 'c-x', { relation: 'attack' }));
    expect(has()).toBe(false);
    expect(standing(debate).labels.labels.get('c-d')?.label).not.toBe('out');
  });

  test('[AN9] preferred sets are looked for where there are few arguments', () => {
    const debate = aDebate();
    expect(standing(debate).labels.preferred?.complete).toBe(true);
    for (let nth = 0; nth < 70; nth += 1) debate.does('dana', newClaim(`z${nth}`, 'east'));
    expect(standing(debate).labels.preferred).toBeNull();
  });
});
