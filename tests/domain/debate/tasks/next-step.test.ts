import { describe, expect, test } from 'vitest';
import { claimToAnswer, claimToComment, claimToSource } from '#domain/debate/tasks/next-step.ts';
import { guidedOrder } from '#domain/debate/votes/guided-order.ts';
import {
  aDebate,
  comment,
  type DebateBuilder,
  merge,
  newClaim,
  retract,
  targetOf,
} from '#tests/support/debate-builder.ts';

const orderOf = ({ state }: DebateBuilder, person: string) =>
  guidedOrder(state, { participantId: person, seed: person, branch: null });

describe('the next step of a task', () => {
  test('is the first claim of those by others that have the fewest replies', () => {
    const debate = aDebate().does('dana', newClaim('e', 'west'), newClaim('f', 'west'));
    const [unanswered] = orderOf(debate, 'emil').filter((id) => ['c-e', 'c-f', 'c-u'].includes(id));
    expect(claimToAnswer(debate.state, 'emil')).toBe(unanswered);
    debate.does('mona', newClaim('r', 'c-e'), newClaim('s', 'c-f'), newClaim('t', 'c-u'));
    const [fresh] = orderOf(debate, 'emil').filter((id) => ['c-r', 'c-s', 'c-t'].includes(id));
    expect(claimToAnswer(debate.state, 'emil')).toBe(fresh);
  });

  test('is none that the person has answered, and none of their own', () => {
    const debate = aDebate();
    expect(claimToAnswer(debate.state, 'emil')).toBe('c-u');
    debate.does('emil', newClaim('v', 'c-u'));
    expect(claimToAnswer(debate.state, 'emil')).toBeNull();
    expect(claimToAnswer(debate.state, 'dana')).not.toBeNull();
  });

  test('for comments it is chosen by comments', () => {
    const debate = aDebate();
    expect(claimToComment(debate.state, 'emil')).toBe('c-u');
    debate.does('emil', comment({ commentId: 'm-b', on: targetOf('c-u') }));
    expect(claimToComment(debate.state, 'emil')).toBe('c-a');
    debate.does('emil', comment({ commentId: 'm-c', on: targetOf('c-a') }));
    expect(claimToComment(debate.state, 'emil')).toBeNull();
  });

  test('for sources it is the newest of the person’s own claims that has none', () => {
    const debate = aDebate();
    const add = (key: string, sources: string[] = []) => {
      debate.now += 1;
      debate.does('dana', newClaim(key, 'west', { sources }));
      return claimToSource(debate.state, 'dana');
    };
    expect(claimToSource(debate.state, 'dana')).toBe('c-a');
    expect([add('e'), add('f'), add('g', ['s-a'])]).toEqual(['c-e', 'c-f', 'c-f']);
    debate.does('dana', newClaim('d2', 'west'), newClaim('d1', 'west'));
    expect(claimToSource(debate.state, 'dana')).toBe('c-d1');
    debate.does('dana', retract('c-d1')).does('olga', merge('c-d2', 'c-a'));
    expect(claimToSource(debate.state, 'dana')).toBe('c-f');
    expect(claimToSource(debate.state, 'otto')).toBeNull();
  });
});
