import { toRejection } from '#domain/debate/engine/rejections.ts';
import type { Visibility } from '#domain/debate/head/head.ts';
import { TABLE_FIELDS, type TableColumns } from '#domain/formats/csv/claim-table.ts';
import { IMPORT_LIMITS } from '#domain/formats/import-limits.ts';
import type { RouteAnswer } from '#domain/protocol/route-answers.ts';
import { readAnswer } from './call-route.ts';

/** The server's answer after receiving all of it. */
const TOO_LARGE: RouteAnswer<'POST /api/imports'> = {
  ok: false,
  rejection: toRejection('file_unreadable'),
  problem: { problem: 'too_large', line: null, detail: `${IMPORT_LIMITS.fileBytes / 1024 / 1024} MB` },
};

/** How a file is read: `null`, or nothing, if the file itself says so. */
export interface ImportOptions {
  readonly format: string;
  readonly columns: TableColumns | null;
}

/** Sends a file for a preview or, with its visibility, to turn it into a debate. */
export async function sendFile(
  file: File,
  { format, columns }: ImportOptions,
  visibility: Visibility | null,
): Promise<RouteAnswer<'POST /api/imports'> | 'unreachable'> {
  if (file.size > IMPORT_LIMITS.fileBytes) return TOO_LARGE;
  const asked = new URLSearchParams({
    name: file.name,
    ...(format && { format }),
    ...(visibility && { visibility }),
  });
  for (const field of columns ? TABLE_FIELDS : []) asked.set(`column.${field}`, columns?.[field] ?? '');
  return readAnswer('POST /api/imports', `/api/imports?${asked}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
}
