'use client';

import type { ReactNode } from 'react';
import styles from '../../_ui/form-page/form-page.module.css';
import { noteErasing } from '../../sign-in/erased-here.ts';

interface NotingFormProps {
  readonly action: string;
  /** Who somebody was in each of their debates. */
  readonly participantIds: readonly string[];
  readonly children: ReactNode;
}

/** A plain form by which somebody is erased. Where scripts run, this browser notes whose leavings it is to forget then. */
export function NotingForm({ action, participantIds, children }: NotingFormProps) {
  return (
    <form className={styles.form} method="post" action={action} onSubmit={() => noteErasing(participantIds)}>
      {children}
    </form>
  );
}
