import type { ReactNode } from 'react';
import { joinClasses } from '../join-classes.ts';
import { Row } from '../layout/row.tsx';
import { PageShell } from '../shell/page-shell.tsx';
import styles from './form-page.module.css';

interface FormPageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** The page before. */
  readonly back: { readonly href: string; readonly label: string };
  /** 480, 720 or 960 pixels of text. */
  readonly width?: 'narrow' | 'medium' | 'wide';
  readonly children: ReactNode;
}

/** A page made of forms. */
export function FormPage({ title, lead, back, width, children }: FormPageProps) {
  return (
    <PageShell title={title} lead={lead} back={back} width={width}>
      {children}
    </PageShell>
  );
}

interface FormSectionProps {
  /** For links to it. */
  readonly id?: string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** A section of such a page. */
export function FormSection({ id, title, children }: FormSectionProps) {
  return (
    <section id={id} className={styles.section}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}

/** Buttons in a row, as far as there is room. */
export function FormButtons({ children }: { children: ReactNode }) {
  return <Row>{children}</Row>;
}

/** A remark in small type. */
export function FormHint({ children }: { children: ReactNode }) {
  return <p className={styles.hint}>{children}</p>;
}

interface SecretProps {
  /** True if it is short enough to be read out and typed. */
  readonly short?: boolean;
  readonly children: string;
}

/** A value shown once, to be copied: one click selects all of it. */
export function Secret({ short = false, children }: SecretProps) {
  return <code className={joinClasses(styles.secret, short && styles.short)}>{children}</code>;
}

interface FormNoteProps {
  /** For the field that it describes. */
  readonly id?: string;
  readonly look: 'done' | 'refused';
  readonly children: ReactNode;
}

/** The result of a submitted form, also for screen readers. */
export function FormNote({ id, look, children }: FormNoteProps) {
  return (
    <p
      id={id}
      role={look === 'refused' ? 'alert' : 'status'}
      className={joinClasses(styles.note, look === 'refused' && styles.refused)}
    >
      {children}
    </p>
  );
}
