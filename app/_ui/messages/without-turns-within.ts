import { hasTurns, withoutTurns } from '../../../domain/debate/turns.ts';

type Says = (key: string, values?: object, ...more: unknown[]) => unknown;

/**
 * What says sentences, as use-intl makes it, leaving out of what people wrote in them the signs that turn the direction: one
 * that is not ended would turn our words behind it. To enclose it would not do: it may have the sign that ends that, too.
 */
export function withoutTurnsWithin<Saying extends object>(saying: Saying): Saying {
  const says = saying as unknown as Says;
  const plainly: Says = (key, values, ...more) => says(key, values && plainValues(values), ...more);
  return Object.assign(plainly, saying) as unknown as Saying;
}

function plainValues(values: object): object {
  // Most have none: a large board says very many sentences.
  if (!Object.values(values).some(turns)) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, turns(value) ? withoutTurns(value) : value]),
  );
}

function turns(value: unknown): value is string {
  return typeof value === 'string' && hasTurns(value);
}
