import { generateKeyBetween } from 'fractional-indexing';
import { describe, expect, it } from 'vitest';
import { orderKeyAt, orderKeysBetween, SiblingKeys } from '#domain/debate/claims/order-keys.ts';
import { randomOrderKey } from '#domain/debate/claims/random-order-key.ts';
import { decide } from '#domain/debate/engine/decide.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { toLogEntries } from '#domain/debate/engine/to-log-entries.ts';
import { aDebate, newClaim } from '#tests/support/debate-builder.ts';

const DANA = { id: 'dana', role: 'debater' } as const;

/** Keys with no room for another between the second and the third. */
const NARROW = ['a0', `a0${'z'.repeat(LIMITS.orderKeyCharacters)}`, 'a1'];

/** Each sibling is named by its key here. */
const itself = (key: string) => key;

/** A state in which a claim was moved after another, if it was not there already. */
function moved(state: DebateState, claimId: string, after: string): DebateState {
  const target = { kind: 'position', id: 'east' } as const;
  const move = { type: 'claim.move', claimId, target, relation: 'support', after } as const;
  const decision = decide(state, move, DANA, 2_000);
  if (!decision.ok && decision.rejection.code === 'nothing_changed') return state;
  if (!decision.ok) throw new Error(decision.rejection.code);
  return evolveAll(state, toLogEntries(state, decision.effects, { actor: 'dana', author: 'dana' }, 2_000));
}

describe('order keys', () => {
  it('stay short, however often two claims are put between the same neighbours', () => {
    let { state } = aDebate().does('dana', ...['1', '2', '3'].map((key) => newClaim(key, 'east')));
    let longest = 0;
    for (let at = 0; at < 4 * LIMITS.orderKeyCharacters; at += 1) {
      state = moved(moved(state, 'c-3', 'l-1'), 'c-2', 'l-1');
      longest = Math.max(longest, ...state.links.map(({ order }) => order.length).values());
    }
    expect(longest).toBe(LIMITS.orderKeyCharacters);
    expect(state.childLinks.get('east')).toHaveLength(4);
  });

  it('lead to the nearest place with room', () => {
    const keys = [...NARROW, 'a2', 'a3'];
    const key = orderKeyAt(keys, 2, itself, generateKeyBetween);
    expect([...keys, key].sort().indexOf(key)).toBe(3);
    expect(key.length).toBeLessThan(10);
  });

  it('lead to the end where no place near has room', () => {
    const long = Array.from(
      { length: 40 },
      (_, at) => `a0${'z'.repeat(LIMITS.orderKeyCharacters)}${at + 11}`,
    );
    const keys = long.filter((key) => !key.endsWith('0'));
    for (const between of [generateKeyBetween, randomKey]) {
      const key = orderKeyAt(keys, 15, itself, between);
      expect([...keys, key].sort().at(-1)).toBe(key);
      expect(key.length).toBeLessThan(20);
    }
  });

  it('of several put after all where there is no room for them', () => {
    const [, before = '', behind = ''] = NARROW;
    expect(orderKeysBetween(before, behind, 3, new SiblingKeys(NARROW))).toEqual(['a2', 'a3', 'a4']);
    expect(orderKeysBetween('a0', 'a1', 2, new SiblingKeys(['a0', 'a1']))).toEqual(['a0G', 'a0V']);
  });
});

function randomKey(before: string | null, behind: string | null): string {
  return randomOrderKey(before, behind, 'c-1', new Set());
}
