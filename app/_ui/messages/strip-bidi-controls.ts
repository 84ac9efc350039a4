import { hasBidiControls, withoutTurns } from '../../../domain/debate/texts/bidi-controls.ts';

type Says = (key: string, values?: object, ...more: unknown[]) => unknown;

/**
 * What says sentences, as use-intl makes it, leaving out of what people wrote in them the signs that turn the direction: one
 * that is not ended would turn our words behind it. To enclose it would not do: it may have the sign that ends that, too.
 */
export function stripBidiControls<Saying extends object>(saying: Saying): Saying {
  const says = saying as unknown as Says & { readonly rich: Says; readonly markup: Says };
  const [rich, markup] = [withPlainValues(says.rich), withPlainValues(says.markup)];
  return Object.assign(withPlainValues(says), says, { rich, markup }) as unknown as Saying;
}

function withPlainValues(say: Says): Says {
  return (key, values, ...more) => say(key, values && plainValues(values), ...more);
}

function plainValues(values: object): object {
  // Most have none: a large board says very many sentences.
  if (!Object.values(values).some((value) => typeof value === 'string' && hasBidiControls(value)))
    return values;
  const plain = (value: unknown) => (typeof value === 'string' ? withoutTurns(value) : value);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));
}
