import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authSecrets } from '../../server/auth/secrets/auth-secret.ts';
import { StartError } from '../../server/database/start-error.ts';
import { readEnv, SETTINGS } from '../../server/env.ts';
import { SECRETS } from '../../server/secret-files.ts';
import { connectLive } from '../support/live-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

describe('settings', () => {
  const PROVIDER = {
    id: 'school',
    name: 'The school',
    issuer: 'https://login.example.org',
    clientId: 'parley',
    clientSecret: 'hunter2',
  };
  const SECOND = { ...PROVIDER, id: 'work' };

  test('[OP1] without any, the embedded database serves on port 3000', () => {
    expect(readEnv({})).toMatchObject({
      port: 3000,
      host: '0.0.0.0',
      appUrl: null,
      dataDir: './data',
      databaseUrl: null,
      authSecret: null,
      authSecretPrevious: null,
      logLevel: 'info',
      proxies: 0,
      development: false,
    });
    expect(readEnv({ PORT: '', DATABASE_URL: '', APP_URL: '' })).toEqual(readEnv({}));
  });

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', '1e9'],
    ['APP_URL', 'parley.example.com'],
    ['APP_URL', 'ftp://debates.example.org'],
    ['APP_URL', 'https://debates.example.org/parley'],
    ['DATABASE_URL', 'mysql://me:hunter2@host/parley'],
    ['REDIS_URL', 'http://me:hunter2@host:6379'],
    ['REDIS_URL', 'redis://[hunter2'],
    ['AUTH_SECRET', 'short-secret'],
    ['AUTH_SECRET_PREVIOUS', 'short-secret'],
    ['SIGN_IN_IDLE_DAYS', '0'],
    ['SIGN_IN_IDLE_DAYS', '121'],
    ['ADMIN_LINK', 'never'],
    ['ADMIN_SECOND_FACTOR', 'always'],
    ['PASSWORD_BREACH_URL', 'passwords.example.org'],
    ['PASSWORD_BREACH_URL', 'https://passwords.example.org/range'],
    ['PASSWORD_BREACH_URL', 'https://passwords.example.org/range?prefix='],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '-1'],
  ])('[OP1] %s=%s is named as wrong, its value not repeated', (name, value) => {
    const read = () => readEnv({ [name]: value });
    expect(read).toThrow(StartError);
    expect(read).toThrow(new RegExp(`\\b${name} must`));
    expect(read).not.toThrow(value);
  });

  test('[OP18] backups that would be due only after they are deleted are refused', () => {
    const read = (hours: string) => readEnv({ BACKUP_DIR: '/b', BACKUP_DAYS: '7', BACKUP_HOURS: hours });
    expect(read('168').backupHours).toBe(168);
    expect(() => read('169')).toThrow(/BACKUP_HOURS must be 24 times BACKUP_DAYS or less/);
  });

  test('[RL5] every setting that is secret, by its name, may stand in a file', () => {
    const secret = SETTINGS.filter((name) =>
      /SECRET(_PREVIOUS)?$|PASSWORD|TOKEN|_KEY$|_URL$|_PROVIDERS$/.test(name),
    );
    // Secret by their names alone: anyone may know them.
    const known = ['APP_URL', 'ADMIN_LINK', 'ADMIN_SECOND_FACTOR', 'PASSWORD_BREACH_URL', 'BACKUP_S3_URL'];
    expect(secret.filter((name) => !known.includes(name)).sort()).toEqual([...SECRETS].sort());
  });

  test('the example file names every setting, with its default', async () => {
    const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
    const example = parseEnv((await read('.env.example')).replace(/^#(?=[A-Z0-9_]+=)/gm, ''));
    expect(Object.keys(example).sort()).toEqual(SETTINGS.filter((name) => name !== 'NODE_ENV').sort());
    expect(readEnv(example)).toEqual(readEnv({}));
    // A default that is left out would go unnoticed above.
    const defaults = ['PORT', 'HOST', 'DATA_DIR', 'SIGN_UP', 'LOG_LEVEL'].map((name) => example[name]);
    expect(defaults).toEqual(['3000', '0.0.0.0', './data', 'anyone', 'info']);
  });

  test.each(SECRETS)('[RL5] %s may stand in a file, which is named where it cannot be read', async (name) => {
    const folder = await mkdtemp(join(tmpdir(), 'parley-secret-'));
    const file = join(folder, 'secret');
    const value = {
      DATABASE_URL: 'postgresql://host/parley',
      REDIS_URL: 'redis://host',
      SMTP_URL: 'smtp://host',
      OIDC_PROVIDERS: JSON.stringify([PROVIDER]),
    };
    const secret = name in value ? value[name as keyof typeof value] : 'secret '.repeat(8);
    const beside = {
      DATABASE_URL: 'postgresql://host/parley',
      AUTH_SECRET: 'a'.repeat(40),
      MAIL_FROM: 'a@b.c',
      APP_URL: 'https://debates.example.org',
    };
    const others = Object.fromEntries(Object.entries(beside).filter(([other]) => other !== name));
    await writeFile(file, `${secret}\n`);
    expect(readEnv({ ...others, [`${name}_FILE`]: file })).toEqual(readEnv({ ...others, [name]: secret }));
    await writeFile(file, '\n');
    if (name !== 'AUTH_SECRET' && name !== 'DATABASE_URL')
      expect(readEnv({ ...others, [`${name}_FILE`]: file })).toEqual(readEnv(others));
    const twice = () => readEnv({ [name]: secret, [`${name}_FILE`]: file });
    expect(twice).toThrow(new RegExp(`${name} and ${name}_FILE are both set`));
    const absent = () => readEnv({ [`${name}_FILE`]: join(folder, 'absent') });
    expect(absent).toThrow(StartError);
    expect(absent).toThrow(
      new RegExp(`${name}_FILE names the file ".*absent", which cannot be read \\(ENOENT\\)`),
    );
    await rm(folder, { recursive: true });
  });

  test('[OP1] all that are wrong are named at once', () => {
    const read = () => readEnv({ PORT: 'x', LOG_LEVEL: 'y', AUTH_SECRET: 'z' });
    expect(read).toThrow(/PORT must.*; AUTH_SECRET must.*; LOG_LEVEL must/);
  });

  test('[OP1] a node among others needs the database and the secret they share', () => {
    const [REDIS_URL, DATABASE_URL] = ['redis://host', 'postgresql://host/parley'];
    expect(() => readEnv({ REDIS_URL })).toThrow(/DATABASE_URL must be set.*; AUTH_SECRET must be set/);
    expect(() => readEnv({ REDIS_URL, DATABASE_URL })).toThrow(/AUTH_SECRET must be set/);
    const AUTH_SECRET = 'x'.repeat(32);
    expect(readEnv({ REDIS_URL, DATABASE_URL, AUTH_SECRET }).redisUrl).toBe(REDIS_URL);
  });

  test('[AU26] a mail server needs the address its links lead to', () => {
    const read = () => readEnv({ SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'parley@example.org' });
    expect(read).toThrow(StartError);
    expect(read).toThrow(/APP_URL must be set where SMTP_URL is/);
  });

  test('[AU31] providers are read from a list, after the one of the four variables', () => {
    const administrators = { claim: 'groups', value: 'parley-admins' };
    const one = { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' };
    const list = JSON.stringify([PROVIDER, { ...SECOND, trustEmailVerified: false, administrators }]);
    expect(readEnv({ ...one, OIDC_PROVIDERS: list }).oidcProviders).toMatchObject([
      {
        id: 'oidc',
        name: 'id.example.org',
        trustsEmail: true,
        asksEveryTime: false,
        acr: [],
        administrators: null,
      },
      { id: 'school', trustsEmail: true, administrators: null, acr: [], scope: 'openid profile email' },
      { id: 'work', trustsEmail: false, administrators },
    ]);
    expect(readEnv({}).oidcProviders).toEqual([]);
  });

  test.each([
    ['no JSON', /must be a JSON list/],
    ['{}', /must be a JSON list/],
    [JSON.stringify([{ ...PROVIDER, issuer: 'hunter2' }]), /valid "issuer" in provider 1/],
    [JSON.stringify([PROVIDER, { ...SECOND, id: 'guest' }]), /valid "id" in provider 2/],
    [JSON.stringify([{ ...PROVIDER, adminstrators: {} }]), /only known fields in provider 1/],
    [JSON.stringify([PROVIDER, PROVIDER]), /its own "id"/],
  ])('[AU31] OIDC_PROVIDERS=%s is named as wrong, without its values', (OIDC_PROVIDERS, why) => {
    const read = () => readEnv({ OIDC_PROVIDERS });
    expect(read).toThrow(StartError);
    expect(read).toThrow(why);
    expect(read).not.toThrow('hunter2');
  });

  test('[AU31] two providers with one id are refused', () => {
    const one = { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' };
    const list = JSON.stringify([{ ...PROVIDER, id: 'oidc' }]);
    expect(() => readEnv({ ...one, OIDC_PROVIDERS: list })).toThrow(
      /OIDC_PROVIDERS must not use the id "oidc"/,
    );
  });

  test('[AU30] sign-up is open to anyone, to people at some domains, or to people of a provider', () => {
    expect(readEnv({}).signUp).toEqual({ kind: 'anyone' });
    const domains = readEnv({ SIGN_UP: 'domains:Example.org, bücher.example' }).signUp;
    expect(domains).toEqual({ kind: 'domains', domains: ['example.org', 'xn--bcher-kva.example'] });
    const OIDC_PROVIDERS = JSON.stringify([PROVIDER]);
    expect(readEnv({ SIGN_UP: 'oidc', OIDC_PROVIDERS }).signUp).toEqual({ kind: 'oidc' });
  });

  test.each(['everybody', 'domains:', 'domains:example.org,', 'domains:a b.org', 'domains:org', 'oidc'])(
    '[AU30] SIGN_UP=%s is named as wrong',
    (SIGN_UP) => expect(() => readEnv({ SIGN_UP })).toThrow(/SIGN_UP must/),
  );

  test('[OP1] the sampler of traces is looked at only where there are traces, and its share only where it is one', () => {
    const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' };
    const foreign = { OTEL_TRACES_SAMPLER: 'parentbased_always_on', OTEL_TRACES_SAMPLER_ARG: 'all' };
    const { tracesEndpoint, tracesShare } = readEnv(foreign);
    expect([tracesEndpoint, tracesShare]).toEqual([null, 1]);
    expect(() => readEnv({ ...foreign, ...endpoint })).toThrow(/OTEL_TRACES_SAMPLER must be one of/);
    const shareOf = (sampler: string, share: string) =>
      readEnv({ ...endpoint, OTEL_TRACES_SAMPLER: sampler, OTEL_TRACES_SAMPLER_ARG: share }).tracesShare;
    expect(shareOf('always_on', 'all')).toBe(1);
    expect(shareOf('always_off', 'all')).toBe(0);
    expect(shareOf('traceidratio', '0.05')).toBe(0.05);
    expect(shareOf('traceidratio', '')).toBe(1);
    for (const wrong of ['all', '-1', '2'])
      expect(() => shareOf('traceidratio', wrong)).toThrow(/SAMPLER_ARG must be a number from 0 to 1/);
  });

  test('[OP1] the address people use is kept as an origin', () => {
    expect(readEnv({ APP_URL: 'https://Debates.example.org/' }).appUrl).toBe('https://debates.example.org');
  });
});

describe('the secret of sign-ins', () => {
  test('[OP3] is the one set, else made once, kept, and for its owner alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parley-test-'));
    const made = (await authSecrets(null, null, join(folder, 'data')))[0];
    const file = join(folder, 'data', 'auth-secret');
    expect(made.length).toBeGreaterThanOrEqual(43);
    expect((await authSecrets(null, null, join(folder, 'data')))[0]).toBe(made);
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect((await authSecrets('the-one-that-is-set', null, join(folder, 'data')))[0]).toBe(
      'the-one-that-is-set',
    );
    await writeFile(file, 'cut sh');
    const again = (await authSecrets(null, null, join(folder, 'data')))[0];
    expect(again.length).toBeGreaterThanOrEqual(43);
    expect((await readFile(file, 'utf8')).trim()).toBe(again);
    await rm(folder, { recursive: true });
  });

  test('[OP3] a file that cannot be read stops the start with its name, and stays', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parley-test-'));
    const file = join(folder, 'auth-secret');
    // A folder in its place: tests may run as root, who reads every file.
    await mkdir(file);
    const error: unknown = await authSecrets(null, null, folder).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StartError);
    expect((error as Error).message).toContain(`The server's secret in ${file} can't be read (EISDIR)`);
    expect((await stat(file)).isDirectory()).toBe(true);
    await rm(folder, { recursive: true });
  });
});

describe('a running server', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ appUrl: 'https://debates.example.org' });
  });

  afterAll(() => server.stop());

  test('[OP4] lives and can work', async () => {
    for (const path of ['/healthz', '/readyz', '/readyz?verbose']) {
      const response = await fetch(server.origin + path);
      expect([response.status, await response.text()]).toEqual([200, 'ok\n']);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
    expect((await fetch(`${server.origin}/healthzz`)).status).toBe(404);
  });

  test('[OP5] forbids scripts but those with the nonce of this answer, frames, and other hosts', async () => {
    const answers = await Promise.all(
      ['/', '/', '/debates/x', '/healthz'].map((path) => fetch(server.origin + path)),
    );
    const policies = answers.map(({ headers }) => headers.get('content-security-policy') ?? '');
    const nonces = policies.map((policy) => policy.match(/'nonce-([^']+)'/)?.[1] ?? '');
    expect(new Set(nonces).size).toBe(4);
    expect(nonces.every((nonce) => nonce.length >= 22)).toBe(true);
    for (const policy of policies) {
      const scripts = policy.split('; ').find((part) => part.startsWith('script-src')) ?? '';
      expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("object-src 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
    }
    const headers = answers[0]?.headers ?? expect.fail('no answer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
  });

  test('[OP5] a Host header cannot slip anything into the policy', async () => {
    const { port } = new URL(server.origin);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write("GET / HTTP/1.1\r\nHost: x; script-src 'unsafe-inline'\r\nConnection: close\r\n\r\n");
    let text = '';
    socket.on('data', (data) => {
      text += data;
    });
    await once(socket, 'close');
    expect(text).not.toMatch(/script-src 'unsafe-inline'/);
  });

  test('[SK1] behind https takes connections from its own address alone, and the cookie is bound to the host', async () => {
    const cookie = await server.signIn('Ann');
    expect(cookie).toMatch(/^__Host-parley-sign-in=/);
    await expect(connectLive(server.origin)).rejects.toThrow();
    const own = { origin: 'https://debates.example.org', host: 'debates.example.org' };
    const client = await connectLive(server.origin, { cookie, headers: own });
    expect(await client.open('made-in-china-2025')).toMatchObject({
      ok: true,
      participantId: expect.stringMatching(/^m_/),
    });
    client.close();
  });

  test('[OP8] upgrades that lead nowhere are ended', async () => {
    const { port } = new URL(server.origin);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    socket.resume();
    await once(socket, 'close');
    expect(socket.destroyed).toBe(true);
  });
});
