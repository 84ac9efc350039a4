import type { Rejection } from '../../domain/debate/engine/rejections.ts';
import { Button } from '../_ui/button/button.tsx';
import { Field } from '../_ui/field.tsx';
import { joinClasses } from '../_ui/join-classes.ts';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { PageShell } from '../_ui/shell/page-shell.tsx';
import styles from './join.module.css';

interface CodeFormProps {
  readonly problem: Rejection | null;
  readonly typed: string;
  /** Page on which a person who isn't signed in, and may have used this invitation already, signs in; `null`: none. */
  readonly signIn?: string | null;
}

/** The first of two steps: the code. It works without script. */
export function CodeForm({ problem, typed, signIn = null }: CodeFormProps) {
  const t = messages('join');
  const site = messages('site');
  const rejection = messages('rejection');
  return (
    <PageShell title={t('title')} lead={t('lead')} back={{ href: '/', label: site('home') }}>
      <form className={styles.form} action="/join" method="get">
        {problem && (
          <p role="alert" className={styles.problem}>
            {rejection(problem.code, { limit: problem.limit ?? 0 })}
          </p>
        )}
        <Field label={t('code')} hint={t('codeHint')}>
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
            />
          )}
        </Field>
        <Button look="primary" type="submit">
          {t('next')}
        </Button>
      </form>
      {signIn !== null && (
        <PageLink className={styles.other} href={signIn}>
          {t('beenHere')}
        </PageLink>
      )}
    </PageShell>
  );
}
