import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { IMPORT_LIMITS } from '../../domain/formats/import-limits.ts';
import { readEnv, SETTINGS } from '../../server/env.ts';
import { SECRETS } from '../../server/secret-files.ts';
import { serverFlags } from '../bench/server-flags.ts';
import { freePort } from '../support/postgres-process.ts';
import { findRedisBinary } from '../support/redis-binary.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const service = z.object({
  build: z.string().optional(),
  image: z.string(),
  user: z.string().optional(),
  init: z.boolean().default(false),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  cap_add: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  privileged: z.boolean().default(false),
  tmpfs: z.array(z.string()).default([]),
  mem_limit: z.string().optional(),
  cpus: z.number().optional(),
  pids_limit: z.number().optional(),
  command: z.array(z.string()).default([]),
  secrets: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  depends_on: z
    .union([z.array(z.string()), z.record(z.string(), z.unknown()).transform((on) => Object.keys(on))])
    .default([]),
});
const composition = z.object({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
});

/** The settings that `.env` may have. */
const GIVEN: Record<string, string> = {
  APP_URL: 'https://debates.example.org',
};

/** The folder of secrets as `deploy/make-secrets.sh` makes it. */
let secretsFolder: string;
beforeAll(() => {
  secretsFolder = join(mkdtempSync(join(tmpdir(), 'parley-secrets-')), 'secrets');
  makeSecrets();
});
afterAll(() => rmSync(join(secretsFolder, '..'), { recursive: true }));

function makeSecrets(): void {
  execFileSync('sh', [join(ROOT, 'deploy/make-secrets.sh'), secretsFolder]);
}
const secret = (name: string) => readFileSync(join(secretsFolder, name), 'utf8');

/** As compose puts values in: `${NAME:?why it is needed}` and `${NAME:-otherwise}`. */
function filledIn(value: string): string {
  return value.replaceAll(/\$\{(\w+):([?-])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
    if (kind === '-') return GIVEN[name] ?? rest;
    return GIVEN[name] ?? expect.fail(`${name} is not given: ${rest}`);
  });
}

/** Compose itself does not run here: this is what can be known without it. */
describe('[ND10] compose.yaml', () => {
  const { services, volumes, secrets } = composition.parse(parse(read('compose.yaml'), { merge: true }));
  const apps = Object.entries(services).filter(([, { build }]) => build !== undefined);

  test('[ND10] starts two nodes, PostgreSQL, Redis and a proxy, and only the proxy is reached from outside', () => {
    expect(Object.keys(services)).toEqual(['app-1', 'app-2', 'postgres', 'redis', 'proxy']);
    expect(apps.map(([name]) => name)).toEqual(['app-1', 'app-2']);
    const published = Object.entries(services).filter(([, { ports }]) => ports.length > 0);
    expect(published.map(([name]) => name)).toEqual(['proxy']);
  });

  test('[ND10] starts nodes alike, but for the backups, which the first makes', () => {
    const [first, second] = [services['app-1'], services['app-2']];
    const { BACKUP_DIR: _folder, BACKUP_S3_URL: _bucket, ...environment } = first?.environment ?? {};
    expect(first?.environment).not.toEqual(environment);
    expect({ ...first, environment, volumes: [] }).toEqual(second);
    expect(first?.volumes).toEqual(['backups:/parley/backups']);
  });

  test.each(apps)('[ND10] gives %s settings there are, and right ones', (_, { environment }) => {
    const files = SECRETS.map((name) => `${name}_FILE`);
    // The exporter of traces reads its headers by itself.
    const own = 'OTEL_EXPORTER_OTLP_HEADERS';
    expect(Object.keys(environment)).toContain(own);
    expect([...SETTINGS, ...files, own]).toEqual(expect.arrayContaining(Object.keys(environment)));
    // No secret in an environment, which `docker inspect` shows.
    expect(SECRETS.filter((name) => name in environment)).toEqual([]);
    const filled = Object.entries(environment).map(([name, value]) => [
      name,
      filledIn(value).replace('/run/secrets', secretsFolder),
    ]);
    const env = readEnv(Object.fromEntries(filled));
    expect([env.authSecret, env.smtpUrl]).toEqual([secret('auth_secret'), null]);
    expect(env.oidcProviders).toEqual([]);
    expect(decodeURIComponent(new URL(env.redisUrl ?? '').password)).toBe(secret('redis_password'));
    for (const url of [env.databaseUrl, env.redisUrl]) {
      expect(Object.keys(services)).toContain(new URL(url ?? '').hostname);
    }
    const database = services.postgres?.environment ?? {};
    const { username, password, pathname } = new URL(env.databaseUrl ?? '');
    expect([username, password, pathname]).toEqual([
      database.POSTGRES_USER,
      secret((database.POSTGRES_PASSWORD_FILE ?? '').replace('/run/secrets/', '')),
      `/${database.POSTGRES_DB}`,
    ]);
  });

  test.each(apps)(
    '[ND10] lets every setting of %s be given in .env or as a secret',
    (node, { environment }) => {
      const given = SETTINGS.filter((name) => name in environment || `${name}_FILE` in environment);
      // The image sets the port and the address inside, the embedded database's folder and NODE_ENV; one server of several makes
      // backups.
      expect(SETTINGS.filter((name) => !given.includes(name))).toEqual([
        'PORT',
        'HOST',
        'DATA_DIR',
        ...(node === 'app-1' ? [] : ['BACKUP_DIR', 'BACKUP_S3_URL']),
        'NODE_ENV',
      ]);
      // Left out of .env, each has its default.
      const fixed = ['APP_URL', 'TRUST_PROXY', 'LOG_LEVEL'];
      for (const name of given.filter((other) => !fixed.includes(other) && other in environment))
        expect(environment[name], name).toBe(`\${${name}:-}`);
    },
  );

  test.each(Object.entries(services))('[RL4] confines %s', (name, confined) => {
    expect(confined).toMatchObject({ init: true, read_only: true, cap_drop: ['ALL'], privileged: false });
    expect(confined.security_opt).toContain('no-new-privileges:true');
    expect(confined.tmpfs).toContain('/tmp');
    for (const limit of [confined.mem_limit, confined.cpus, confined.pids_limit]) expect(limit).toBeDefined();
    expect(confined.cap_add).toEqual(name === 'proxy' ? ['NET_BIND_SERVICE'] : []);
    if (name !== 'proxy') expect(confined.user).toMatch(/^(node|postgres|redis)$/);
    for (const mount of confined.volumes) expect(mount).not.toContain('docker.sock');
  });

  test('[RL4] gives each service the secrets its files name and no others, made by the script once', () => {
    for (const [name, { environment, command, secrets: given }] of Object.entries(services)) {
      const named = [...JSON.stringify([environment, command]).matchAll(/\/run\/secrets\/(\w+)/g)];
      expect([...new Set(named.map(([, file]) => file))].sort(), name).toEqual([...given].sort());
    }
    const made = Object.entries(secrets).map(([name, { file }]) => [name, file]);
    expect(made).toEqual(Object.keys(secrets).map((name) => [name, `./secrets/${name}`]));
    expect(readdirSync(secretsFolder).sort()).toEqual(Object.keys(secrets).sort());
    const before = secret('auth_secret');
    expect(before.length).toBeGreaterThanOrEqual(32);
    makeSecrets();
    expect(secret('auth_secret')).toBe(before);
    expect(statSync(secretsFolder).mode & 0o777).toBe(0o700);
    // Administrators fill in the empty ones; the containers' own users read them.
    expect(statSync(join(secretsFolder, 'smtp_url')).mode & 0o777).toBe(0o644);
  });

  test('[RL4] starts Redis with the password, which no list of processes shows', async () => {
    const [, , script = ''] = services.redis?.command ?? [];
    const port = await freePort();
    const runnable = script
      .replaceAll('$$', '$')
      .replace('/run/secrets/redis_password', join(secretsFolder, 'redis_password'))
      .replace('redis-server -', `${findRedisBinary()} - --port ${port} --bind 127.0.0.1`);
    const child = spawn('sh', ['-c', runnable], { stdio: 'ignore', cwd: tmpdir() });
    try {
      const ask = (password?: string) => {
        const redis = new Redis(port, '127.0.0.1', {
          ...(password && { password }),
          lazyConnect: true,
          retryStrategy: null,
        });
        redis.on('error', () => undefined);
        return redis
          .ping()
          .then(
            (answer) => answer,
            (error: Error) => error.message,
          )
          .finally(() => redis.disconnect());
      };
      await expect.poll(() => ask(secret('redis_password'))).toBe('PONG');
      expect(await ask()).toMatch(/NOAUTH/);
      const listed = execFileSync('ps', ['-o', 'args=', '-p', String(child.pid)]).toString();
      expect(listed).toContain('redis-server');
      expect(listed).not.toContain(secret('redis_password'));
    } finally {
      child.kill('SIGTERM');
    }
  });

  test('[RL4] builds an image that runs as nobody special, and is asked whether it lives', () => {
    const dockerfile = read('Dockerfile');
    const [, last = ''] = dockerfile.split(/^FROM .*$(?![\s\S]*^FROM)/m);
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK [\s\S]*\/healthz'/m);
    expect(last).not.toMatch(/^(ENV|ARG) .*(SECRET|PASSWORD|_URL)/m);
    const [, command = '[]'] = last.match(/^CMD (\[.*\])$/m) ?? [];
    expect(JSON.parse(command)).toEqual(expect.arrayContaining(serverFlags()));
    // Icons, the sample table, and the worker by which debates are read without a network.
    expect(last).toMatch(/^COPY --from=build \/parley\/public public$/m);
    const writable = [...last.matchAll(/chown node:node (.+)$/gm)].flatMap(([, paths = '']) =>
      paths.split(' '),
    );
    const kept = [...last.matchAll(/^VOLUME (.+)$/gm)].map(([, path = '']) => path);
    const { tmpfs = [], volumes: mounts = [] } = services['app-1'] ?? {};
    const mounted = mounts.map((mount) => mount.split(':')[1]);
    expect(writable.map((path) => `/parley/${path}`).sort()).toEqual(
      [...kept, ...tmpfs, ...mounted].filter((path) => path !== '/tmp').sort(),
    );
  });

  test('[ND10] names services, volumes and files that are there', () => {
    for (const { depends_on, volumes: mounted } of Object.values(services)) {
      expect(Object.keys(services)).toEqual(expect.arrayContaining(depends_on));
      for (const mount of mounted) {
        const [from = ''] = mount.split(':');
        const isThere = from.startsWith('./') ? existsSync(join(ROOT, from)) : from in volumes;
        expect(isThere, mount).toBe(true);
      }
    }
  });

  test('[ND10] has a proxy that knows every node, at the port they listen on', () => {
    const [pages, scripts, others] = [
      ...read('deploy/Caddyfile').matchAll(/reverse_proxy (\/_next\/static\/\* )?(.+) \{/g),
    ].map(([, path = '', nodes = '']) => ({ path: path.trim(), nodes: nodes.split(' ') }));
    const { port } = readEnv({});
    const nodes = apps.map(([name]) => `${name}:${port}`);
    expect(pages).toEqual({ path: '', nodes });
    // A script of the other release is asked of every node.
    expect(scripts).toEqual({ path: '/_next/static/*', nodes });
    expect(others).toEqual({ path: '', nodes: nodes.slice(1) });
    expect(read('deploy/nginx.conf')).toMatch(
      /location \/_next\/static\/ \{\s+proxy_pass http:\/\/parley;\s+proxy_next_upstream error timeout http_404;/,
    );
  });

  test.each(['deploy/nginx.conf', 'docs/operating.md'])(
    '[ND10] and the example for nginx in %s lets every file through that may be imported',
    (file) => {
      const [, megabytes] = read(file).match(/^\s*client_max_body_size (\d+)m;$/m) ?? [];
      expect(Number(megabytes) * 1024 * 1024).toBeGreaterThan(IMPORT_LIMITS.fileBytes + LIMITS.messageBytes);
    },
  );

  test('[ND10] builds from files that are there, and leaves nothing private in the image', () => {
    const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = '']) =>
      files.split(' '),
    );
    expect(copied).toContain('package-lock.json');
    for (const file of copied) expect(existsSync(join(ROOT, file)), file).toBe(true);
    expect(read('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.env', '.git', 'data', 'secrets']),
    );
  });
});
