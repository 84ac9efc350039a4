import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { LogEntry } from '../../debate/engine/entries.ts';
import { LIMITS } from '../../debate/engine/limits.ts';

/**
 * A log in which something can be inserted before, between and after everything: if a file has an invalid order, siblings get new ones, in
 * the order in which the file's would sort.
 */
export function withSoundOrders(entries: readonly LogEntry[]): readonly LogEntry[] {
  if (entries.every(({ effect }) => !('order' in effect) || isOrder(effect.order))) return entries;
  const siblings = new Map<string, { readonly at: number; readonly order: string }[]>();
  for (const [at, { effect }] of entries.entries()) {
    if (effect.type !== 'position.added' && effect.type !== 'claim.added') continue;
    const place = effect.type === 'claim.added' ? effect.target.id : '';
    const group = siblings.get(place) ?? [];
    group.push({ at, order: effect.order });
    siblings.set(place, group);
  }
  const orders = new Map<number, string>();
  for (const group of siblings.values()) {
    const sorted = group.toSorted((a, b) => (a.order === b.order ? a.at - b.at : a.order < b.order ? -1 : 1));
    const keys = generateNKeysBetween(null, null, sorted.length);
    for (const [index, { at }] of sorted.entries()) orders.set(at, keys[index] ?? '');
  }
  return entries.map((entry, at) => {
    const order = orders.get(at);
    return order === undefined
      ? entry
      : { ...entry, effect: { ...entry.effect, order } as LogEntry['effect'] };
  });
}

function isOrder(order: string): boolean {
  try {
    generateKeyBetween(order, null);
    return order.length <= LIMITS.orderKeyCharacters;
  } catch {
    return false;
  }
}
