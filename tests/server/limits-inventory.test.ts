import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  ALLOWANCE_NAMES,
  ALLOWANCES,
  type Allowance,
  type AllowanceName,
} from '../../server/limits/allowances.ts';
import { findRoute } from '../../server/limits/find-route.ts';
import { ROUTE_COSTS, ROUTE_NAMES, type RouteCost, type RouteName } from '../../server/limits/route-costs.ts';
import { limitsPage } from '../support/limits-page.ts';

const root = join(import.meta.dirname, '../..');
const app = join(root, 'app');
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

interface RouteFile {
  readonly names: readonly RouteName[];
  readonly source: string;
}

/** Every method of every route and page of the application, by its file. */
function routeFiles(): RouteFile[] {
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|\/)(route\.tsx?|page\.tsx)$/.test(path))
    .map((path) => {
      const source = readFileSync(join(app, path), 'utf8');
      const address = `/${path.replace(/(^|\/)(route\.tsx?|page\.tsx)$/, '')}`;
      const methods = path.endsWith('page.tsx')
        ? ['GET']
        : METHODS.filter((method) => exportsName(source, method));
      return { names: methods.map((method) => `${method} ${address}` as RouteName), source };
    });
}

function exportsName(source: string, name: string): boolean {
  return (
    new RegExp(`export (async )?(const|function) ${name}\\b`).test(source) ||
    [...source.matchAll(/export \{([^}]*)\}/g)].some(([, names = '']) =>
      names.split(',').some((one) => one.trim().split(' as ').at(-1) === name),
    )
  );
}

/** Files anyone may fetch that no route of ours makes. */
const FILES = [
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
  'GET /_next/static/[...path]',
  'GET /icon.svg',
  // Made by the build.
  'GET /offline-worker.js',
  'GET /[[...path]]',
  '* /[[...path]]',
];

describe('[LM1] the inventory', () => {
  test('every route, every page and every public file has its row, and nothing else has', () => {
    const there = routeFiles().flatMap(({ names }) => names);
    const files = readdirSync(join(root, 'public')).map((name) => `GET /${name}`);
    expect(there.length).toBeGreaterThan(80);
    expect([...new Set([...there, ...files, ...FILES])].sort()).toEqual([...ROUTE_NAMES].sort());
  });

  test.each(ROUTE_NAMES)('%s takes of something before it is handled', (name) => {
    expect(ROUTE_COSTS[name].takes.length).toBeGreaterThan(0);
  });

  test('each route has its costs by input in its row', () => {
    for (const { names, source } of routeFiles()) {
      const taken = [...source.matchAll(/limits\.take\('(\w+)'/g)].map(([, name]) => name as AllowanceName);
      const declared: readonly AllowanceName[] = names.flatMap((name) => [...ROUTE_COSTS[name].besides]);
      for (const name of taken) expect(declared, `${names} takes ${name}`).toContain(name);
    }
  });

  test('[PG4] operations over HTTP have all that a connection has', () => {
    const allowances: Readonly<Record<AllowanceName, Allowance>> = ALLOWANCES;
    const counted: RouteCost[] = Object.values(ROUTE_COSTS);
    const submitting = counted.filter(({ besides }) => besides.includes('events'));
    expect(submitting).toHaveLength(3);
    for (const name of submitting.flatMap(({ takes }) => takes)) {
      expect(allowances[name].person).toEqual(ALLOWANCES.events.person);
      expect(allowances[name].address).toEqual(ALLOWANCES.events.address);
    }
  });

  test('routes that open many debates cost as much as a page', () => {
    for (const route of ['GET /api/notes', 'GET /api/notes/count', 'GET /inbox'] as const)
      expect(ROUTE_COSTS[route].takes, route).toEqual(['pages']);
  });

  test('every allowance is taken somewhere', () => {
    const used = new Set<AllowanceName>(
      ROUTE_NAMES.flatMap((name) => [...ROUTE_COSTS[name].takes, ...ROUTE_COSTS[name].besides]),
    );
    const elsewhere: AllowanceName[] = ['lookUps', 'handshakes', 'packets', 'openings', 'refusals'];
    expect(ALLOWANCE_NAMES.filter((name) => !used.has(name) && !elsewhere.includes(name))).toEqual([]);
  });

  test('docs/limits.md is what the tables say', async () => {
    await expect(limitsPage()).toMatchFileSnapshot('../../docs/limits.md');
  });
});

describe('[LM2] a request finds its row', () => {
  test.each(ROUTE_NAMES.filter((name) => !name.startsWith('*')))('%s', (name) => {
    const [method = '', path = ''] = name.split(' ');
    const target = path.replace(/\[\[?\.\.\.\w+\]?\]/g, 'some/where').replace(/\[\w+\]/g, 'one');
    expect(findRoute(method, target)).toBe(name);
  });

  test.each([
    ['HEAD', '/api/account/data', 'GET /api/account/data'],
    ['GET', '/api/debates/d_1/export?format=pdf', 'GET /api/debates/[id]/export'],
    ['GET', '//api//debates/d_1/export/', 'GET /api/debates/[id]/export'],
    ['GET', '/api/debates/d_1/%65xport', 'GET /api/debates/[id]/export'],
    ['GET', '/api/debates/d_1/exports', 'GET /api/[[...path]]'],
    ['GET', '/api', 'GET /api/[[...path]]'],
    ['GET', '/nowhere/at/all', 'GET /[[...path]]'],
    ['GET', '/', 'GET /'],
    ['GET', '/_next/static/chunks/a.js', 'GET /_next/static/[...path]'],
    ['GET', '/_next/anything', 'GET /[[...path]]'],
    ['GET', '/_next/static', 'GET /[[...path]]'],
    ['OPTIONS', '/api/debates', '* /[[...path]]'],
    ['POST', '/debates/d_1', '* /[[...path]]'],
    ['GET', '/debates/%E0%A4%A', 'GET /debates/[id]'],
  ])('%s %s', (method, target, name) => {
    expect(findRoute(method, target)).toBe(name);
  });
});
