import type { Refusal } from '../../domain/debate/engine/refusal.ts';

/** The result of a request, or the refusal. */
export type Result<T = unknown> = ({ readonly ok: true } & T) | Refusal;
