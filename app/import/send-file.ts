import type { Rejection } from '../../domain/debate/rejections.ts';
import type { Visibility } from '../../domain/debate/state.ts';
import type { SetAside } from '../../domain/formats/exchanged-debate.ts';
import type { FormatProblem } from '../../domain/formats/format-error.ts';

/** What was found in a file, as the server tells it. */
export interface Found {
  readonly title: string;
  readonly motion: string;
  readonly positions: readonly string[];
  readonly claims: number;
  readonly links: number;
  readonly sources: number;
  readonly comments: number;
  readonly votes: number;
  readonly people: number;
  readonly setAside: readonly SetAside[];
  readonly setAsideCount: number;
}

export interface Problem {
  readonly problem: FormatProblem;
  readonly line: number | null;
  readonly detail: string;
}

export type FileAnswer =
  | { readonly ok: true; readonly preview: Found; readonly debateId?: string }
  | { readonly ok: false; readonly rejection: Rejection; readonly problem?: Problem };

/** Sends a file to be looked at, or, with who may read it, to be made a debate. */
export async function sendFile(
  file: File,
  visibility: Visibility | null,
): Promise<FileAnswer | 'unreachable'> {
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
