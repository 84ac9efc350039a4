import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { ClientEvents } from '../../domain/protocol/events.ts';
import { SCOPES } from '../../server/auth/sign-in/scopes.ts';
import { parley } from '../../server/handle.ts';
import {
  DEBATE_ACTORS,
  DEBATE_ROUTE_MATRIX,
  EVENT_MATRIX,
  OPERATION_MATRIX,
  ROUTE_ACTORS,
  ROUTE_BODIES,
  ROUTE_MATRIX,
  SOCKET_ACTORS,
  TOKEN_MATRIX,
} from '../support/access-matrix.ts';
import { aDebate } from '../support/debate-builder.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, connect, join, makeOwnDebate, withTestServer } from '../support/live-debates.ts';
import { OPERATION_TYPES, SAMPLES } from '../support/operation-samples.ts';

const server = withTestServer();

/** The roles of the matrix that a connection may have, but the owner's. */
const ROLES = {
  moderator: 'mona',
  author: 'dana',
  debater: 'emil',
  suggester: 'susi',
  observer: 'otto',
} as const;

describe('[RO11] operations over sockets', () => {
  const clients = new Map<string, LiveClient>();
  const ids = new Map<string, string>();

  /** Replaces people of the samples with the ones of this debate. */
  const ofHere = (operation: Operation): Operation =>
    'participantId' in operation
      ? { ...operation, participantId: ids.get(operation.participantId) ?? operation.participantId }
      : operation;

  async function filled(): Promise<void> {
    const { debateId, cookie } = await makeOwnDebate('public');
    const owner = await connect({ cookie });
    await owner.open(debateId);
    clients.set('olga', owner);
    for (const who of Object.values(ROLES)) {
      const client = await join(debateId, who);
      clients.set(who, client);
      ids.set(who, client.id);
    }
    // Repeats what people of `aDebate()` did.
    for (const { actor, effect } of aDebate().entries) {
      const operation = OPERATION_OF[effect.type]?.(effect as never);
      if (operation) expect(await clients.get(actor)?.submit(operation)).toMatchObject({ ok: true });
    }
    await owner.submit({ type: 'debate.configure', teams: 'chosen' });
    for (const [role, who] of [
      ['suggester', 'susi'],
      ['observer', 'otto'],
      ['moderator', 'mona'],
    ] as const) {
      await owner.submit(ofHere({ type: 'participant.appoint', participantId: who, role }));
    }
    await clients.get('mona')?.closed;
    const moderator = await connect({ cookie: await cookieOf('mona') });
    await moderator.open(debateId);
    clients.set('mona', moderator);
  }
  const cookieOf = async (who: string) => (clients.get(who) as LiveClient & { cookie: string }).cookie;

  /** The code an operation is refused with, or `yes`; asked again while it comes too fast, as so many for one person do. */
  const refusalOf = async (who: string, operation: Operation): Promise<string> => {
    let refused = '';
    const ask = async () => {
      const answer = await clients.get(who)?.submit(operation);
      refused = answer && !answer.ok ? answer.rejection.code : 'yes';
      return refused;
    };
    await expect.poll(ask, { interval: 500 }).not.toBe('too_fast');
    return refused;
  };

  test('refusals have the code of the matrix, for each role', async () => {
    await filled();
    for (const type of OPERATION_TYPES) {
      for (const [actor, who] of Object.entries({ owner: 'olga', ...ROLES })) {
        const expected = OPERATION_MATRIX[type][actor as keyof typeof ROLES];
        if (expected === 'yes') continue;
        const refused = await refusalOf(who, ofHere(SAMPLES[type].operation));
        // Where something had to be done first, what is there to refuse may be that it was not.
        if (!SAMPLES[type].first) expect(refused, `${type} of ${actor}`).toBe(expected);
        else expect(refused, `${type} of ${actor}`).not.toBe('yes');
      }
    }
  });
});

describe('[RO11] events over sockets', () => {
  const place = { box: '~motion', across: 0, down: 0, dx: 0, dy: 0 };
  const messages: Record<Exclude<keyof ClientEvents, 'open'>, unknown> = {
    submit: { clientSeq: 1, operation: claim('matrix') },
    presence: { at: null, writing: false },
    clock: {},
    pointer: { over: place, look: null },
    watchGroups: { watching: true },
    seen: { until: 1 },
    caret: { text: null, base: 1, anchor: 0, head: 0 },
  };

  test('every event has its row', () => {
    const source = readFileSync(joinPath(import.meta.dirname, '../../domain/protocol/events.ts'), 'utf8');
    const [, events = ''] = source.split('export interface ClientEvents');
    const named = [...(events.split('\n}')[0] ?? '').matchAll(/^ {2}(\w+): \(/gm)].map(([, name]) => name);
    expect(named).toEqual(Object.keys(EVENT_MATRIX));
  });

  test.each(SOCKET_ACTORS)('of a %s', async (actor) => {
    const { debateId, cookie } = await makeOwnDebate('public');
    const owner = await connect({ cookie });
    await owner.open(debateId);
    let client = actor === 'reader' ? await connect() : await join(debateId, 'Ann');
    const participantId = 'id' in client ? (client.id as string) : '';
    if (actor === 'muted')
      await owner.submit({ type: 'participant.mute', participantId, muted: true, reason: 'other' });
    if (actor === 'removed') {
      const { cookie: own } = client as LiveClient & { cookie: string };
      await owner.submit({
        type: 'participant.setMembership',
        participantId,
        membership: 'removed',
        reason: 'other',
      });
      await client.closed;
      client = await connect({ cookie: own });
    }
    const opened = await client.open(debateId);
    expect(opened.ok ? 'yes' : opened.rejection.code).toBe(EVENT_MATRIX.open[actor]);
    for (const [event, message] of Object.entries(messages)) {
      const answer = await new Promise<{ ok: boolean; rejection?: { code: string } }>((resolve) => {
        (client.socket as unknown as { emit(...args: unknown[]): void }).emit(event, message, resolve);
      });
      const outcome = answer.ok ? 'yes' : answer.rejection?.code;
      expect(outcome, event).toBe(EVENT_MATRIX[event as keyof ClientEvents][actor]);
    }
  });
});

describe('[RO11] routes that change something', () => {
  const api = joinPath(import.meta.dirname, '../../app/api');
  const files = readdirSync(api, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('route.ts'),
  );
  type Handler = (request: Request, context: unknown) => Promise<Response>;
  const routes = new Map<string, Handler>();

  beforeAll(async () => {
    for (const file of files) {
      const module = (await import(joinPath(api, file))) as Record<string, Handler>;
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((name) => name in module))
        routes.set(`${method} /api/${file.replace('/route.ts', '')}`, module[method] as Handler);
    }
  });

  const changing = () => [...routes].filter(([name]) => !name.startsWith('GET '));
  const params = Promise.resolve({ id: 'd_none', invitationId: 'i_none', claimId: 'c_none' });

  test('each has its row', () => {
    expect(
      changing()
        .map(([name]) => name)
        .sort(),
    ).toEqual(Object.keys(ROUTE_MATRIX).sort());
  });

  test('a program with a token does what its scope says, and is nobody where tokens are not taken', async () => {
    const { auth, people, tokens } = parley();
    const userId = await people.create({ name: 'Ann', email: 'ann@example.org' });
    const cookie = (await auth.signIn(userId, 'mail', new Headers()))[0]?.split(';')[0] ?? '';
    const ann = (await auth.currentPerson(new Headers({ cookie }))) ?? expect.fail('nobody');
    const { host } = new URL(server().origin);
    for (const scope of SCOPES) {
      const made = await tokens.make(ann, { name: 'a robot', scopes: [scope], days: 7 });
      const secret = made.ok ? made.secret : expect.fail('no token');
      for (const [name, handler] of routes) {
        const [method = '', path = ''] = name.split(' ');
        const headers = { host, authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
        const body = method === 'GET' ? {} : { body: JSON.stringify(ROUTE_BODIES[name] ?? {}) };
        const taken = TOKEN_MATRIX[name];
        if (method === 'GET' && !taken) continue;
        const request = new Request(server().origin + path, { method, headers, ...body });
        const { status } = await handler(request, { params });
        // Without a token it would need an `Origin`: where none is taken, that is missing.
        const refusal = ROUTE_MATRIX[name]?.foreign ?? 403;
        const expected = taken ? (taken.scope === scope ? taken.status : 403) : refusal;
        expect(status, `${name} with ${scope}`).toBe(expected);
      }
    }
  });

  test('each about a debate does what the matrix says, for each sender', async () => {
    const { debateId, cookie } = await makeOwnDebate('public');
    const owner = await connect({ cookie });
    await owner.open(debateId);
    await owner.submit(claim('one'));
    const cookies = new Map<string, string>([
      ['owner', cookie],
      ['outsider', await server().signIn('Otto')],
    ]);
    for (const actor of DEBATE_ACTORS.filter((one) => !cookies.has(one))) {
      const { cookie: own, id: participantId } = await join(debateId, actor);
      cookies.set(actor, own);
      const decided = decisionAbout(actor, participantId);
      if (decided) expect(await owner.submit(decided)).toMatchObject({ ok: true });
    }
    expect(await owner.submit({ type: 'debate.setVisibility', visibility: 'private' })).toMatchObject({
      ok: true,
    });
    const known = await parley().auth.currentPerson(new Headers({ cookie }));
    for (const [name, expected] of Object.entries(DEBATE_ROUTE_MATRIX)) {
      const handler = routes.get(name) ?? expect.fail(name);
      const [method = '', path = ''] = name.split(' ');
      for (const actor of DEBATE_ACTORS) {
        const wanted = { kind: 'code', role: 'observer', holds: 'day', limit: null } as const;
        const made = path.includes('[invitationId]')
          ? await parley().invitations.make(debateId, known, wanted)
          : null;
        const invitationId = made?.ok ? made.invitation.id : '';
        const { origin } = server();
        const headers = { host: new URL(origin).host, origin, cookie: cookies.get(actor) ?? '' };
        const body = method === 'GET' ? {} : { body: JSON.stringify(ROUTE_BODIES[name] ?? {}) };
        const request = new Request(origin + path, { method, headers, ...body });
        const answer = await handler(request, {
          params: Promise.resolve({ id: debateId, invitationId, claimId: 'c_one' }),
        });
        // A file is no answer in our shape.
        const isFile = answer.headers.has('content-disposition');
        const { ok, rejection } = await answer.json();
        expect(ok || isFile ? 'yes' : rejection.code, `${name} of ${actor}`).toBe(expected[actor]);
      }
    }
  });

  test.each(ROUTE_ACTORS)('asked by a %s', async (actor) => {
    for (const [name, handler] of changing()) {
      const [method = '', path = ''] = name.split(' ');
      const own = server().origin;
      const headers = new Headers({
        origin: actor === 'foreign' ? 'https://elsewhere.example' : own,
        host: new URL(own).host,
        'content-type': 'application/json',
      });
      if (actor === 'guest') headers.set('cookie', await server().signIn('Ann'));
      const body = JSON.stringify(ROUTE_BODIES[name] ?? {});
      const request = new Request(own + path.replace('[...auth]', 'callback/guest'), {
        method,
        headers,
        body,
      });
      const { status } = await handler(request, { params });
      expect(status, name).toBe(ROUTE_MATRIX[name]?.[actor]);
    }
  });
});

/** The owner's decision about someone who has just joined as a debater; null for none. */
function decisionAbout(actor: (typeof DEBATE_ACTORS)[number], participantId: string): Operation | null {
  switch (actor) {
    case 'moderator':
    case 'suggester':
    case 'observer':
      return { type: 'participant.appoint', participantId, role: actor };
    case 'muted':
      return { type: 'participant.mute', participantId, muted: true, reason: 'other' };
    case 'removed':
    case 'banned':
      return { type: 'participant.setMembership', participantId, membership: actor, reason: 'other' };
    default:
      return null;
  }
}

/** How what is in the log of `aDebate()` was asked for. */
const OPERATION_OF: Readonly<Record<string, (effect: never) => Operation>> = {
  'position.added': ({ type, order, ...rest }: Record<string, never>) =>
    ({ type: 'position.add', ...rest }) as never,
  'claim.added': ({ type, order, ...rest }: Record<string, never>) =>
    ({ type: 'claim.add', ...rest }) as never,
  'link.added': ({ type, ...rest }: Record<string, never>) => ({ type: 'link.add', ...rest }) as never,
  'source.added': ({ type, ...rest }: Record<string, never>) => ({ type: 'source.add', ...rest }) as never,
  'comment.added': ({ type, ...rest }: Record<string, never>) => ({ type: 'comment.add', ...rest }) as never,
  'question.asked': ({ type, ...rest }: Record<string, never>) =>
    ({ type: 'question.ask', ...rest }) as never,
  'conclusion.statusChanged': ({ type, ...rest }: Record<string, never>) =>
    ({ type: 'conclusion.setStatus', ...rest }) as never,
  'conclusion.edited': ({ type, ...rest }: Record<string, never>) =>
    ({ type: 'conclusion.edit', base: 1, ...rest }) as never,
  'conclusion.signed': ({ type, recorded, ...rest }: Record<string, never>) =>
    ({ type: recorded ? 'conclusion.record' : 'conclusion.sign', ...rest }) as never,
  'vote.cast': ({ type, ...rest }: Record<string, never>) => ({ type: 'vote.cast', ...rest }) as never,
};
