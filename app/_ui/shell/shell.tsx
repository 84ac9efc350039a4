import type { ElementType, ReactNode } from 'react';
import { joinClasses } from '../join-classes.ts';
import { Mast } from './mast.tsx';
import styles from './shell.module.css';

export interface ShellProps {
  /** How its links are opened: as documents, or by the router (`PageShell`). */
  readonly Link?: ElementType;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** Target of the back link; without it the brand links home. */
  readonly back?: { readonly href: string; readonly label: string };
  /** 480, 720 or 960 pixels of text. */
  readonly width?: 'narrow' | 'medium' | 'wide';
  /** A line above the title. */
  readonly kicker?: ReactNode;
  readonly className?: string;
  readonly children?: ReactNode;
}

/**
 * The frame of every page outside a debate: the mast, one way back, one title, and a column of one of three widths. Notices stand in it as
 * it is, also in place of a board, whose scripts have no router's links.
 */
export function Shell({
  Link = 'a',
  title,
  lead,
  back,
  width = 'narrow',
  kicker,
  className,
  children,
}: ShellProps) {
  return (
    <>
      <Mast Link={Link} />
      <main className={joinClasses(styles.page, styles[width], className)}>
        {back && (
          <Link className={styles.back} href={back.href}>
            <span aria-hidden="true">‹</span>
            {back.label}
          </Link>
        )}
        {kicker && <p className={styles.kicker}>{kicker}</p>}
        <h1 className={styles.title} dir="auto">
          {title}
        </h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
    </>
  );
}
