'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/** Progress of a file that the server is rendering. */
export type Download =
  | { readonly kind: 'none' }
  | { readonly kind: 'making' }
  /** Arriving: number of bytes received. */
  | { readonly kind: 'arriving'; readonly bytes: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed' };

/** Downloads a file that takes a while to render, reports the progress, and hands it to the browser to save. */
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
      ({ name, file }) => {
        if (control.signal.aborted) return;
        keepFile(name, file);
        setState({ kind: 'done' });
      },
      () => {
        if (!control.signal.aborted) setState({ kind: 'failed' });
      },
    );
  }, []);
  return { state, start, stop };
}

async function fetchFile(address: string, signal: AbortSignal, report: (bytes: number) => void) {
  const answer = await fetch(address, { signal });
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = answer.ok ? answer.body?.getReader() : undefined;
  if (!reader) throw new Error(`The file was refused: ${answer.status}`);
  let bytes = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    pieces.push(value);
    bytes += value.length;
    report(bytes);
  }
  const type = answer.headers.get('content-type') ?? '';
  return { name: nameIn(answer.headers.get('content-disposition') ?? ''), file: new Blob(pieces, { type }) };
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
