import type { RejectionCode } from '../domain/debate/engine/rejections.ts';
import { PageLink } from './_ui/links/page-link.tsx';
import { messages } from './_ui/messages/messages.ts';

interface StartProblemProps {
  /** Why debates can't be started; `null`: they can. */
  readonly problem: RejectionCode | null;
  readonly signedIn: boolean;
  readonly className?: string;
}

/** Says why a person can't start a debate, and where to go about it, before they write anything. */
export function StartProblem({ problem, signedIn, className }: StartProblemProps) {
  const t = messages('home');
  if (problem === null) return null;
  return (
    <p className={className} data-code={problem}>
      {messages('rejection')(problem, { limit: 0 })}{' '}
      {signedIn ? (
        problem === 'start_accounts' && <PageLink href="/account">{t('yourAccount')}</PageLink>
      ) : (
        <PageLink href="/sign-in">{t('signIn')}</PageLink>
      )}
    </p>
  );
}
