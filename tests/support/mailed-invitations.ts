import { beforeEach, expect } from 'vitest';
import { POST as change } from '../../app/api/debates/[id]/invitations/[invitationId]/route.ts';
import { POST as invite, GET as list } from '../../app/api/debates/[id]/invitations/route.ts';
import { POST as comeIn } from '../../app/api/join/route.ts';
import { POST as openLink } from '../../app/api/sign-in/link/route.ts';
import { POST as mailLink } from '../../app/api/sign-in/mail/route.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { Role } from '../../domain/debate/participants/participant.ts';
import { parley } from '../../server/handle.ts';
import type { MailedInvitation, Mailing } from '../../server/services/invitations/mail-invitations.ts';
import { connectLive } from './live-client.ts';
import { type MailingServer, withMailingServer } from './mailing-server.ts';
import { TestBrowser } from './test-browser.ts';

let running: MailingServer;
let people = 0;

/** Gives a test file a server that sends invitations. */
export function withMailedInvitations(): MailingServer {
  running = withMailingServer();
  beforeEach(() => {
    people += 1;
  });
  return running;
}

export const browser = () => new TestBrowser(() => running.server.origin);
/** An address nobody has used before. */
export const fresh = (name = 'gil') => `${name}${people}@example.org`;

export async function account(name: string, email: string): Promise<TestBrowser> {
  const made = browser();
  await made.send(mailLink, { mail: email });
  await made.send(openLink, { code: running.mailedCode(email), name });
  return made;
}

export async function started(owner: TestBrowser, more: Partial<{ title: string; motion: string }> = {}) {
  const person = (await owner.who()) ?? expect.fail('nobody');
  const input = {
    title: 'Trade',
    motion: 'Trade makes friends',
    positions: [],
    visibility: 'private' as const,
  };
  const made = await parley().debates.create(person, { ...input, ...more });
  return made.ok ? made.debateId : expect.fail(made.rejection.code);
}

/** A debate, and its owner, who has an account. */
export async function aDebate(more: Parameters<typeof started>[1] = {}) {
  const olga = await account('Olga', fresh('olga'));
  return { olga, debateId: await started(olga, more) };
}

/** A moderator of a debate, whom its owner invited. */
export async function aModerator(owner: TestBrowser, debateId: string): Promise<TestBrowser> {
  const mona = await account('Mona', fresh('mona'));
  await mail(owner, debateId, fresh('m'), { role: 'moderator' });
  await mona.send(comeIn, { token: tokenFor(fresh('m')) });
  return mona;
}

function asked(by: TestBrowser, body?: unknown): Request {
  const { headers } = by;
  headers.set('content-type', 'application/json');
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  return new Request(`${running.server.origin}/api/debates/x/invitations`, { headers, ...sent });
}

export type Sent = Mailing & {
  readonly ok: boolean;
  readonly rejection?: { readonly code: string; readonly limit?: number };
};

export async function mail(
  by: TestBrowser,
  id: string,
  to: string,
  more: Partial<{ role: Role; note: string; holds: string }> = {},
): Promise<Sent> {
  const body = { kind: 'mail', role: 'debater', holds: 'week', note: '', to, ...more };
  return (await invite(asked(by, body), { params: Promise.resolve({ id }) })).json();
}

export async function mailed(by: TestBrowser, id: string): Promise<MailedInvitation[]> {
  return (await (await list(asked(by), { params: Promise.resolve({ id }) })).json()).mailed;
}

export async function does(
  by: TestBrowser,
  id: string,
  invitationId: string,
  action: 'renew' | 'revoke',
): Promise<Sent> {
  return (await change(asked(by, { action }), { params: Promise.resolve({ id, invitationId }) })).json();
}

/** The token in the link of the last email to an address. */
export function tokenFor(email: string): string {
  const { link = '' } = running.smtp.mails.findLast(({ to }) => to === email) ?? {};
  expect(link).toContain(`${running.server.origin}/join/`);
  return link.split('/join/')[1] ?? '';
}

export async function roleOf(who: TestBrowser, debateId: string): Promise<Role | null> {
  const read = await parley().debates.read(debateId, await who.who());
  return read.ok ? (read.view.participants.get(read.opening.participantId ?? '')?.role ?? null) : null;
}

export async function ask(by: TestBrowser, debateId: string, operation: Operation): Promise<void> {
  const client = await connectLive(running.server.origin, { cookie: by.cookie });
  await client.open(debateId);
  expect(await client.submit(operation)).toMatchObject({ ok: true });
  client.close();
}
