import { refuse } from '#domain/debate/engine/refusal.ts';
import { VISIBILITIES, type Visibility } from '#domain/debate/head/head.ts';
import { TABLE_FIELDS, type TableColumns } from '#domain/formats/csv/claim-table.ts';
import { FORMAT_NAMES, type FormatName } from '#domain/formats/formats.ts';
import { IMPORT_LIMITS } from '#domain/formats/import-limits.ts';
import type { SignedIn } from '#server/auth/sign-in/sign-ins.ts';
import { parley } from '#server/handle.ts';
import { invalidAt, refusalResponse } from '#server/http/answers/refusal-response.ts';
import { readBytes } from '#server/http/requests/read-bytes.ts';
import { authenticateRequest } from '#server/routes/authenticate-request.ts';

/**
 * Previews a file, or turns it into a debate: `?name=FILE&format=FORMAT`, and `&visibility=…` to create it. For a table
 * `&column.text=NAME` says which column contains the claims, and so on for its other fields. The body is the file's content, unchanged.
 */
export async function POST(request: Request): Promise<Response> {
  const { imports } = parley();
  const person = await authenticateRequest(request, 'write');
  if (person instanceof Response) return person;
  const asked = new URL(request.url).searchParams;
  const format = FORMAT_NAMES.find((name) => name === asked.get('format')) ?? null;
  if (asked.has('format') && format === null)
    return invalidAt('format', `must be one of ${FORMAT_NAMES.join(', ')}`);
  const visibility = VISIBILITIES.find((one) => one === asked.get('visibility'));
  if (asked.has('visibility') && !visibility)
    return invalidAt('visibility', `must be one of ${VISIBILITIES.join(', ')}`);
  const columns = columnsIn(asked);
  if (columns instanceof Response) return columns;
  const length = Number(request.headers.get('content-length') ?? 0);
  const wanted = { person, fileName: asked.get('name') ?? '', format, columns, visibility };
  const answer = await imports.receive(person, length, () => handle(request, wanted));
  return typeof answer === 'string' ? refusalResponse(answer) : answer;
}

/** Returns what a table's columns contain; `null`: the request doesn't say. */
function columnsIn(asked: URLSearchParams): TableColumns | null | Response {
  const said = [...asked].filter(([name]) => name.startsWith('column.'));
  const fields = new Map<string, string>(TABLE_FIELDS.map((field) => [`column.${field}`, field]));
  const unknown = said.find(([name]) => !fields.has(name));
  if (unknown) return invalidAt(unknown[0].slice(0, 60), `must be one of ${[...fields.keys()].join(', ')}`);
  if (said.length === 0) return null;
  return Object.fromEntries(
    said.filter(([, column]) => column !== '').map(([name, column]) => [fields.get(name), column]),
  );
}

interface Wanted {
  readonly person: SignedIn;
  readonly fileName: string;
  readonly format: FormatName | null;
  readonly columns: TableColumns | null;
  readonly visibility: Visibility | undefined;
}

/** Receives a file, and previews it or creates a debate from it. */
async function handle(
  request: Request,
  { person, fileName, format, columns, visibility }: Wanted,
): Promise<Response | 'busy'> {
  const { imports, limits } = parley();
  const bytes = await readBytes(request, IMPORT_LIMITS.fileBytes);
  if (bytes === null) return refusalResponse('too_large');
  const brought = { bytes, fileName, format, columns };
  if (visibility && !limits.take('debates', person.id)) return refusalResponse('too_fast');
  const answer = await (visibility
    ? imports.create(person, brought, visibility)
    : imports.preview(person, brought));
  if (answer === 'busy') return answer;
  if (answer.ok) return Response.json(answer, { status: answer.debateId ? 201 : 200, headers: NOT_KEPT });
  if ('rejection' in answer) return refusalResponse(answer.rejection);
  const { ok: _, ...problem } = answer;
  const body = { ...refuse('file_unreadable'), problem };
  return Response.json(body, { status: 422, headers: NOT_KEPT });
}

const NOT_KEPT = { 'cache-control': 'no-store' };
