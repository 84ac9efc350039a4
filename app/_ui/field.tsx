import { type ReactNode, useId } from 'react';
import styles from './field.module.css';
import { Note } from './layout/note.tsx';
import { Stack } from './layout/stack.tsx';

interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Id of the element that says why this input was refused; undefined if it wasn't. */
  readonly problemId?: string | undefined;
  /** Id of a remark beside it that describes the input too, such as the number of characters left. */
  readonly remarkId?: string | undefined;
  /** Gets the ids and the class that connect the input with its label and hint. */
  readonly children: (tie: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': true | undefined;
    className: string;
  }) => ReactNode;
}

/** A labelled input. */
export function Field({ label, hint, problemId, remarkId, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const descriptions = [problemId, hint && hintId, remarkId].filter(Boolean).join(' ');
  const tie = {
    id,
    'aria-describedby': descriptions || undefined,
    'aria-invalid': problemId === undefined ? undefined : (true as const),
    className: styles.input ?? '',
  };
  return (
    <Stack gap={1}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children(tie)}
      {hint && (
        <Note as="span" id={hintId}>
          {hint}
        </Note>
      )}
    </Stack>
  );
}
