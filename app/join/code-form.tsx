import type { Rejection } from '../../domain/debate/engine/rejections.ts';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { PageShell } from '../_ui/shell/page-shell.tsx';
import { CodeEntry } from './code-entry.tsx';
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
  return (
    <PageShell title={t('title')} lead={t('lead')} back={{ href: '/', label: site('home') }}>
      <CodeEntry problem={problem} typed={typed} />
      {signIn !== null && (
        <PageLink className={styles.other} href={signIn}>
          {t('beenHere')}
        </PageLink>
      )}
    </PageShell>
  );
}
