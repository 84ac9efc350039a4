import type { Rejection } from '#domain/debate/engine/rejections.ts';

/** Returns the refusal a person is told, or `null`: that something is already as they wanted it is no news. */
export function refusalToSay(refusal: Rejection | null): Rejection | null {
  return refusal?.code === 'nothing_changed' ? null : refusal;
}
