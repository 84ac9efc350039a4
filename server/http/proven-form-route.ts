import { rejection } from '../../domain/debate/rejections.ts';
import type { SignedIn } from '../auth/sign-ins.ts';
import { parley } from '../handle.ts';
import { type FormOutcome, ownFormRoute, type PageOf, type SentForm } from './form-route.ts';

type Run = (form: SentForm, person: SignedIn) => Promise<FormOutcome>;

/**
 * As `ownFormRoute`, for what only who has recently proven who they are may do (see `recentlyAuthenticated`). The form may have
 * the password in the field `current`; without, and too long after, it leads to the page that asks.
 */
export function provenFormRoute(page: PageOf, run: Run): (request: Request) => Promise<Response> {
  return ownFormRoute(page, async (form, person) => {
    const { reauthentication } = parley();
    const proven = await reauthentication.check(person, form.optional('current'), form.address);
    return proven.ok ? run(form, person) : proven;
  });
}

/** As `provenFormRoute`, for who has an account: guests are refused. */
export function accountFormRoute(page: PageOf, run: Run): (request: Request) => Promise<Response> {
  return provenFormRoute(page, async (form, person) =>
    person.kind === 'guest' ? { ok: false, rejection: rejection('account_needed') } : run(form, person),
  );
}
