import type { Rejection } from '../../domain/debate/engine/rejections.ts';

/** The result of a request, or the refusal. */
export type Result<T = unknown> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly rejection: Rejection };
