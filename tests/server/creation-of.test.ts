import { expect, test } from 'vitest';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { projectState } from '../../domain/debate/engine/project.ts';
import { creationOf } from '../../server/services/debates/creation-of.ts';
import {
  aDebate,
  answer,
  closePoll,
  DebateBuilder,
  quickPoll,
  stancePoll,
} from '../support/debate-builder.ts';
import { OPEN, setAgenda } from '../support/phased-debate.ts';

/** A request for a debate that takes over these positions of another. */
const taking = (...positions: string[]) => ({
  title: 'Again',
  motion: 'Trade makes peace',
  visibility: 'unlisted' as const,
  positions: positions.map((of) => ({ name: of, hue: 'teal' as const, summary: '', of })),
});

test('[AG6] a debate started from another keeps who writes for whom, for the positions that it takes over', () => {
  const presents = [
    { team: 'east', position: 'west' },
    { team: 'west', position: 'east' },
  ];
  const switched = { ...OPEN, id: 'p-switch', kind: 'switch_sides' as const, presents };
  const { state } = aDebate().does('olga', setAgenda([switched, OPEN]));
  const phasesOf = (...positions: string[]) =>
    new DebateBuilder().does(SYSTEM, ...creationOf(taking(...positions), 'olga', state)).state.agenda?.phases;
  expect(phasesOf('west', 'east')).toEqual([
    {
      ...switched,
      presents: [
        { team: 'p_position2', position: 'p_position1' },
        { team: 'p_position1', position: 'p_position2' },
      ],
    },
    OPEN,
  ]);
  const { presents: _, ...bare } = switched;
  expect(phasesOf('east')).toEqual([bare, OPEN]);
});

test('[LI10] the quick polls that its maker sees are prepared again, without answers; those on the motion are not', () => {
  const debate = aDebate().does('olga', quickPoll('p-n', { prepared: true, question: 'Not asked yet?' }));
  debate.does('olga', quickPoll('p-q', { secret: true, threshold: 3, question: 'Asked?' }));
  debate.does('dana', answer('p-q', 1)).does('olga', closePoll('p-q'), stancePoll('p-b', 'before'));
  const pollsFor = (who: string, audience: 'moderators' | 'debaters') => {
    const from = projectState(debate.state, audience, who);
    const { polls } = new DebateBuilder().does(SYSTEM, ...creationOf(taking('east'), who, from)).state;
    return [...polls.values()].map(({ question, kind, secret, threshold, open, prepared, answered }) => {
      return { question, kind, secret, threshold, open, prepared, answered };
    });
  };
  const asked = { kind: 'quick', open: false, prepared: true, answered: 0 };
  const secret = { ...asked, question: 'Asked?', secret: true, threshold: 3 };
  const unasked = { ...asked, question: 'Not asked yet?', secret: false, threshold: undefined };
  expect(pollsFor('olga', 'moderators')).toEqual([unasked, secret]);
  expect(pollsFor('dana', 'debaters')).toEqual([secret]);
});
