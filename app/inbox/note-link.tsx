'use client';

import type { ReactNode } from 'react';

interface NoteLinkProps {
  readonly href: string;
  readonly className: string;
  /** Which note one has read by following it; null: one had. */
  readonly note: { readonly debate: string; readonly kind: string; readonly about: string } | null;
  readonly children: ReactNode;
}

/** A note that leads to what it is about, and is read then. Without scripts it only leads there. */
export function NoteLink({ href, className, note, children }: NoteLinkProps) {
  const read = () => {
    if (note === null) return;
    // It outlives this page, which is left at once.
    fetch('/api/notes/read', {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...note, read: 'true' }),
    }).catch(() => {});
  };
  return (
    <a className={className} href={href} onClick={read} onAuxClick={read}>
      {children}
    </a>
  );
}
