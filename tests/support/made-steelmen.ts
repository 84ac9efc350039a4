import type { Operation, OperationOf } from '../../domain/debate/engine/operations.ts';
import type { Phase } from '../../domain/debate/phases/agenda.ts';
import { type DebateBuilder, newClaim } from './debate-builder.ts';
import { CONCLUSION_CASES, speaksFor } from './made-conclusion.ts';

/** A phase in which teams write for another position. */
export const SWITCHED: Phase = {
  id: 'p-switch',
  kind: 'switch_sides',
  title: '',
  note: '',
  minutes: null,
  may: ['add', 'edit', 'comment', 'vote'],
  hides: [],
};

/** Steps of a moderator of `aDebate()`, who speaks for the east: dana's words in m-a become a steelman of it, c-sm, by the west. */
export const STEELMANNING: readonly Operation[] = [
  speaksFor('olga', 'east'),
  speaksFor('dana', 'west'),
  { type: 'agenda.set', phases: [SWITCHED], base: 0 },
  { type: 'agenda.goTo', from: null, to: SWITCHED.id },
  newClaim('sm', 'east', { positionId: 'east', text: 'Why?', comment: 'm-a' }),
];

/** `aDebate()` in a phase in which teams switch sides: olga and emil are of the east, dana of the west, susi and mona of none. */
export function switchSides(debate: DebateBuilder, phase: Phase = SWITCHED): DebateBuilder {
  return debate
    .does('olga', speaksFor('olga', 'east'), speaksFor('emil', 'east'), speaksFor('dana', 'west'))
    .does('olga', { type: 'agenda.set', phases: [phase], base: 0 })
    .does('olga', { type: 'agenda.goTo', from: null, to: phase.id });
}

/** The same with dana's steelman of the east, c-sm. */
export function steelman(debate: DebateBuilder): DebateBuilder {
  return switchSides(debate).does(
    'dana',
    newClaim('sm', 'east', { positionId: 'east', text: 'east is best' }),
  );
}

/** Answers a steelman: it is their view, or something is missing. */
export function agree(answerId: string, claimId = 'c-sm', wording = 1): OperationOf<'steelman.answer'> {
  return { type: 'steelman.answer', claimId, answerId, wording, agrees: true };
}

export function notYet(
  answerId: string,
  claimId = 'c-sm',
  text = 'The price is missing',
): OperationOf<'steelman.answer'> {
  const missing = { commentId: `m-${answerId}`, text };
  return { type: 'steelman.answer', claimId, answerId, wording: 1, agrees: false, missing };
}

export function unanswer(claimId = 'c-sm'): OperationOf<'steelman.answer'> {
  return { type: 'steelman.answer', claimId, answerId: 'a-none', wording: 1, agrees: null };
}

/** Records that the position as a whole recognizes it; null: that it doesn't. */
export function recognize(
  answerId: string,
  claimId = 'c-sm',
  wording: number | null = 1,
): OperationOf<'steelman.record'> {
  return { type: 'steelman.record', claimId, answerId, wording };
}

/** A steelman of the west by the east, from a group, whose author is nobody. */
export function promotedSteelman(key: string): OperationOf<'claim.promote'> {
  const { after: _, ...claim } = newClaim(key, 'west', { positionId: 'west' });
  return { ...claim, type: 'claim.promote', groupId: 'g-a', steelman: 'east' };
}

/** For `aBusyDebate()`, where olga and mona speak for the west: they answered c-sp, and recorded that it recognizes c-st. */
export function withSteelmen(debate: DebateBuilder): DebateBuilder {
  return debate
    .does('system', promotedSteelman('sp'), promotedSteelman('st'))
    .does('olga', notYet('a-o', 'c-sp'), recognize('a-t', 'c-st'))
    .does('mona', notYet('a-m', 'c-sp'));
}

/** Operations on those, and on the conclusion, of two people who make them at once. */
export const STEELMAN_CASES = {
  ...CONCLUSION_CASES,
  'steelman.answer': [agree('a-1', 'c-sp'), agree('a-2', 'c-sp'), notYet('a-3', 'c-sp'), unanswer('c-sp')],
  'steelman.record': [recognize('a-4', 'c-sp'), recognize('a-5', 'c-sp'), recognize('a-6', 'c-st', null)],
};
