import { useId } from 'react';
import { Note } from '../layout/note.tsx';
import styles from './code-input.module.css';

interface CodeInputProps {
  readonly label: string;
  readonly required?: boolean;
}

/** Input for a debate's code, beside its label: a cell for each of its eight letters and digits. */
export function CodeInput({ label, required = false }: CodeInputProps) {
  const id = useId();
  return (
    <span className={styles.code}>
      <Note as="label" htmlFor={id}>
        {label}
      </Note>
      <input
        id={id}
        className={styles.input}
        name="code"
        dir="ltr"
        required={required}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
    </span>
  );
}
