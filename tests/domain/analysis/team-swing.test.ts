import { describe, expect, test } from 'vitest';
import { swingByTeam } from '#domain/analysis/opinions/swing-by-team.ts';
import { aDebate, answer, closePoll, stancePoll } from '../../support/debate-builder.ts';
import { addVoters } from '../../support/made-people.ts';

describe('the swing of teams', () => {
  const swung = (isSecret: boolean) => {
    const debate = aDebate();
    const people = addVoters(debate, 12);
    for (const [nth, id] of people.entries())
      if (nth < 11)
        debate.does(id, { type: 'team.choose', participantId: id, team: nth < 6 ? 'west' : 'east' });
    for (const [pollId, kind] of [
      ['p-b', 'before'],
      ['p-a', 'after'],
    ] as const) {
      debate.does('olga', { ...stancePoll(pollId, kind), secret: isSecret });
      for (const [nth, id] of people.entries())
        debate.does(id, answer(pollId, kind === 'before' ? nth % 3 : 1));
      debate.does('olga', closePoll(pollId));
    }
    return debate;
  };

  test('is that of each, in the order of positions, and of people of none', () => {
    const flows = (counts: number[]) => counts.map((count) => [0, count, 0]);
    expect(swingByTeam(swung(false).state)).toEqual({
      pollId: 'p-a',
      teams: [
        { positionId: 'east', flows: flows([2, 2, 1]) },
        { positionId: 'west', flows: flows([2, 2, 2]) },
        { positionId: null, flows: flows([0, 0, 1]) },
      ],
    });
  });

  test('of a secret poll is not that of so few, nor one by which that could be calculated', () => {
    expect(swingByTeam(swung(true).state)?.teams.map(({ positionId }) => positionId)).toEqual(['west']);
  });

  test('is none without teams, or without two polls', () => {
    expect(swingByTeam(aDebate().state)).toBeNull();
    const debate = swung(false).does('olga', { type: 'debate.configure', teams: 'off' });
    expect(swingByTeam(debate.state)).toBeNull();
  });
});
