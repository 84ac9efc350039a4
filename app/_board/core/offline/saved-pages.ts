import { clear, createStore } from 'idb-keyval';
import { isFinalStatus } from './final-status.ts';
import { CACHES, DEBATES, LIST, MOST_SAVED_PAGES } from './save-message.ts';
import { keepAssets } from './saved-assets.ts';
import { copyMark } from './saved-mark.ts';
import { forgetPage, isSummary } from './saved-summary.ts';
import { hasSignInEnded } from './sign-in-state.ts';

/** Milliseconds after which the kept page is shown instead of one that doesn't arrive. */
const PATIENCE = 5_000;

/** Statuses of a page that is gone, or that this person may not read. */
const REFUSED: readonly number[] = [401, 403, 404, 410];

/**
 * Returns the page from the server, or the kept one if the server is unreachable or too slow: then it calls `showsCopy` with that and
 * whether the page itself arrives after all. A page from the server is kept, `later`.
 */
export async function answerPage(
  request: Request,
  later: (work: Promise<unknown>) => void,
  showsCopy: (kept: Response, arrives: Promise<boolean>) => void,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const pages = await caches.open(CACHES.pages);
  const kept = await pages.match(pathname);
  const fresh = fetch(request).then((answer) => {
    if (answer.ok) later(pages.put(pathname, answer.clone()));
    else if (isFinalStatus(answer.status)) {
      later(forgetRefused(pages, pathname, REFUSED.includes(answer.status)));
    }
    return answer;
  });
  if (!kept) return fresh;
  const answer = await Promise.race([fresh.catch(() => null), passed(PATIENCE)]);
  if (answer !== null && answer.status < 500) return answer;
  const arrives = fresh.then(
    ({ ok }) => ok,
    () => false,
  );
  later(arrives);
  showsCopy(kept, arrives);
  return kept;
}

/** Forgets a page that was refused. Forgets everything kept if the refusal may mean the end of a sign-in, and the sign-in has ended. */
async function forgetRefused(pages: Cache, pathname: string, mayBeSignOut: boolean): Promise<void> {
  await forgetPage(pages, pathname);
  if (!mayBeSignOut || !(await hasSignInEnded())) return;
  await copyMark('');
  await caches.delete(CACHES.pages);
  await clear(createStore(...DEBATES));
}

/** Keeps a page that loaded before there was a service worker. The pages opened longest ago make room. */
export async function keepPage(path: string): Promise<void> {
  const pages = await caches.open(CACHES.pages);
  if (!(await pages.match(path))) await pages.add(new Request(path, { credentials: 'same-origin' }));
  const kept = (await pages.keys()).map(({ url }) => url).filter((url) => !isSummary(url));
  const debates = kept.map((url) => new URL(url).pathname).filter((pathname) => pathname !== LIST);
  for (const old of debates.slice(0, Math.max(0, debates.length - MOST_SAVED_PAGES)))
    await forgetPage(pages, old);
}

/** Keeps the list of debates together with the first debate, even if it wasn't opened: offline, people look there first. */
export async function keepList(): Promise<void> {
  const pages = await caches.open(CACHES.pages);
  if (await pages.match(LIST)) return;
  const answer = await fetch(new Request(LIST, { credentials: 'same-origin' }));
  if (!answer.ok) return;
  const page = await answer.clone().text();
  await keepAssets(LIST, assetsIn(page));
  await pages.put(LIST, answer);
}

/** Returns the addresses of the scripts, styles and fonts in a page. */
function assetsIn(page: string): string[] {
  const addresses = new Set(page.match(/\/_next\/static\/[\w./~-]+/g));
  return [...addresses].filter((address) => /\.(?:js|css|woff2)$/.test(address));
}

/** Resolves after a time. */
export function passed(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}
