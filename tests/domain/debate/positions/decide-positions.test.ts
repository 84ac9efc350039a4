import { expect } from 'vitest';
import type { EffectOf } from '#domain/debate/engine/define-event.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OperationOf } from '#domain/debate/engine/operations.ts';
import { type DecisionCase, describeDecisions, fillUp } from '#tests/support/decision-cases.ts';

type Add = OperationOf<'position.add'>;
type Edit = OperationOf<'position.edit'>;

const add = (more: Partial<Add> = {}): Add => ({
  type: 'position.add',
  positionId: 'north',
  name: 'North',
  hue: 'teal',
  summary: 'Up',
  ...more,
});
const added = (more: Partial<Add> = {}): EffectOf<'position.added'> => ({
  ...add(more),
  type: 'position.added',
  order: expect.any(String),
});
const edit = (more: Partial<Edit>): Edit => ({ type: 'position.edit', positionId: 'east', ...more });
const edited = (more: Partial<Edit>): EffectOf<'position.edited'> => ({
  ...edit(more),
  type: 'position.edited',
});
const long = (characters: number) => 'x'.repeat(characters + 1);

const ADD: DecisionCase<Add>[] = [
  ['with a summary', 'mona', add(), added()],
  ['without a summary', 'olga', add({ summary: '' }), added({ summary: '' })],
  ['the last one', 'olga', add(), added(), fillUp('positions', LIMITS.positions - 1)],
  ['by a debater', 'dana', add(), 'not_allowed'],
  ['without a name', 'olga', add({ name: ' ' }), 'text_empty'],
  ['with a long name', 'olga', add({ name: long(LIMITS.positionNameCharacters) }), 'text_too_long'],
  ['with a name in a hidden direction', 'olga', add({ name: 'htroN\u202e' }), 'text_malformed'],
  ['with a long summary', 'olga', add({ summary: long(LIMITS.positionSummaryCharacters) }), 'text_too_long'],
  ['with the id of another', 'olga', add({ positionId: 'east' }), 'id_taken'],
  ['with the id of a claim', 'olga', add({ positionId: 'c-a' }), 'id_taken'],
  ['one too many', 'olga', add(), 'too_many', fillUp('positions', LIMITS.positions)],
];

const EDIT: DecisionCase<Edit>[] = [
  ['its name', 'mona', edit({ name: 'Orient' }), edited({ name: 'Orient' })],
  ['its color', 'olga', edit({ hue: 'slate' }), edited({ hue: 'slate' })],
  ['its name, with its color', 'olga', edit({ name: 'Orient', hue: 'blue' }), edited({ name: 'Orient' })],
  ['its name, by a debater', 'dana', edit({ name: 'Orient' }), 'not_allowed'],
  ['to no name', 'olga', edit({ name: ' ' }), 'text_empty'],
  ['to a long name', 'olga', edit({ name: long(LIMITS.positionNameCharacters) }), 'text_too_long'],
  ['to a name in a hidden direction', 'olga', edit({ name: 'tneirO\u202e' }), 'text_malformed'],
  ['of none', 'olga', edit({ positionId: 'north', name: 'North' }), 'unknown_position'],
  ['to its name', 'olga', edit({ name: 'East' }), 'nothing_changed'],
  ['in nothing', 'olga', edit({}), 'nothing_changed'],
];

describeDecisions('position.add', ADD);
describeDecisions('position.edit', EDIT);
