import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Prisma } from '../../prisma/client/client.ts';
import { requestIdOf } from '../../server/http/requests/request-id.ts';
import { describeError } from '../../server/logging/describe-error.ts';
import { inLogContext } from '../../server/logging/log-context.ts';
import { freshDataFolder } from '../support/data-template.ts';
import { freePort } from '../support/postgres-process.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';

const UUID = /^[0-9a-f-]{36}$/;

describe('[RL7] the id of a request', () => {
  test('is made for each, and taken from a proxy only where one is trusted', () => {
    const from = (id: string | undefined, proxies: number) =>
      requestIdOf({ headers: id === undefined ? {} : { 'x-request-id': id } }, proxies);
    expect(from('proxy-id-0001', 1)).toBe('proxy-id-0001');
    for (const made of [
      from('proxy-id-0001', 0),
      from(undefined, 1),
      from('a b\n{"level":"info"}', 1),
      from('x', 1),
    ])
      expect(made).toMatch(UUID);
    expect(from(undefined, 0)).not.toBe(from(undefined, 0));
  });
});

describe('[RL7] an error in the log', () => {
  test('has its name, code, places and causes, and nothing that it repeats of what people wrote', async () => {
    const words = 'Ann wrote\n    at this (file:///home/ann/secret.ts:1:1)';
    const error = new Prisma.PrismaClientKnownRequestError(`Invalid invocation: name: "${words}"`, {
      code: 'P2010',
      clientVersion: '7',
      meta: { modelName: 'User', value: words },
      batchRequestIdx: 0,
    });
    Object.assign(error, { cause: Object.assign(new Error(words), { code: '22021', detail: words }) });
    const described = describeError(error);
    expect(described).toMatchObject({
      name: 'PrismaClientKnownRequestError',
      code: 'P2010',
      cause: { name: 'Error', code: '22021' },
    });
    expect(described.stack?.[0]).toContain('request-ids.test.ts');
    expect(JSON.stringify(described)).not.toMatch(/Ann|secret/);
    const refused = await fetch(`http://127.0.0.1:${await freePort()}/`).catch(
      (failure: Error) => failure.cause,
    );
    expect(describeError(refused)).toMatchObject({
      code: 'ECONNREFUSED',
      message: expect.stringContaining('127.0.0.1'),
    });
    expect(describeError('text')).toEqual({ name: 'string' });
  });
});

describe('[RL7] a server', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServerProcess({
      DATA_DIR: await freshDataFolder(),
      TRUST_PROXY: '1',
      LOG_LEVEL: 'debug',
    });
  });
  afterAll(() => server.end('SIGTERM'));

  test('answers with the id, and every line it logs of that request has it', async () => {
    const plain = await fetch(`${server.origin}/healthz`);
    expect(plain.headers.get('x-request-id')).toMatch(UUID);
    const failing = await fetch(`${server.origin}/fail`, {
      headers: { 'x-request-id': 'from-the-proxy-1' },
    }).catch(() => null);
    expect(failing).toBeNull();
    const lines = () =>
      server
        .output()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line));
    await expect
      .poll(() => lines().filter(({ msg }) => msg === 'a request failed'))
      .toMatchObject([
        { request: 'from-the-proxy-1', level: 'warn', err: { name: 'DatabaseError', code: '22021' } },
      ]);
  });

  test('carries the ids on over what a request starts', async () => {
    const { logContext } = await import('../../server/logging/log-context.ts');
    const seen = await inLogContext({ request: 'one-request' }, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return logContext();
    });
    expect(seen).toEqual({ request: 'one-request' });
  });
});
