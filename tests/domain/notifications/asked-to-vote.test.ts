import { expect, test } from 'vitest';
import { projectState } from '#domain/debate/engine/project.ts';
import type { Phase } from '#domain/debate/phases/agenda.ts';
import { projectNotification } from '#domain/notifications/project-notification.ts';
import { aDebate, type DebateBuilder } from '#tests/support/debate-builder.ts';
import { setAgenda, turnTo, VOTING } from '#tests/support/phased-debate.ts';
import { notesOf } from '../../support/notified.ts';

const close = { type: 'debate.setStatus', status: 'closed' } as const;

/** The notifications of the last entry of a debate. */
function lastNotes(debate: DebateBuilder) {
  return notesOf(debate.entries.at(-1) ?? expect.fail('no entry'), debate.state);
}

const aVote = (phase: Phase = VOTING) => aDebate().does('olga', setAgenda([phase]));

test('[NO1] a phase "vote" notifies nobody in a closed debate, nor where it allows no votes', () => {
  expect(lastNotes(aVote().does('olga', turnTo(VOTING.id)))).toHaveLength(4);
  expect(lastNotes(aVote().does('olga', close, turnTo(VOTING.id)))).toEqual([]);
  expect(lastNotes(aVote({ ...VOTING, may: ['comment'] }).does('olga', turnTo(VOTING.id)))).toEqual([]);
});

test('[NO5] a request to vote is gone once the debate is closed, and back when it is opened again', () => {
  const debate = aVote().does('olga', turnTo(VOTING.id));
  const note = lastNotes(debate).find(({ to }) => to === 'dana') ?? expect.fail('not notified');
  const shown = () => projectNotification(note, projectState(debate.state, 'debaters', 'dana'), new Map());
  expect(shown()).toMatchObject({ kind: 'voting' });
  debate.does('olga', close);
  expect(shown()).toBeNull();
  debate.does('olga', { type: 'debate.setStatus', status: 'open' });
  expect(shown()).not.toBeNull();
});
