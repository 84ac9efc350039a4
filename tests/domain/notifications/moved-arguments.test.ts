import { describe, expect, test } from 'vitest';
import type { Operation } from '../../../domain/debate/engine/operations.ts';
import { projectNotification } from '../../../domain/notifications/project-notification.ts';
import { aDebate, type DebateBuilder, editTo, merge, targetOf } from '../../support/debate-builder.ts';

/** Emil's argument for Dana's claim, moved: its link stays. */
const move = (under: string, relation: 'support' | 'attack'): Operation => ({
  type: 'claim.move',
  claimId: 'c-b',
  target: targetOf(under),
  relation,
  after: null,
});

const shownToDana = (debate: DebateBuilder, kind: 'supported' | 'reworded', about: string) =>
  projectNotification({ to: 'dana', kind, about, seq: 9, at: 5 }, debate.projection('dana'), new Map());

describe('[NO5] a notification says what is so now', () => {
  test('of an argument that attacks what it supported', () => {
    const debate = aDebate();
    expect(shownToDana(debate, 'supported', 'l-b')).toMatchObject({ kind: 'supported' });
    debate.does('olga', move('c-a', 'attack'));
    expect(shownToDana(debate, 'supported', 'l-b')).toMatchObject({ kind: 'attacked' });
  });

  test('and nothing of an argument that was moved to another person’s claim', () => {
    const debate = aDebate().does('olga', move('c-d', 'support'));
    expect(shownToDana(debate, 'supported', 'l-b')).toBeNull();
  });

  test('nor of a claim to vote on again that was merged since: the vote would count for the other one', () => {
    const debate = aDebate();
    debate.does('dana', { type: 'vote.cast', claimId: 'c-d', answer: 'agree', wording: 1 });
    debate
      .does('emil', editTo(debate.state, 'c-d', 'eight'))
      .does('system', { type: 'text.seal', text: 'c-d' });
    expect(shownToDana(debate, 'reworded', 'c-d')).toMatchObject({ words: 'eight' });
    debate.does('mona', merge('c-d', 'c-a'));
    expect(shownToDana(debate, 'reworded', 'c-d')).toBeNull();
  });
});
