'use client';

import type { ReactNode } from 'react';
import { PageForm } from '../../_ui/form-page/page-form.tsx';
import { noteErasing } from '../../sign-in/erased-here.ts';

interface NotingFormProps {
  readonly action: string;
  /** Ids of the person in each of their debates. */
  readonly participantIds: readonly string[];
  readonly children: ReactNode;
}

/** A form that erases a person. With scripts, this browser records whose data it has to forget afterwards. */
export function NotingForm({ action, participantIds, children }: NotingFormProps) {
  return (
    <PageForm action={action} onSend={() => noteErasing(participantIds)}>
      {children}
    </PageForm>
  );
}
