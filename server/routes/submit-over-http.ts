import { createHash, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import type { Scope } from '../auth/sign-in/scopes.ts';
import type { SignedIn } from '../auth/sign-in/sign-ins.ts';
import { parley } from '../handle.ts';
import { refusalResponse, validationError } from '../http/answers/refusal-response.ts';
import { readFields } from '../http/requests/read-fields.ts';
import { operationCost } from '../limits/event-costs.ts';
import type { RequestedOperation } from '../services/operations/http-operations.ts';
import { authenticateRequest } from './authenticate-request.ts';

/** The caller of a write to a debate, by one of these scopes, and the request parsed by its schema; otherwise the refusal. */
export async function readRequest<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
  ...[scope, ...others]: readonly [Scope, ...Scope[]]
): Promise<{ person: SignedIn; asked: z.infer<Shape> } | Response> {
  let person = await authenticateRequest(request, scope);
  for (const other of others)
    if (person instanceof Response) person = await authenticateRequest(request, other);
  if (person instanceof Response) return person;
  const fields = await readFields(request);
  if (typeof fields === 'string') return refusalResponse(fields);
  const parsed = shape.safeParse(fields);
  return parsed.success ? { person, asked: parsed.data } : validationError(parsed.error);
}

/** Submits an operation, rate limited per person and debate. */
export async function submitOverHttp(
  debateId: string,
  person: SignedIn,
  asked: RequestedOperation,
): Promise<OperationAnswer | Response> {
  const { limits, httpOperations } = parley();
  const cost = operationCost(asked.operation);
  if (!limits.take('events', person.id, cost)) {
    return refusalResponse(httpOperations.refuse(asked.operation, 'too_fast').rejection);
  }
  const mayWrite = () => limits.take('operations', person.id, cost, debateId);
  return httpOperations.submit(debateId, person, asked, mayWrite);
}

/**
 * The identity of an operation that a route makes from a request: with the same key by the same person it is the same operation again,
 * without a key a new one each time. `name` is the id for anything new it creates.
 */
export function identityOf(
  { id }: SignedIn,
  key: string | null = null,
): { clientId: string; clientSeq: number; name: string } {
  const bytes =
    key === null
      ? randomBytes(18)
      : createHash('sha256')
          .update(JSON.stringify([id, key]))
          .digest()
          .subarray(0, 18);
  const name = bytes.toString('base64url');
  return { clientId: `http_${name}`, clientSeq: 1, name };
}
