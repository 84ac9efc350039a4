import type { ExchangedDebate } from '../exchanged-debate.ts';
import { argumentNames, attackGraphSteps } from './attacks.ts';

/** APX, the facts that ASPARTIX and other solvers read: `arg(a).` and `att(a,b).`, with a claim's text as a comment. */
export function* writeApx(debate: ExchangedDebate): Generator<string> {
  const { claims, attacks } = yield* attackGraphSteps(debate);
  const names = argumentNames(claims);
  for (const { id, text } of claims)
    yield `% ${names.get(id)}: ${text.replace(/\s+/g, ' ')}\narg(${names.get(id)}).\n`;
  for (const { from, to } of attacks) yield `att(${names.get(from)},${names.get(to)}).\n`;
}
