import { isRedundant, type Rejection } from '#domain/debate/engine/rejections.ts';

/** Returns what to say of a refusal; `null`: nothing, because all is already as it was wanted. */
export function refusalToSay(refusal: Rejection | null): Rejection | null {
  return refusal && isRedundant(refusal) ? null : refusal;
}
