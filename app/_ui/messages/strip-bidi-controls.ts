import { hasBidiControls, withoutBidiControls } from '#domain/debate/texts/bidi-controls.ts';

type Says = (key: string, values?: object, ...more: unknown[]) => unknown;

/**
 * Returns a translator of use-intl without the direction controls in people's texts: an unclosed one would reverse our words after it.
 * Isolating the text would not help: it may contain the closing control too.
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
  // Most have none: a large board formats very many messages.
  if (!Object.values(values).some((value) => typeof value === 'string' && hasBidiControls(value)))
    return values;
  const plain = (value: unknown) => (typeof value === 'string' ? withoutBidiControls(value) : value);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));
}
