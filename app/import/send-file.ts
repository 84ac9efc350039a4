import { type Rejection, toRejection } from '../../domain/debate/engine/rejections.ts';
import type { Visibility } from '../../domain/debate/head/head.ts';
import { TABLE_FIELDS, type TableColumns, type TablePreview } from '../../domain/formats/csv/claim-table.ts';
import type { FormatProblem } from '../../domain/formats/format-error.ts';
import { IMPORT_LIMITS } from '../../domain/formats/import-limits.ts';
import type { ImportPreview } from '../../domain/formats/import-preview.ts';

export interface ImportError {
  readonly problem: FormatProblem;
  readonly line: number | null;
  readonly detail: string;
  readonly table?: TablePreview;
}

export type FileAnswer =
  | { readonly ok: true; readonly preview: ImportPreview; readonly debateId?: string }
  | { readonly ok: false; readonly rejection: Rejection; readonly problem?: ImportError };

/** The server's answer after receiving all of it. */
const TOO_LARGE: FileAnswer = {
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
): Promise<FileAnswer | 'unreachable'> {
  if (file.size > IMPORT_LIMITS.fileBytes) return TOO_LARGE;
  const asked = new URLSearchParams({
    name: file.name,
    ...(format && { format }),
    ...(visibility && { visibility }),
  });
  for (const field of columns ? TABLE_FIELDS : []) asked.set(`column.${field}`, columns?.[field] ?? '');
  try {
    const answer = await fetch(`/api/imports?${asked}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', accept: 'application/json' },
      body: file,
    });
    return (await answer.json()) as FileAnswer;
  } catch {
    return 'unreachable';
  }
}
