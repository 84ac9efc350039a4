import { LIMITS } from '#domain/debate/engine/limits.ts';
import { type Rejection, toRejection } from '#domain/debate/engine/rejections.ts';
import { hasBidiControls } from '#domain/debate/texts/bidi-controls.ts';
import { tidyName } from '#domain/debate/texts/tidy-name.ts';
import { nameProblem } from '#domain/debate/texts/wording.ts';

/** A name a person entered, normalized; or why it isn't allowed. */
export function guestName(
  wanted: string,
): { readonly ok: true; readonly name: string } | { readonly ok: false; readonly rejection: Rejection } {
  if (hasBidiControls(wanted)) return { ok: false, rejection: toRejection('text_malformed') };
  const name = tidyName(wanted);
  const problem = nameProblem(name, LIMITS.nameCharacters);
  return problem ? { ok: false, rejection: problem } : { ok: true, name };
}
