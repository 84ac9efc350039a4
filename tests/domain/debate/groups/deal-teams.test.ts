import { expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { dealTeams, needsTeams, peopleWithoutTeam } from '#domain/debate/groups/deal-teams.ts';
import { Random } from '#tests/simulation/random.ts';
import { aDebate } from '#tests/support/debate-builder.ts';
import { setAgenda, WRITING } from '#tests/support/phased-debate.ts';

const join = (participantId: string) =>
  ({ type: 'participant.join', participantId, role: 'debater' }) as const;
const speakFor = (participantId: string, team: string) =>
  ({ type: 'team.choose', participantId, team }) as const;

test('[TE1] people without a team are dealt out until each position has as many', () => {
  const debate = aDebate()
    .does(SYSTEM, ...['p', 'q', 'r', 's'].map(join))
    .does('olga', speakFor('dana', 'east'), speakFor('emil', 'east'));
  const random = new Random(7);
  debate.does('olga', ...dealTeams(debate.state, () => random.next()));
  const teams = ['dana', 'emil', 'p', 'q', 'r', 's'].map((id) => debate.state.participants.get(id)?.team);
  expect(teams.filter((team) => team === 'east')).toHaveLength(3);
  expect(teams.filter((team) => team === 'west')).toHaveLength(3);
  expect(teams.slice(0, 2)).toEqual(['east', 'east']);
  expect(dealTeams(debate.state, () => 0)).toEqual([]);
});

test('[TE1] a person who chose a team, or was given one, before the dealing arrives keeps it', () => {
  const debate = aDebate();
  const dealt = dealTeams(debate.state, () => 0);
  debate.does('dana', speakFor('dana', 'west')).does('mona', speakFor('emil', 'west'));
  expect(dealt.map((one) => debate.refusal('olga', one))).toEqual(['nothing_changed', 'nothing_changed']);
  debate.does('dana', speakFor('dana', 'east'));
  expect(debate.state.participants.get('dana')?.team).toBe('east');
});

test('[TE1] moderators, people who only read, and people who left get none', () => {
  const debate = aDebate();
  expect(peopleWithoutTeam(debate.state).sort()).toEqual(['dana', 'emil']);
  debate.does('olga', {
    type: 'participant.setMembership',
    participantId: 'dana',
    membership: 'removed',
    reason: 'other',
  });
  expect(peopleWithoutTeam(debate.state)).toEqual(['emil']);
});

test('[TE1] teams are needed where each writes for its own position, and where they are to switch sides', () => {
  const debate = aDebate();
  expect(needsTeams(debate.state)).toBe(false);
  expect(needsTeams(aDebate().does('olga', { type: 'debate.configure', sides: 'own' }).state)).toBe(true);
  debate.does('olga', setAgenda([{ ...WRITING, kind: 'switch_sides' }]));
  expect(needsTeams(debate.state)).toBe(true);
  debate.does('olga', { type: 'debate.configure', teams: 'off' });
  expect(needsTeams(debate.state)).toBe(false);
});
