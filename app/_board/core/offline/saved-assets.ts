import { CACHES, LIST, MOST_SAVED_PAGES } from './save-message.ts';

/** Answers a request for a script, style or font. Its address identifies its content, so a kept copy is always right. */
export async function answerAsset(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName: CACHES.assets });
  return kept ?? fetch(request);
}

/** Keeps what a page uses, and forgets what no page uses any longer. */
export async function keepAssets(path: string, assets: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHES.assets);
  for (const asset of assets) if (!(await cache.match(asset))) await cache.add(asset);
  const uses = [...(await readUses(cache)).filter((use) => use.path !== path), { path, assets }];
  const debates = uses.filter((use) => use.path !== LIST);
  const recent = [...uses.filter((use) => use.path === LIST), ...debates.slice(-MOST_SAVED_PAGES)];
  await cache.put(USES, new Response(JSON.stringify(recent)));
  const used = new Set(recent.flatMap((use) => use.assets.map((asset) => new URL(asset, self.origin).href)));
  for (const { url } of await cache.keys()) {
    if (!used.has(url) && !url.endsWith(USES)) await cache.delete(url);
  }
}

/** Cache entry that lists which page uses which assets. The server has no such file. */
const USES = '/offline-uses.json';

interface Use {
  readonly path: string;
  readonly assets: readonly string[];
}

async function readUses(cache: Cache): Promise<Use[]> {
  const kept = await cache.match(USES);
  return kept ? ((await kept.json()) as Use[]) : [];
}
