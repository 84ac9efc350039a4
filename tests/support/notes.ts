import { expect } from 'vitest';
import { POST as changeMail } from '../../app/api/account/notes/route.ts';
import type { POST as choose } from '../../app/api/debates/[id]/notes/route.ts';
import { GET as listNotes } from '../../app/api/notes/route.ts';
import type { Names } from '../../domain/debate/head/head.ts';
import type { ListedNotification } from '../../domain/protocol/route-answers.ts';
import { type NotedPerson, type NoteServer, SOON, withNoteServer } from './note-server.ts';
import type { ReceivedMail } from './smtp-sink.ts';

const DAY = 24 * 60 * 60_000;

let there: NoteServer;

/** Gives a test file a server for the stories below. */
export function withNotes(): NoteServer {
  there = withNoteServer();
  return there;
}

let keys = 0;

/** An argument for or against something, or the first of a debate. */
export function argument(
  on: string | null = null,
  text = 'It does',
  relation: 'support' | 'attack' = 'support',
) {
  keys += 1;
  const target =
    on === null ? ({ kind: 'position', id: 'p_position1' } as const) : ({ kind: 'claim', id: on } as const);
  return {
    type: 'claim.add',
    claimId: `c_${keys}`,
    linkId: `l_${keys}`,
    target,
    relation,
    positionId: null,
    text,
  } as const;
}

export function remark(on: string, text: string, replyTo: string | null = null) {
  keys += 1;
  return {
    type: 'comment.add',
    commentId: `m_${keys}`,
    on: { kind: 'claim', id: on },
    replyTo,
    text,
  } as const;
}

/** Ann, with an account, whose claim is the first of a debate. */
export async function aClaim(names?: Names) {
  const { debateId, owner } = await there.debate(names);
  const ann = await there.joins(debateId, 'Ann', 'account');
  const claim = argument(null, 'Trade makes friends of towns');
  await ann.does(claim);
  return { debateId, owner, ann, claim: claim.claimId };
}

export async function chooses(who: NotedPerson, pace: string, zone = 'UTC', hour = 8): Promise<void> {
  const answer = await who.browser.send(changeMail, { pace, zone, hour: `${hour}` });
  expect(answer).toMatchObject({ to: '/account', refused: null });
}

export async function asked(route: typeof choose, who: NotedPerson, debateId: string, body?: unknown) {
  const { headers } = who.browser;
  headers.set('content-type', 'application/json');
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const request = new Request(`${there.server.origin}/api/debates/x/notes`, { headers, ...sent });
  return (await route(request, { params: Promise.resolve({ id: debateId }) })).json();
}

/** Kept when someone has as many new notes. */
export async function hasNew(who: NotedPerson, count: number): Promise<void> {
  await expect.poll(() => there.unread(who), SOON).toBe(count);
}

/** A person's inbox as a board lists it, the newest first. */
export async function listedFor({ browser: { headers } }: NotedPerson): Promise<ListedNotification[]> {
  const answer = await listNotes(new Request(`${there.server.origin}/api/notes`, { headers }));
  return (await answer.json()).notes;
}

/** The mails someone got, once they are so many. */
export async function mails(who: NotedPerson, count: number): Promise<readonly ReceivedMail[]> {
  await expect.poll(() => there.mailsTo(who).length, SOON).toBe(count);
  return there.mailsTo(who);
}

/** Proves that nothing more is mailed to someone: someone else's mail, due at the same time, has come. */
export async function nothingMore(who: NotedPerson, count: number): Promise<void> {
  const { ann, claim, debateId } = await aClaim();
  const bo = await there.joins(debateId, 'Bo');
  await chooses(ann, 'once');
  await bo.does(remark(claim, 'After all that'));
  await hasNew(ann, 1);
  there.pass(DAY);
  await mails(ann, 1);
  expect(there.mailsTo(who)).toHaveLength(count);
}

export function header(mail: ReceivedMail | undefined, name: string): string {
  const unfolded = mail?.head.replace(/\r\n[ \t]+/g, ' ') ?? '';
  return unfolded.match(new RegExp(`^${name}: (.*)$`, 'im'))?.[1] ?? '';
}
