import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { projectOwnPart } from '#domain/debate/engine/project.ts';
import { fromSnapshot, toSnapshot } from '#domain/debate/engine/snapshot.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { promotionOrder } from '#domain/debate/groups/plan-promotion.ts';
import { projectGroup } from '#domain/protocol/project-group.ts';
import {
  aDebate,
  assign,
  bring,
  form,
  hide,
  newClaim,
  retract,
  toPlenary,
} from '#tests/support/debate-builder.ts';
import { grouped, inLine, newGroup, plannedPromotion } from '#tests/support/grouped.ts';

describe('[GR7] a claim is brought', () => {
  test('under what it stood under, where that is in the plenary, with its holder', () => {
    const plenary = grouped();
    const group = inLine(plenary, 'a');
    group.does(
      'dana',
      newClaim('a', 'east'),
      newClaim('n', 'c-a', { relation: 'attack', positionId: 'east' }),
    );
    expect(plannedPromotion(plenary, group, 'c-n')).toMatchObject({
      author: 'dana',
      operation: {
        target: { kind: 'claim', id: 'c-a' },
        relation: 'attack',
        positionId: 'east',
        text: 'claim n',
      },
    });
  });

  test('else under its position, of the same name where it is another one, by what it does to that', () => {
    const plenary = grouped();
    const group = inLine(plenary, 'a');
    group
      .does('dana', newClaim('n', 'north', { positionId: 'north', relation: 'attack' }))
      .does('emil', newClaim('o', 'c-n', { relation: 'attack' }));
    const west = { kind: 'position', id: 'west' };
    expect(plannedPromotion(plenary, group, 'c-n')?.operation).toMatchObject({
      target: west,
      relation: 'attack',
      positionId: 'west',
    });
    expect(plannedPromotion(plenary, group, 'c-o')?.operation).toMatchObject({
      target: west,
      relation: 'support',
    });
  });
});

describe('[GR8] that a claim was brought', () => {
  test('is linked with it in both debates', () => {
    const plenary = grouped().does('olga', bring('a', 'n'));
    expect(plenary.projection('emil').promotions.get('c-n')).toMatchObject({ group: 'g-a' });
    const group = inLine(grouped(), 'a').does('dana', newClaim('n', 'east')).does(SYSTEM, toPlenary('c-n'));
    expect(group.projection('emil').promotions.get('c-n')).toMatchObject({ group: null });
    plenary.does('olga', hide('c-n'));
    expect(plenary.projection('emil').promotions.size).toBe(0);
  });

  test('and in an anonymous debate only moderators see from which group', () => {
    const plenary = aDebate()
      .does('olga', { type: 'debate.configure', names: 'anonymous' })
      .does('olga', form('a', 'dana', 'emil', 'susi'));
    const after = plenary.entries.length;
    plenary.does('olga', bring('a', 'n'));
    expect(plenary.projection('mona').promotions.get('c-n')?.group).toBe('g-a');
    for (const who of ['dana', 'otto', null]) {
      expect(plenary.projection(who).promotions.get('c-n')?.group).toBe('');
      expect(JSON.stringify(plenary.frame(who, after))).not.toContain('g-a');
    }
  });
});

describe('[GR9] which groups there are', () => {
  const known = (state: DebateState) => toSnapshot(state).groups.map(({ id, members }) => [id, members]);

  test('is shown to moderators; others see their own', () => {
    const debate = grouped();
    expect(known(debate.projection('mona'))).toHaveLength(2);
    expect(known(debate.projection('dana'))).toEqual([['g-a', ['dana', 'emil']]]);
    expect(known(debate.projection(null))).toEqual([]);
    expect(projectOwnPart(debate.state, 'debaters', 'dana')?.groups.map(({ id }) => id)).toEqual(['g-a']);
    expect(projectOwnPart(debate.state, 'debaters', null)).toBeNull();
    debate.does('olga', {
      type: 'participant.setMembership',
      participantId: 'dana',
      membership: 'removed',
      reason: 'other',
    });
    expect(known(debate.projection('dana'))).toEqual([]);
  });

  test('is shown in an anonymous debate without its other members', () => {
    const debate = aDebate()
      .does('olga', { type: 'debate.configure', names: 'anonymous' })
      .does('olga', form('a', 'dana', 'emil', 'susi'));
    expect(known(debate.projection('dana'))).toEqual([['g-a', ['dana']]]);
    expect(known(debate.projection('mona'))).toEqual([['g-a', ['dana', 'emil', 'susi']]]);
  });

  test('is sent as it changes, without other groups', () => {
    const debate = aDebate();
    const before = { dana: debate.projection('dana'), otto: debate.projection('otto') };
    const after = debate.entries.length;
    debate.does('olga', form('a', 'dana'), form('b', 'otto'), assign('dana', 'b'));
    for (const who of ['dana', 'otto'] as const) {
      const sent = debate.frame(who, after).entries;
      expect(sent.map(({ effect }) => effect.type)).toEqual(['group.projected']);
      expect(JSON.stringify(sent)).not.toContain('g-a');
      expect(fromSnapshot(toSnapshot(before[who])).groups.size).toBe(0);
    }
    expect(debate.frame('emil', after).entries).toEqual([]);
  });
});

test('[GR10] a group’s progress is shown as its moderators would see it', () => {
  const group = inLine(grouped(), 'a');
  for (const key of ['k', 'l', 'm', 'n']) {
    group.now += 10;
    group.does('dana', newClaim(key, 'east'));
  }
  group.does('olga', retract('c-n')).does(SYSTEM, toPlenary('c-m'));
  const here = [
    { connection: '1', participantId: 'dana', at: null, writing: false },
    { connection: '2', participantId: 'dana', at: null, writing: false },
  ];
  const overview = projectGroup('g-a', group.state, { here, gone: [] });
  expect(overview).toMatchObject({ groupId: 'g-a', here: ['dana'], count: 1, claims: 3 });
  expect(overview.latest.map(({ id, author, promoted: isBrought }) => [id, author, isBrought])).toEqual([
    ['c-m', 'dana', true],
    ['c-l', 'dana', false],
    ['c-k', 'dana', false],
  ]);
  const anonymous = inLine(grouped(), 'a', newGroup({ names: 'anonymous' })).does(
    'dana',
    newClaim('n', 'east'),
  );
  const sent = projectGroup('g-a', anonymous.state, { here: [], gone: [], count: 2 });
  expect(sent).toMatchObject({ here: [], count: 2 });
  expect(JSON.stringify(sent)).not.toContain('dana');
});

test('[GR7] many claims are put in order with one walk up from each, what they reply to first', () => {
  const group = aDebate();
  const [depth, leaves] = [30, 200];
  for (let at = 0; at < depth; at += 1)
    group.does('dana', newClaim(`x${at}`, at === 0 ? 'east' : `c-x${at - 1}`));
  for (let at = 0; at < leaves; at += 1) group.does('dana', newClaim(`y${at}`, `c-x${(at * 7) % depth}`));
  let looks = 0;
  const claims = new Proxy(group.state.claims, {
    get: (map, name) => {
      looks += 1;
      const part: unknown = Reflect.get(map, name, map);
      return typeof part === 'function' ? part.bind(map) : part;
    },
  });
  const ids = [...group.state.claims.keys()].filter((id) => /^c-[xy]/.test(id));
  const order = promotionOrder({ ...group.state, claims }, ids).map(({ id }) => id);
  expect(order.filter((id) => id.startsWith('c-x'))).toEqual(
    Array.from({ length: depth }, (_, at) => `c-x${at}`),
  );
  expect(order.indexOf('c-y1')).toBeGreaterThan(order.indexOf('c-x7'));
  expect(looks).toBeLessThan(ids.length * (depth + 5));
});
