import { expect } from 'vitest';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import type { Group } from '../../domain/debate/groups/group.ts';
import { planPromotion } from '../../domain/debate/groups/plan-promotion.ts';
import { reconcileGroup } from '../../domain/debate/groups/reconcile-group.ts';
import { aDebate, CREATE, DebateBuilder, form } from './debate-builder.ts';

/** Groups of dana and emil, and of susi and otto. */
export const grouped = () => aDebate().does('olga', form('a', 'dana', 'emil'), form('b', 'susi', 'otto'));
/** A group by the key it was formed with. */
export const groupOf = (debate: DebateBuilder, key: string): Group =>
  debate.state.groups.get(`g-${key}`) ?? expect.fail('no such group');

/** The group's debate, brought in line as the server does. */
export function inLine(plenary: DebateBuilder, key: string, group = newGroup()): DebateBuilder {
  return group.does(SYSTEM, ...reconcileGroup(plenary.state, groupOf(plenary, key), group.state));
}

/** A group's debate with two positions, of which the plenary has one. */
export function newGroup(settings: (typeof CREATE)['settings'] = {}): DebateBuilder {
  const position = { type: 'position.add', summary: '', hue: 'blue' } as const;
  return new DebateBuilder()
    .does(SYSTEM, {
      ...CREATE,
      visibility: 'private',
      plenary: 'd-plenary',
      settings: { guests: 'none', ...settings },
    })
    .does(SYSTEM, { ...position, positionId: 'east', name: 'East' })
    .does(SYSTEM, { ...position, positionId: 'north', name: 'West' });
}

/** The plan by which a claim of the first group is brought to the plenary. */
export function plannedPromotion(plenary: DebateBuilder, { state }: DebateBuilder, claimId: string) {
  const claim = state.claims.get(claimId) ?? expect.fail('no such claim');
  return planPromotion(plenary.state, groupOf(plenary, 'a'), state, claim);
}
