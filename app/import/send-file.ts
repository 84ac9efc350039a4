import type { Visibility } from '../../domain/debate/records/head.ts';
import { type Rejection, rejection } from '../../domain/debate/rejections.ts';
import type { FormatProblem } from '../../domain/formats/format-error.ts';
import { IMPORT_LIMITS } from '../../domain/formats/import-limits.ts';
import type { ImportPreview } from '../../domain/formats/import-preview.ts';

export interface Problem {
  readonly problem: FormatProblem;
  readonly line: number | null;
  readonly detail: string;
}

export type FileAnswer =
  | { readonly ok: true; readonly preview: ImportPreview; readonly debateId?: string }
  | { readonly ok: false; readonly rejection: Rejection; readonly problem?: Problem };

/** What the server would say, after it was sent all of it. */
const TOO_LARGE: FileAnswer = {
  ok: false,
  rejection: rejection('file_unreadable'),
  problem: { problem: 'too_large', line: null, detail: `${IMPORT_LIMITS.fileBytes / 1024 / 1024} MB` },
};

/** Sends a file to be looked at, or, with who may read it, to be made a debate. */
export async function sendFile(
  file: File,
  visibility: Visibility | null,
): Promise<FileAnswer | 'unreachable'> {
  if (file.size > IMPORT_LIMITS.fileBytes) return TOO_LARGE;
  const asked = new URLSearchParams({ name: file.name, ...(visibility && { visibility }) });
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
