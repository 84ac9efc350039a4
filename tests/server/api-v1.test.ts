import { readdirSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { GET as openApi } from '../../app/api/v1/openapi.json/route.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { parley } from '../../server/handle.ts';
import { claim, connect, join, makeOwnDebate, vote, withTestServer } from '../support/live-debates.ts';

const server = withTestServer();
const API = joinPath(import.meta.dirname, '../../app/api/v1');

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
interface Described {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string }[];
  readonly requestBody?: { content: Record<string, { schema: object }> };
  readonly responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface Document {
  readonly paths: Record<string, Record<string, Described>>;
  readonly components: { readonly responses: { readonly Refusal: Described['responses'][string] } };
}

let document: Document;
const handlers = new Map<string, Handler>();

beforeAll(async () => {
  document = await (await openApi()).json();
  const files = readdirSync(API, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('route.ts'),
  );
  for (const file of files) {
    const module = (await import(joinPath(API, file))) as Record<string, Handler>;
    const path = `/${file.replace(/\/?route\.ts$/, '').replace(/\[(\w+)\]/g, '{$1}')}`;
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((name) => name in module))
      handlers.set(`${method.toLowerCase()} ${path}`, module[method] as Handler);
  }
});

const schemas = new Ajv2020({ strict: false, allErrors: true });

/** A schema without room for fields that it doesn't name: an answer must have no field that the document lacks. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, closed(part)]));
  return 'properties' in schema ? { additionalProperties: false, ...parts } : parts;
}

/** Asks as a program does, and holds the request and the answer against the document. */
async function ask(
  what: string,
  {
    token = '',
    query = '',
    body,
    headers = {},
    ...params
  }: {
    token?: string;
    query?: string;
    body?: unknown;
    headers?: Record<string, string>;
    id?: string;
    webhookId?: string;
  } = {},
) {
  const handler = handlers.get(what) ?? expect.fail(what);
  const [method = '', path = ''] = what.split(' ');
  const described = document.paths[path]?.[method] ?? expect.fail(`${what} is not described`);
  const named = described.parameters?.map(({ name }) => name) ?? [];
  for (const name of new URLSearchParams(query).keys()) expect(named).toContain(name);
  const { origin } = server();
  const isText = typeof body === 'string';
  if (body !== undefined && !isText) {
    const { schema } = described.requestBody?.content['application/json'] ?? expect.fail('takes no body');
    expect(schemas.validate(schema, body), schemas.errorsText()).toBe(true);
  }
  const request = new Request(`${origin}/api/v1${path}?${query}`, {
    method: method.toUpperCase(),
    headers: {
      host: new URL(origin).host,
      'content-type': isText ? 'application/octet-stream' : 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
  });
  const answer = await handler(request, { params: Promise.resolve(params as Record<string, string>) });
  const status = String(answer.status);
  const expected = described.responses[status] ?? document.components.responses.Refusal;
  if (status.startsWith('4') || status.startsWith('5')) expect(described.responses).toHaveProperty('default');
  else expect(described.responses).toHaveProperty(status);
  if (answer.headers.has('content-disposition')) return { status: answer.status, file: await answer.text() };
  const received = await answer.json();
  const { schema } = expected.content?.['application/json'] ?? expect.fail('no answer is described');
  expect(schemas.validate(schema, { ...received, later: 1 }), 'answers may get more fields').toBe(true);
  const exact = closed(schema) as object;
  expect(schemas.validate(exact, received), `${what}: ${schemas.errorsText()}`).toBe(true);
  return { status: answer.status, ...received };
}

async function tokenOf(...scopes: ('read' | 'write' | 'moderate')[]): Promise<string> {
  const { auth, people, tokens } = parley();
  const userId = await people.create({ name: 'Robin', email: `${crypto.randomUUID()}@example.org` });
  const cookie = (await auth.signIn(userId, 'mail', new Headers()))[0]?.split(';')[0] ?? '';
  const person = (await auth.currentPerson(new Headers({ cookie }))) ?? expect.fail('nobody');
  const made = await tokens.make(person, { name: 'a robot', scopes, days: 7 });
  return made.ok ? made.secret : expect.fail('no token');
}

describe('[PG1] the OpenAPI document', () => {
  test('is one of OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate({ ...document });
    expect(errors ?? []).toEqual([]);
    expect([valid, validator.version]).toEqual([true, '3.1']);
  });

  test('describes every route there is, and none that is not', () => {
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item)
        .filter((key) => key !== 'parameters')
        .map((method) => `${method} ${path}`),
    );
    const there = [...handlers.keys()].filter((name) => name !== 'get /openapi.json');
    expect(described.sort()).toEqual(there.sort());
  });
});

describe('[PG2] a program', () => {
  test('gets the name of the invalid field', async () => {
    const token = await tokenOf('write');
    const body = JSON.stringify({ title: 'Tea', motion: 'Tea', positions: [{ name: 'Tea' }] });
    expect(await ask('post /debates', { token, body })).toMatchObject({
      status: 400,
      rejection: { code: 'invalid' },
      where: 'positions[0].hue',
      why: expect.stringContaining('blue'),
    });
    const vote = JSON.stringify({ claimId: 'c_one', answer: 'yes' });
    expect(await ask('post /debates/{id}/votes', { token, id: 'd_none', body: vote })).toMatchObject({
      status: 400,
      where: 'answer',
    });
  });

  test('[PG2] two people may choose the same Idempotency-Key', async () => {
    const token = await tokenOf('write');
    const position = { name: 'Yes', hue: 'blue', summary: '' };
    const body = { title: 'Keys', motion: 'Keys are short.', visibility: 'public', positions: [position] };
    const made = await ask('post /debates', { token, body });
    const headers = { 'idempotency-key': '1' };
    const comment = { on: { kind: 'position', id: 'p_position1' }, text: 'Is it so?' };
    const asked = { id: made.debateId, body: comment, headers };
    const first = await ask('post /debates/{id}/comments', { ...asked, token });
    const second = await ask('post /debates/{id}/comments', { ...asked, token: await tokenOf('write') });
    expect([first, second]).toMatchObject([{ status: 201 }, { status: 201 }]);
    expect(second.commentId).not.toBe(first.commentId);
  });

  /** A private debate of a program, with one claim. */
  async function aDebateOf(token: string) {
    const positions = [{ name: 'Tea', hue: 'blue', summary: 'It is' }];
    const body = { title: 'Tea', motion: 'Tea is better than coffee.', positions, visibility: 'private' };
    const made = await ask('post /debates', { token, body });
    expect(made.status).toBe(201);
    const id: string = made.debateId;
    const asked = { clientId: 'program_one', clientSeq: 1, operation: claim('one', 'Tea is warm') };
    const first = await ask('post /debates/{id}/operations', { token, id, body: asked });
    expect(first).toMatchObject({ status: 200, ok: true });
    return { id, asked, first };
  }

  test('makes a debate and argues in it, each operation once', async () => {
    const token = await tokenOf('read', 'write', 'moderate');
    const { id, asked, first } = await aDebateOf(token);
    // The same again is not written again.
    expect(await ask('post /debates/{id}/operations', { token, id, body: asked })).toEqual(first);
    const other = { ...asked, operation: claim('two') };
    expect(await ask('post /debates/{id}/operations', { token, id, body: other })).toMatchObject({
      rejection: { code: 'identity_reused' },
    });
    const steering: Operation = { type: 'debate.configure', guests: 'observer' };
    const next = { clientId: 'program_one', clientSeq: 2, operation: steering };
    expect(await ask('post /debates/{id}/operations', { token, id, body: next })).toMatchObject({ ok: true });
  });

  test('votes, and reads its votes and the totals', async () => {
    const token = await tokenOf('read', 'write', 'moderate');
    const { id } = await aDebateOf(token);
    const votes = 'post /debates/{id}/votes';
    expect(await ask(votes, { token, id, body: { claimId: 'c_one', answer: 'agree' } })).toMatchObject({
      ok: true,
    });
    expect(await ask('get /debates/{id}/votes', { token, id })).toMatchObject({
      hidden: false,
      tallies: [{ claimId: 'c_one', agree: 1, disagree: 0, pass: 0 }],
      own: [{ claimId: 'c_one', answer: 'agree', wording: 1 }],
    });
    const reading = vi.spyOn(parley().debates, 'read');
    const edit = { type: 'claim.edit', claimId: 'c_one', base: 1, change: [11, [0, '!']] };
    const reworded = { clientId: 'a-program-2', clientSeq: 1, operation: edit };
    expect(await ask('post /debates/{id}/operations', { token, id, body: reworded })).toMatchObject({
      ok: true,
    });
    // Without reading the whole debate for it.
    await ask(votes, { token, id, body: { claimId: 'c_one', answer: 'disagree' } });
    expect(reading).not.toHaveBeenCalled();
    reading.mockRestore();
    const voted = await ask('get /debates/{id}/votes', { token, id });
    expect(voted.own).toEqual([{ claimId: 'c_one', answer: 'disagree', wording: voted.own[0].wording }]);
    expect(voted.tallies).toMatchObject([{ disagree: 1 }]);
    expect(await ask(votes, { token, id, body: { claimId: 'c_one', answer: null } })).toMatchObject({
      ok: true,
    });
    expect(await ask('get /debates/{id}/votes', { token, id })).toMatchObject({ tallies: [], own: [] });
    expect(await ask(votes, { token, id, body: { claimId: 'c_none', answer: 'pass' } })).toMatchObject({
      rejection: { code: 'unknown_claim' },
    });
  });

  test('repeats a vote and its withdrawal without an error', async () => {
    const token = await tokenOf('read', 'write', 'moderate');
    const { id } = await aDebateOf(token);
    const votes = 'post /debates/{id}/votes';
    const voted = { token, id, body: { claimId: 'c_one', answer: 'agree', wording: 1 } };
    expect(await ask(votes, voted)).toEqual({ status: 200, ok: true, seq: expect.any(Number) });
    expect(await ask(votes, voted)).toEqual({ status: 200, ok: true });
    expect(await ask('get /debates/{id}/votes', { token, id })).toMatchObject({
      own: [{ claimId: 'c_one', answer: 'agree', wording: 1 }],
    });
    const withdrawn = { token, id, body: { claimId: 'c_one', answer: null } };
    expect(await ask(votes, withdrawn)).toEqual({ status: 200, ok: true, seq: expect.any(Number) });
    expect(await ask(votes, withdrawn)).toEqual({ status: 200, ok: true });
    const none = { token, id, body: { claimId: 'c_none', answer: null } };
    expect(await ask(votes, none)).toMatchObject({ status: 422, rejection: { code: 'unknown_claim' } });
  });

  test('comments and replies, and reads the debate again', async () => {
    const token = await tokenOf('read', 'write', 'moderate');
    const { id } = await aDebateOf(token);
    const comment = { on: { kind: 'claim', id: 'c_one' }, text: 'Is it? 中文 🦉' };
    const headers = { 'idempotency-key': 'comment 1' };
    const commented = await ask('post /debates/{id}/comments', { token, id, body: comment, headers });
    expect(await ask('post /debates/{id}/comments', { token, id, body: comment, headers })).toEqual(
      commented,
    );
    const reply = { ...comment, replyTo: commented.commentId, text: 'It is' };
    await ask('post /debates/{id}/comments', { token, id, body: reply });
    const read = await ask('get /debates/{id}/comments', { token, id, query: 'on=c_one' });
    expect(read.comments).toMatchObject([
      { text: 'Is it? 中文 🦉', replyTo: null, author: { name: 'Robin' } },
      { text: 'It is', replyTo: commented.commentId },
    ]);
    expect((await ask('get /debates/{id}/comments', { token, id, query: 'on=c_two' })).comments).toEqual([]);
    expect((await ask('get /debates/{id}', { token, id })).debate).toMatchObject({
      id,
      motion: 'Tea is better than coffee.',
      positions: [{ name: 'Tea' }],
      claims: 1,
      comments: 2,
      participants: 1,
      own: { role: 'owner' },
    });
    expect((await ask('get /debates', { token })).debates).toContainEqual(expect.objectContaining({ id }));
  });

  test('takes a debate away as a file, and imports it', async () => {
    const token = await tokenOf('read', 'write', 'moderate');
    const { id } = await aDebateOf(token);
    const { file } = await ask('get /debates/{id}/export', { token, id, query: 'format=markdown' });
    expect(file).toContain('Tea is warm');
    const taken = await ask('get /debates/{id}/export', { token, id });
    const looked = await ask('post /imports', { token, body: taken.file, query: 'name=tea.json' });
    expect(looked).toMatchObject({ status: 200, preview: { format: 'parley', claims: 1 } });
    const again = await ask('post /imports', {
      token,
      body: taken.file,
      query: 'name=tea.json&visibility=private',
    });
    expect(again.status).toBe(201);
    expect((await ask('get /debates/{id}', { token, id: again.debateId })).debate.claims).toBe(1);
    expect(
      await ask('post /imports', { token, body: 'a one\n', query: 'name=x.tgf&format=parley' }),
    ).toMatchObject({
      status: 422,
      rejection: { code: 'file_unreadable' },
      problem: { problem: 'not_json' },
    });
  });

  test('[PG1] imports a table, and exports an earlier moment', async () => {
    const token = await tokenOf('read', 'write');
    const table = 'Wer,Was\nAnn,Tea is warm\n';
    const refused = await ask('post /imports', { token, body: table, query: 'name=tea.csv' });
    expect(refused).toMatchObject({
      status: 422,
      problem: { problem: 'no_claim_column', table: { columns: ['Wer', 'Was'], taken: {} } },
    });
    const query = 'name=tea.csv&column.text=Was&column.author=Wer';
    const looked = await ask('post /imports', { token, body: table, query });
    expect(looked.preview.table).toMatchObject({ taken: { text: 'Was', author: 'Wer' } });
    const made = await ask('post /imports', { token, body: table, query: `${query}&visibility=private` });
    const moment = `format=markdown&at=${Date.now()}`;
    const { file } = await ask('get /debates/{id}/export', { token, id: made.debateId, query: moment });
    expect(file).toContain('Tea is warm');
  });

  test('[PG3] gets what its person may see and does what they may, and no more', async () => {
    const { debateId: id, cookie } = await makeOwnDebate('public');
    const owner = await connect({ cookie });
    await owner.open(id);
    const emil = await join(id, 'Emil');
    await owner.submit(claim('one'));
    await owner.submit(claim('hidden', 'A claim that is hidden'));
    await emil.submit(vote('one', 'agree'));
    const on = { kind: 'claim', id: 'c_hidden' } as const;
    await emil.submit({ type: 'comment.add', commentId: 'm_hidden', on, replyTo: null, text: 'Under it' });
    await owner.submit({ type: 'content.hide', ids: ['c_hidden'], reason: 'abusive', note: '' });
    await owner.submit({ type: 'debate.configure', ballots: 'secret' });
    const token = await tokenOf('read');
    for (const asker of [token, '']) {
      const votes = await ask('get /debates/{id}/votes', { token: asker, id });
      expect(votes).toMatchObject({ hidden: true, tallies: [], own: [] });
      expect(await ask('get /debates/{id}/comments', { token: asker, id })).toMatchObject({ comments: [] });
      expect((await ask('get /debates/{id}', { token: asker, id })).debate).toMatchObject({
        claims: 1,
        comments: 0,
        own: null,
      });
    }
    const writer = await tokenOf('write');
    const hiding = { type: 'content.hide', ids: ['c_one'], reason: 'abusive', note: '' } as const;
    const asked = { clientId: 'program_one', clientSeq: 1, operation: hiding };
    expect(await ask('post /debates/{id}/operations', { token: writer, id, body: asked })).toMatchObject({
      status: 403,
    });
    const clearing = { ...asked, operation: { type: 'debate.clear' } };
    const every = await tokenOf('read', 'write', 'moderate');
    const described = handlers.get('post /debates/{id}/operations');
    expect(described).toBeDefined();
    expect(await ask('post /debates/{id}/operations', { token: every, id, body: clearing })).toMatchObject({
      ok: false,
    });
    await owner.submit({ type: 'debate.setVisibility', visibility: 'private' });
    expect(await ask('get /debates/{id}', { token, id })).toMatchObject({ status: 404 });
    expect(await ask('get /debates/{id}/votes', { id })).toMatchObject({ status: 404 });
    expect(await ask('get /debates/{id}', { token: 'parley_none', id })).toMatchObject({ status: 401 });
  });

  test('[PG4] that asks too fast gets an error, and nothing is written', async () => {
    const token = await tokenOf('read', 'write');
    const { debateId: id, cookie } = await makeOwnDebate('public');
    const owner = await connect({ cookie });
    await owner.open(id);
    await owner.submit(claim('one'));
    const body = { claimId: 'c_one', answer: 'agree' };
    const vote = () => ask('post /debates/{id}/votes', { token, id, body });
    expect(await vote()).toMatchObject({ status: 200 });
    // A slow machine may send hundreds at a pace that is allowed.
    const refused = async () => {
      const answers = await Promise.all(Array.from({ length: 200 }, vote));
      return answers.find(({ status }) => status === 429);
    };
    await expect.poll(refused).toMatchObject({ rejection: { code: 'too_fast' } });
  });
});
