import type { ReactNode } from 'react';
import { joinClasses } from '../join-classes.ts';
import { PageShell } from '../shell/page-shell.tsx';
import styles from './form-page.module.css';

interface FormPageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Where one came from. */
  readonly back: { readonly href: string; readonly label: string };
  /** 480, 720 or 960 pixels of text. */
  readonly width?: 'narrow' | 'medium' | 'wide';
  readonly children: ReactNode;
}

/** A page that is made of forms. */
export function FormPage({ title, lead, back, width, children }: FormPageProps) {
  return (
    <PageShell title={title} lead={lead} back={back} width={width}>
      {children}
    </PageShell>
  );
}

/** A part of such a page. */
export function FormSection({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}

interface PlainFormProps {
  readonly action: string;
  /** What goes along unseen. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/** A form that needs no script: it is sent to a route, which leads on to a page. */
export function PlainForm({ action, hidden = {}, children }: PlainFormProps) {
  return (
    <form className={styles.form} method="post" action={action}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** Buttons side by side, as far as there is room. */
export function FormButtons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}

/** A remark in small letters. */
export function FormHint({ children }: { children: ReactNode }) {
  return <p className={styles.hint}>{children}</p>;
}

interface SecretProps {
  /** Short enough to be read out and typed. */
  readonly short?: boolean;
  readonly children: string;
}

/** What is shown once, to be copied: one click takes all of it. */
export function Secret({ short = false, children }: SecretProps) {
  return <code className={joinClasses(styles.secret, short && styles.short)}>{children}</code>;
}

interface FormNoteProps {
  readonly look: 'done' | 'refused';
  readonly children: ReactNode;
}

/** What became of the form that was sent; said to those who listen as well. */
export function FormNote({ look, children }: FormNoteProps) {
  return (
    <p
      role={look === 'refused' ? 'alert' : 'status'}
      className={joinClasses(styles.note, look === 'refused' && styles.refused)}
    >
      {children}
    </p>
  );
}
