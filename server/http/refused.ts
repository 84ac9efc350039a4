import { type Rejection, type RejectionCode, rejection } from '../../domain/debate/rejections.ts';

/** A refusal as an HTTP answer. */
export function refused(reason: RejectionCode | Rejection, status: number): Response {
  const body = { ok: false, rejection: typeof reason === 'string' ? rejection(reason) : reason };
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
