import { LIMITS } from '../../domain/debate/limits.ts';
import type { Rejection } from '../../domain/debate/rejections.ts';
import { nameProblem } from '../../domain/debate/wording.ts';

/** A name somebody wants to be called by, tidied; or why it may not be. */
export function guestName(
  wanted: string,
): { readonly ok: true; readonly name: string } | { readonly ok: false; readonly rejection: Rejection } {
  const name = wanted.trim().replace(/\s+/g, ' ');
  const problem = nameProblem(name, LIMITS.nameCharacters);
  return problem ? { ok: false, rejection: problem } : { ok: true, name };
}
