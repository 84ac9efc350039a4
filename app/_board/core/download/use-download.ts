'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type Failure, readRefusal } from '#app/_ui/requests/call-route.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';

/** Progress of a file that the server is making. */
export type Download =
  | { readonly kind: 'none' }
  | { readonly kind: 'making' }
  /** Arriving: number of bytes received. */
  | { readonly kind: 'arriving'; readonly bytes: number }
  | { readonly kind: 'done' }
  /** `null`: the server didn't say why. */
  | { readonly kind: 'failed'; readonly why: Failure | null };

/** Downloads a file that may take a while to make, reports the progress, and hands it to the browser to save. */
export function useDownload(): {
  readonly state: Download;
  readonly start: (address: string) => void;
  readonly stop: () => void;
} {
  const [state, setState] = useState<Download>({ kind: 'none' });
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setState({ kind: 'none' });
  }, []);
  useEffect(() => () => running.current?.abort(), []);
  const start = useCallback((address: string) => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    setState({ kind: 'making' });
    const report = (bytes: number) => setState({ kind: 'arriving', bytes });
    fetchFile(address, control.signal, report).then(
      (fetched) => {
        if (control.signal.aborted) return;
        if (!fetched.ok) return setState({ kind: 'failed', why: fetched.why });
        keepFile(fetched.name, fetched.file);
        setState({ kind: 'done' });
      },
      () => {
        if (!control.signal.aborted) setState({ kind: 'failed', why: 'unreachable' });
      },
    );
  }, []);
  return { state, start, stop };
}

type Fetched =
  | { readonly ok: true; readonly name: string; readonly file: Blob }
  | { readonly ok: false; readonly why: Rejection | null };

/** Fetches a file, or why it was refused. Throws if the connection is lost. */
async function fetchFile(
  address: string,
  signal: AbortSignal,
  report: (bytes: number) => void,
): Promise<Fetched> {
  const answer = await fetch(address, { signal });
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = answer.ok ? answer.body?.getReader() : undefined;
  if (!reader) return { ok: false, why: await readRefusal(answer) };
  let bytes = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    pieces.push(value);
    bytes += value.length;
    report(bytes);
  }
  const type = answer.headers.get('content-type') ?? '';
  const name = nameIn(answer.headers.get('content-disposition') ?? '');
  return { ok: true, name, file: new Blob(pieces, { type }) };
}

/** Returns the name with which a file is sent. */
function nameIn(disposition: string): string {
  return decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? 'debate');
}

function keepFile(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken it by the end of this task.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
