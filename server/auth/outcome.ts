import type { Rejection } from '../../domain/debate/engine/rejections.ts';

/** What was asked for, or why not. */
export type Outcome<T = unknown> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly rejection: Rejection };
