import { type ReactNode, useId } from 'react';
import styles from './field.module.css';
import { Note } from './layout/note.tsx';
import { Stack } from './layout/stack.tsx';

interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Gets the ids and the class that connect the input with its label and hint. */
  readonly children: (tie: {
    id: string;
    'aria-describedby': string | undefined;
    className: string;
  }) => ReactNode;
}

/** A labelled input. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <Stack gap={1}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': hint ? hintId : undefined, className: styles.input ?? '' })}
      {hint && (
        <Note as="span" id={hintId}>
          {hint}
        </Note>
      )}
    </Stack>
  );
}
