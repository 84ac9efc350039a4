import { LIMITS } from '#domain/debate/engine/limits.ts';
import { type Refusal, refuse } from '#domain/debate/engine/refusal.ts';
import { hasBidiControls } from '#domain/debate/texts/bidi-controls.ts';
import { tidyName } from '#domain/debate/texts/tidy-name.ts';
import { nameProblem } from '#domain/debate/texts/wording.ts';

/** A name a person entered, normalized; or why it isn't allowed. */
export function guestName(wanted: string): { readonly ok: true; readonly name: string } | Refusal {
  if (hasBidiControls(wanted)) return refuse('text_malformed');
  const name = tidyName(wanted);
  const problem = nameProblem(name, LIMITS.nameCharacters);
  return problem ? refuse(problem) : { ok: true, name };
}
