'use client';

import type { ReactNode } from 'react';
import { isMiddleClick } from '../_ui/links/middle-click.ts';
import { callRoute } from '../_ui/requests/call-route.ts';

interface NoteLinkProps {
  readonly href: string;
  readonly className: string;
  /** The notification that is read by following the link; `null`: it was read. */
  readonly note: { readonly debate: string; readonly kind: string; readonly about: string } | null;
  readonly children: ReactNode;
}

/** A notification that links to its subject, and is marked as read then. Without scripts it only links there. */
export function NotificationLink({ href, className, note, children }: NoteLinkProps) {
  const read = () => {
    if (note === null) return;
    void callRoute('POST /api/notes/read', { body: { ...note, read: 'true' } });
  };
  return (
    <a
      className={className}
      href={href}
      onClick={read}
      onAuxClick={(event) => isMiddleClick(event) && read()}
    >
      {children}
    </a>
  );
}
