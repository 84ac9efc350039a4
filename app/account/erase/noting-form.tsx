'use client';

import type { ReactNode } from 'react';
import styles from '../../_ui/form-page/form-page.module.css';
import { noteErasing } from '../../sign-in/erased-here.ts';

interface NotingFormProps {
  readonly action: string;
  /** Ids of the person in each of their debates. */
  readonly participantIds: readonly string[];
  readonly children: ReactNode;
}

/** A plain form that erases a person. With scripts, this browser records whose data it has to forget afterwards. */
export function NotingForm({ action, participantIds, children }: NotingFormProps) {
  return (
    <form className={styles.form} method="post" action={action} onSubmit={() => noteErasing(participantIds)}>
      {children}
    </form>
  );
}
