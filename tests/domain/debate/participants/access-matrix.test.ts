import { describe, expect, test } from 'vitest';
import type { OperationType } from '#domain/debate/engine/operations.ts';
import { isModeratorOnly, may } from '#domain/debate/engine/permissions.ts';
import { ACTORS, MATRIX_ACTORS, type MatrixActor, OPERATION_MATRIX } from '#tests/support/access-matrix.ts';
import { aDebate, type DebateBuilder } from '#tests/support/debate-builder.ts';
import { firstOf, isTheServers, OPERATION_TYPES, SAMPLES } from '#tests/support/operation-samples.ts';

/** A debate in which the sample of a type may be asked for, by one who may. */
function madeFor(type: OperationType, who: string): DebateBuilder {
  const debate = aDebate();
  for (const first of firstOf(type)) debate.ask(setterOf(type, who), first);
  return debate;
}

/** The person who does a sample's prerequisites. */
function setterOf(type: OperationType, who: string): string {
  if (type.startsWith('vote.')) return who;
  if (type === 'report.withdraw' || type === 'suggestion.withdraw') return who;
  if (type === 'suggestion.settle') return 'susi';
  if (type === 'report.settle') return 'emil';
  if (type.startsWith('agenda.') || type.startsWith('task.')) return 'olga';
  if (['content.', 'flag.', 'group.', 'claim.promote', 'claim.unmerge'].some((runs) => type.startsWith(runs)))
    return 'olga';
  if (/^poll\.|^conclusion\.|^steelman\.|^hand\.lower|^floor\.uninvite/.test(type)) return 'olga';
  return type.startsWith('link.') ? 'emil' : 'dana';
}

function decideAbout(debate: DebateBuilder, actor: MatrixActor): void {
  const reason = 'other';
  if (actor === 'muted')
    debate.does('olga', { type: 'participant.mute', participantId: 'emil', muted: true, reason });
  if (actor === 'removed' || actor === 'banned')
    debate.does('olga', {
      type: 'participant.setMembership',
      participantId: 'emil',
      membership: actor,
      reason,
    });
}

describe('[RO11] each operation ends as the matrix says, for each sender', () => {
  test.each(OPERATION_TYPES)('%s', (type) => {
    for (const actor of MATRIX_ACTORS) {
      const debate = madeFor(type, ACTORS[actor]);
      decideAbout(debate, actor);
      const outcome = debate.refusal(ACTORS[actor], SAMPLES[type].operation) ?? 'yes';
      expect(outcome, actor).toBe(OPERATION_MATRIX[type][actor]);
    }
  });

  test('only the server may ask for server operations', () => {
    for (const type of OPERATION_TYPES.filter(isTheServers))
      expect(Object.values(OPERATION_MATRIX[type])).not.toContain('yes');
  });
});

test('moderators alone may run operations that no other role may', () => {
  const state = aDebate().state;
  const only = OPERATION_TYPES.filter(isModeratorOnly);
  expect(only).toContain('content.hide');
  const byOthers = (['debater', 'suggester', 'observer'] as const).flatMap((role) =>
    OPERATION_TYPES.filter(
      (type) => may(state, { id: 'x', role }, type, 'x') || may(state, { id: 'x', role }, type, 'y'),
    ),
  );
  const byModerators = OPERATION_TYPES.filter((type) =>
    (['owner', 'moderator'] as const).some((role) =>
      ['x', 'y'].some((by) => may(state, { id: 'x', role }, type, by)),
    ),
  );
  expect(only).toEqual(byModerators.filter((type) => !byOthers.includes(type)));
});
