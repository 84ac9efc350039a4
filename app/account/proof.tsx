import type { AccountFacts } from '../../server/auth/people/people.ts';
import type { SignedIn } from '../../server/auth/sign-in/sign-ins.ts';
import { parley } from '../../server/handle.ts';
import { FormHint } from '../_ui/form-page/form-page.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { CurrentPasswordField } from './current-password-field.tsx';

interface ProofProps {
  readonly person: SignedIn;
  readonly account: AccountFacts;
  /** The page with the form. */
  readonly returnTo: string;
}

/** Proof of identity in a form: a password field, or a link to the page that asks; nothing within 10 minutes of the last proof. */
export function Proof({ person, account, returnTo }: ProofProps) {
  if (parley().reauthentication.isRecent(person)) return null;
  if (account.passwordHash !== null) return <CurrentPasswordField />;
  return (
    <FormHint>
      <PageLink href={`/account/reauthenticate?returnTo=${encodeURIComponent(returnTo)}`}>
        {messages('secondFactor')('proveFirst')}
      </PageLink>
    </FormHint>
  );
}
