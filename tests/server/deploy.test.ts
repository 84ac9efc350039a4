import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readEnv } from '../../server/env.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const service = z.object({
  build: z.string().optional(),
  image: z.string(),
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
});

/** What `.env` may hold. */
const GIVEN: Record<string, string> = {
  APP_URL: 'https://debates.example.org',
  AUTH_SECRET: 'x'.repeat(48),
  POSTGRES_PASSWORD: 'pa55word',
};

/** As compose puts values in: `${NAME:?why it is needed}` and `${NAME:-otherwise}`. */
function filledIn(value: string): string {
  return value.replaceAll(/\$\{(\w+):([?-])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
    if (kind === '-') return GIVEN[name] ?? rest;
    return GIVEN[name] ?? expect.fail(`${name} is not given: ${rest}`);
  });
}

/** Compose itself does not run here: this is what can be known without it. */
describe('[ND10] compose.yaml', () => {
  const { services, volumes } = composition.parse(parse(read('compose.yaml')));
  const apps = Object.entries(services).filter(([, { build }]) => build !== undefined);

  test('[ND10] starts two nodes alike, PostgreSQL, Redis and a proxy, and only the proxy is reached from outside', () => {
    expect(Object.keys(services)).toEqual(['app-1', 'app-2', 'postgres', 'redis', 'proxy']);
    expect(apps.map(([name]) => name)).toEqual(['app-1', 'app-2']);
    expect(services['app-1']).toEqual(services['app-2']);
    const published = Object.entries(services).filter(([, { ports }]) => ports.length > 0);
    expect(published.map(([name]) => name)).toEqual(['proxy']);
  });

  test.each(apps)('[ND10] gives %s settings there are, and right ones', (_, { environment }) => {
    const known = [...read('server/env.ts').matchAll(/^ {2}([A-Z_]+): z/gm)].map(([, name]) => name);
    expect(known).toEqual(expect.arrayContaining(Object.keys(environment)));
    const filled = Object.entries(environment).map(([name, value]) => [name, filledIn(value)]);
    const env = readEnv(Object.fromEntries(filled));
    for (const url of [env.databaseUrl, env.redisUrl]) {
      expect(Object.keys(services)).toContain(new URL(url ?? '').hostname);
    }
    const database = services.postgres?.environment ?? {};
    const { username, password, pathname } = new URL(env.databaseUrl ?? '');
    expect([username, password, pathname]).toEqual([
      database.POSTGRES_USER,
      filledIn(database.POSTGRES_PASSWORD ?? ''),
      `/${database.POSTGRES_DB}`,
    ]);
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
    const upstreams = read('deploy/Caddyfile')
      .match(/reverse_proxy ([^{]+)/)?.[1]
      ?.trim()
      .split(' ');
    const { port } = readEnv({});
    expect(upstreams).toEqual(apps.map(([name]) => `${name}:${port}`));
  });

  test('[ND10] builds from files that are there, and leaves nothing private in the image', () => {
    const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = '']) =>
      files.split(' '),
    );
    expect(copied).toContain('package-lock.json');
    for (const file of copied) expect(existsSync(join(ROOT, file)), file).toBe(true);
    expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env', '.git', 'data']));
  });
});
