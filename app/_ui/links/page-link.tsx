import Link from 'next/link';
import type { AnchorHTMLAttributes } from 'react';
import styles from '../button/button.module.css';
import { joinClasses } from '../join-classes.ts';
import { LinkProgress } from './link-progress.tsx';

interface PageLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string;
  /** The look of a button; plain text without it. */
  readonly look?: 'primary' | 'plain' | 'quiet';
}

/**
 * A link from one page to another through the router, without loading the document again. Boards and files are documents of their own.
 * Nothing is prefetched: every page is rendered for its reader, on the server's only thread and at the expense of the reader's allowance.
 */
export function PageLink({ look, className, children, ...rest }: PageLinkProps) {
  const classes = joinClasses(look && styles.button, look && styles[look], look && styles.medium, className);
  const given = { ...rest, ...(classes && { className: classes }) };
  if (isDocument(rest.href)) return <a {...given}>{children}</a>;
  return (
    <Link {...given} prefetch={false}>
      {children}
      <LinkProgress />
    </Link>
  );
}

/** True if the router can't open an address: it is a board's, or no page's. A debate's meetings are pages. */
function isDocument(href: string): boolean {
  return /^\/(api|debates)\//.test(href) && !/^\/debates\/[^/]+\/meetings/.test(href);
}
