import { describe, expect, test } from 'vitest';
import { withTestServer } from '../support/live-debates.ts';
import { startTestServer } from '../support/test-server.ts';

const SITES = 'https://news.example https://www.example.org';
const server = withTestServer(() => startTestServer({ settings: { EMBED_ORIGINS: SITES } }));

async function framedBy(path: string): Promise<[string | undefined, string | null]> {
  const { headers } = await fetch(server().origin + path);
  const policy = headers.get('content-security-policy') ?? '';
  return [policy.match(/frame-ancestors ([^;]*)/)?.[1], headers.get('x-frame-options')];
}

describe('[OP5] a page in a frame', () => {
  test.each(['/debates/x/embed', '/debates/x/embed?view=map'])(
    '%s may be shown by the sites that are named',
    async (path) => {
      expect(await framedBy(path)).toEqual([`'self' ${SITES}`, null]);
    },
  );

  test.each([
    '/',
    '/debates/x',
    '/debates/x/embed/y',
    '/debates//embed',
    '/api/debates',
    '/?/debates/x/embed',
  ])('%s may not', async (path) => {
    expect(await framedBy(path)).toEqual(["'none'", 'DENY']);
  });
});
