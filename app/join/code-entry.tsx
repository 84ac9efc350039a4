import type { Rejection } from '../../domain/debate/engine/rejections.ts';
import { Button } from '../_ui/button/button.tsx';
import { Field } from '../_ui/field.tsx';
import { joinClasses } from '../_ui/join-classes.ts';
import { messages } from '../_ui/messages/messages.ts';
import styles from './join.module.css';
import { refusedSentence } from './join-title.ts';

/** Id of the reason why a code was refused, which describes the field. */
const PROBLEM = 'code-problem';

interface CodeEntryProps {
  readonly problem: Rejection | null;
  readonly typed: string;
}

/** The form with the code. It works without script. */
export function CodeEntry({ problem, typed }: CodeEntryProps) {
  const t = messages('join');
  return (
    <form className={styles.form} action="/join" method="get">
      {problem && (
        <p id={PROBLEM} role="alert" className={styles.problem}>
          {refusedSentence(problem)}
        </p>
      )}
      <Field label={t('code')} hint={t('codeHint')} problemId={problem ? PROBLEM : undefined}>
        {({ className, ...tie }) => (
          <input
            {...tie}
            className={joinClasses(className, styles.code)}
            name="code"
            required
            maxLength={40}
            defaultValue={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: an alert that a page comes with is usually not read, but the focused field's reason is.
            autoFocus={problem !== null}
          />
        )}
      </Field>
      <Button look="primary" type="submit">
        {t('next')}
      </Button>
    </form>
  );
}
