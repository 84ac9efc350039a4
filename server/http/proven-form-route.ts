import { rejection } from '../../domain/debate/rejections.ts';
import type { SignedIn } from '../auth/sign-ins.ts';
import { parley } from '../handle.ts';
import {
  type FormOptions,
  type FormOutcome,
  type FormPath,
  ownFormRoute,
  type SentForm,
} from './form-route.ts';

/** `byPassword`: the form had the person's password. */
type Run = (form: SentForm, person: SignedIn, byPassword: boolean) => Promise<FormOutcome>;

/**
 * As `ownFormRoute`, for people who have recently proven who they are (see `recentlyAuthenticated`). The form may have the
 * password in the field `current`; without it, and too long after the last proof, it leads to the page that asks.
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

/** As `provenFormRoute`, for people with an account: guests are refused. */
export function accountFormRoute(page: FormPath, run: Run): (request: Request) => Promise<Response> {
  return provenFormRoute(page, async (form, person, byPassword) =>
    person.kind === 'guest'
      ? { ok: false, rejection: rejection('account_needed') }
      : run(form, person, byPassword),
  );
}
