import type { ExchangedDebate } from '../exchanged-debate.ts';
import { argumentNames, attackGraphSteps } from './attacks.ts';

/** Trivial Graph Format: a line for each claim, and, below a line of `#`, one for each attack. */
export function* writeTgf(debate: ExchangedDebate): Generator<string> {
  const { claims, attacks } = yield* attackGraphSteps(debate);
  const names = argumentNames(claims);
  for (const { id, text } of claims) yield `${names.get(id)} ${text.replace(/\s+/g, ' ').trim()}\n`;
  yield '#\n';
  for (const { from, to } of attacks) yield `${names.get(from)} ${names.get(to)}\n`;
}
