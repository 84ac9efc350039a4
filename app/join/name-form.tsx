import { LIMITS } from '../../domain/debate/limits.ts';
import type { Rejection } from '../../domain/debate/rejections.ts';
import type { Invited } from '../../server/use-cases/invitations.ts';
import { Button } from '../_ui/button/button.tsx';
import { Field } from '../_ui/field.tsx';
import { messages } from '../_ui/messages/messages.ts';
import styles from './join.module.css';

interface NameFormProps {
  readonly token: string;
  readonly invited: Invited;
  /** The name of who is signed in; null: it is asked for. */
  readonly name: string | null;
  readonly problem: Rejection | null;
}

/** The second of two steps: what one is invited to, and the name one comes under. It goes without script. */
export function NameForm({ token, invited, name, problem }: NameFormProps) {
  const t = messages('join');
  const rejection = messages('rejection');
  return (
    <main className={styles.page}>
      <p className={styles.kicker}>{t('invitedTo')}</p>
      <h1 dir="auto">{invited.motion}</h1>
      <p className={styles.lead} dir="auto">
        {invited.title}
      </p>
      <form className={styles.form} action="/api/join" method="post">
        <input type="hidden" name="token" value={token} />
        {problem && (
          <p role="alert" className={styles.problem}>
            {rejection(problem.code, { limit: LIMITS.nameCharacters })}
          </p>
        )}
        <p>{t('asRole', { role: invited.role })}</p>
        {name === null && (
          <Field label={t('name')} hint={t('nameHint', { names: invited.names })}>
            {(tie) => (
              <input
                {...tie}
                name="name"
                required
                dir="auto"
                autoComplete="nickname"
                maxLength={LIMITS.nameCharacters}
              />
            )}
          </Field>
        )}
        <Button look="primary" type="submit">
          {name === null ? t('join') : t('joinAs', { name })}
        </Button>
      </form>
      <a className={styles.other} href="/join">
        {t('otherCode')}
      </a>
    </main>
  );
}
