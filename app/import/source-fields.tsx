'use client';

import type { ChangeEvent } from 'react';
import { Field } from '../_ui/field.tsx';
import { Note } from '../_ui/layout/note.tsx';
import { useMessages } from '../_ui/messages/use-messages.ts';

interface SourceFieldsProps {
  /** The text with which the form appears again. */
  readonly pasted: string;
  /** True if the form appears again: its first field gets the focus. */
  readonly isBack: boolean;
  readonly onChange: () => void;
}

function takeFocus(field: HTMLInputElement | null): void {
  field?.focus();
}

/** The file of an import, or text in its place. */
export function SourceFields({ pasted, isBack, onChange }: SourceFieldsProps) {
  const t = useMessages('importing');
  /** Text that is changed takes the place of a chosen file, so that the form shows which of them is sent. */
  const changeText = ({ target }: ChangeEvent<HTMLTextAreaElement>) => {
    const file = target.form?.elements.namedItem('file');
    if (file instanceof HTMLInputElement) file.value = '';
    onChange();
  };
  return (
    <>
      <Field label={t('file')} hint={t('fileHint')}>
        {(tie) => (
          <input {...tie} ref={isBack ? takeFocus : null} type="file" name="file" onChange={onChange} />
        )}
      </Field>
      <Note>
        <a href="/sample-debate.csv" download>
          {t('sample')}
        </a>
      </Note>
      <Field label={t('pasted')} hint={t('pastedHint')}>
        {(tie) => (
          <textarea
            {...tie}
            name="pasted"
            dir="auto"
            rows={4}
            defaultValue={pasted}
            placeholder={t('pastedExample')}
            onChange={changeText}
          />
        )}
      </Field>
    </>
  );
}
