import { refuse } from '../../domain/debate/engine/refusal.ts';
import type { Rejection } from '../../domain/debate/engine/rejections.ts';
import { ProofVoidError, UserErasedError } from '../auth/people/user-erased-error.ts';
import type { Result } from '../auth/result.ts';
import type { SignedIn } from '../auth/sign-in/sign-ins.ts';
import { noteRefusal, parley } from '../handle.ts';
import { type FlashMessage, flashCookie } from '../http/answers/flash-message.ts';
import { NO_STORE } from '../http/answers/no-store.ts';
import { refusalResponse } from '../http/answers/refusal-response.ts';
import { readFields } from '../http/requests/read-fields.ts';

/** A submitted form. */
export interface SentForm {
  /** The text of a required field. */
  readonly text: (name: string) => string;
  /** The text of an optional field; empty if missing. */
  readonly optional: (name: string) => string;
  readonly headers: Headers;
  /** The network address it came from. */
  readonly address: string;
  /** The site that links in emails lead to. */
  readonly site: string;
}

/** The result: cookies to set, the page to continue to, and the message shown there. */
export type FormOutcome = Result<{
  readonly to: string;
  readonly cookies?: readonly string[];
  /** Additional data in the answer to scripts. */
  readonly answer?: Readonly<Record<string, string | number>>;
  readonly flash?: Omit<FlashMessage, 'at' | 'shown'>;
  /** A person's new code or token: it is in the answer to scripts, and the page shows it once. */
  readonly secret?: { readonly of: string; readonly text: string } | undefined;
}>;

/** The path of the form's page, fixed or computed from the submitted form. */
export type FormPath = string | ((form: SentForm) => string);

export interface FormOptions {
  /**
   * The field whose text the page gets back if the form is rejected, also after reauthentication. The page takes it from
   * `shownSecrets` by the key in `typed` of its address.
   */
  readonly keeps?: string;
}

/** Maximum characters of a kept text: more than any field takes. */
const KEPT_CHARACTERS = 5_000;

/**
 * A route for a form. Plain forms are redirected to a page, or back to theirs (`page`), which shows the reason. A form sent by its page's
 * script (`PageForm`), which asks for JSON, gets the same as JSON, and stays where it is if it was refused. Other scripts send JSON and get
 * the outcome alone.
 */
export function formRoute(
  page: FormPath,
  run: (form: SentForm) => Promise<FormOutcome>,
  { keeps }: FormOptions = {},
) {
  return async (request: Request): Promise<Response> => {
    const { isSameOrigin, linkSite, address } = parley();
    if (!isSameOrigin(request)) return refusalResponse('not_allowed');
    const fields = await readFields(request);
    const { headers } = request;
    const isScript = headers.get('content-type')?.startsWith('application/json');
    const isMalformed = fields === 'text_malformed';
    if (typeof fields === 'string' && (isScript || !isMalformed)) return refusalResponse(fields);
    const read = reading(typeof fields === 'string' ? {} : fields);
    const form = { ...read, headers, address: address(), site: linkSite(headers) };
    const outcome = isMalformed ? refuse('text_malformed') : await run(form).catch(refusalFor);
    if (isScript) return answerScript(outcome);
    const path = typeof page === 'string' ? page : page(form);
    if (isByPage(headers) && !outcome.ok && pageAfterRefusal(outcome.rejection, path) === path)
      return refusedInPlace(outcome.rejection);
    const back = outcome.ok || !keeps ? path : await withTyped(path, form, keeps);
    const { to, cookies } = await onwardFrom(outcome, back, form);
    const response = leadOn(headers, to);
    for (const line of cookies) response.headers.append('set-cookie', line);
    return response;
  };
}

/** Like `formRoute`, for signed-in people; others are redirected to the sign-in page. */
export function ownFormRoute(
  page: FormPath,
  run: (form: SentForm, person: SignedIn) => Promise<FormOutcome>,
  options?: FormOptions,
): (request: Request) => Promise<Response> {
  const runForPerson = async (form: SentForm): Promise<FormOutcome> => {
    const person = await parley().auth.currentPerson(form.headers);
    if (person === null) return refuse('not_signed_in');
    const outcome = await run(form, person);
    // Without the second factor this server requires, an administrator has the rights of everyone else.
    const isLacking = !outcome.ok && outcome.rejection.code === 'not_allowed' && person.needsSecondFactor;
    return isLacking ? refuse('second_factor_required') : outcome;
  };
  return formRoute(page, runForPerson, options);
}

/** A form without one of its fields is from no page of ours. */
class MissingField extends Error {}

function reading(fields: Readonly<Record<string, unknown>>): Pick<SentForm, 'text' | 'optional'> {
  const textOf = (name: string) => {
    const field = fields[name];
    return typeof field === 'string' ? field : null;
  };
  return {
    text: (name) => {
      const text = textOf(name);
      if (text === null) throw new MissingField(name);
      return text;
    },
    optional: (name) => textOf(name) ?? '',
  };
}

function refusalFor(error: unknown): FormOutcome {
  if (error instanceof MissingField) return refuse('invalid');
  if (error instanceof UserErasedError || error instanceof ProofVoidError) return refuse('not_signed_in');
  throw error;
}

function answerScript(outcome: FormOutcome): Response {
  if (!outcome.ok) return refusalResponse(outcome.rejection);
  const { answer, secret } = outcome;
  const body = { ok: true, ...answer, ...(secret && { secret: secret.text }) };
  const response = Response.json(body, NO_STORE);
  for (const line of outcome.cookies ?? []) response.headers.append('set-cookie', line);
  return response;
}

/** Adds the key of the stored input to the address of a form's page. */
async function withTyped(page: string, { headers, optional }: SentForm, field: string): Promise<string> {
  const { auth, shownSecrets } = parley();
  const typed = optional(field).slice(0, KEPT_CHARACTERS);
  const person = typed === '' ? null : await auth.currentPerson(headers);
  if (person === null) return page;
  const key = await shownSecrets.keepTyped(person.id, typed);
  return `${page}${page.includes('?') ? '&' : '?'}typed=${key}`;
}

/** The page where a person can provide what a refused form lacks, otherwise the form's page. */
function pageAfterRefusal({ code }: Rejection, page: string): string {
  if (code === 'second_factor_required') return '/account/second-factor';
  if (code === 'reauthentication_required')
    return `/account/reauthenticate?returnTo=${encodeURIComponent(page)}`;
  if (code === 'not_signed_in')
    return page.startsWith('/sign-in') ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(page)}`;
  return page;
}

/** Where a form's browser goes, and the cookies it takes along. */
interface Onward {
  readonly to: string;
  readonly cookies: readonly string[];
}

async function onwardFrom(outcome: FormOutcome, page: string, { optional }: SentForm): Promise<Onward> {
  if (!outcome.ok) noteRefusal(outcome.rejection.code);
  const to = outcome.ok ? outcome.to : pageAfterRefusal(outcome.rejection, page);
  const { of, text } = (outcome.ok && outcome.secret) || { of: '', text: '' };
  const shown = of === '' ? {} : { shown: await parley().shownSecrets.keep(of, text) };
  const flash = outcome.ok
    ? outcome.flash && { ...outcome.flash, ...shown }
    : { refused: outcome.rejection, mail: optional('mail').slice(0, 254) };
  const cookies = (outcome.ok && outcome.cookies) || [];
  const at = to.split('?')[0] ?? to;
  return { to, cookies: flash ? [...cookies, flashCookie({ ...flash, at }, parley().https)] : cookies };
}

/** Answered as done: browsers report every other status as an error in their console. */
function refusedInPlace(rejection: Rejection): Response {
  noteRefusal(rejection.code);
  return Response.json({ ok: false, rejection }, NO_STORE);
}

/** Leads the browser that sent a form to a page: by a redirect, or by the answer to its page's script. */
export function leadOn(headers: Headers, to: string): Response {
  if (isByPage(headers)) return Response.json({ ok: true, to }, NO_STORE);
  return new Response(null, { status: 303, headers: { location: to, 'cache-control': 'no-store' } });
}

/** True for a form that its page's script sent (`PageForm`). */
function isByPage(headers: Headers): boolean {
  return headers.get('accept')?.startsWith('application/json') ?? false;
}
