import { refuse } from '../../domain/debate/engine/refusal.ts';
import type { SignedIn } from '../auth/sign-in/sign-ins.ts';
import { parley } from '../handle.ts';
import {
  type FormOptions,
  type FormOutcome,
  type FormPath,
  ownFormRoute,
  type SentForm,
} from './form-route.ts';

/** `byPassword`: the form contained the person's password. */
type Run = (form: SentForm, person: SignedIn, byPassword: boolean) => Promise<FormOutcome>;

/**
 * Like `ownFormRoute`, for people who authenticated recently (see `recentlyAuthenticated`). The form may contain the password in
 * the field `current`; otherwise, people who authenticated too long ago are redirected to reauthenticate.
 */
export function provenFormRoute(
  page: FormPath,
  run: Run,
  options?: FormOptions,
): (request: Request) => Promise<Response> {
  const runIfProven = async (form: SentForm, person: SignedIn): Promise<FormOutcome> => {
    const { reauthentication } = parley();
    const proven = await reauthentication.check(person, form.optional('current'), form.address);
    return proven.ok ? run(form, person, proven.byPassword) : proven;
  };
  return ownFormRoute(page, runIfProven, options);
}

/** Like `provenFormRoute`, but rejects guests. */
export function accountFormRoute(page: FormPath, run: Run): (request: Request) => Promise<Response> {
  return provenFormRoute(page, async (form, person, byPassword) =>
    person.kind === 'guest' ? refuse('account_required') : run(form, person, byPassword),
  );
}
