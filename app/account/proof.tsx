import type { AccountFacts } from '../../server/auth/people.ts';
import type { SignedIn } from '../../server/auth/sign-ins.ts';
import { parley } from '../../server/handle.ts';
import { FormHint } from '../_ui/form-page/form-page.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { CurrentPasswordField } from './current-password-field.tsx';

interface ProofProps {
  readonly person: SignedIn;
  readonly account: AccountFacts;
  /** The page the form stands on. */
  readonly returnTo: string;
}

/** In a form that asks who one is: the field for the password, or the way to the page that asks; nothing within ten minutes. */
export function Proof({ person, account, returnTo }: ProofProps) {
  if (parley().reauthentication.isRecent(person)) return null;
  if (account.passwordHash !== null) return <CurrentPasswordField />;
  return (
    <FormHint>
      <a href={`/account/reauthenticate?returnTo=${encodeURIComponent(returnTo)}`}>
        {messages('secondFactor')('proveFirst')}
      </a>
    </FormHint>
  );
}
