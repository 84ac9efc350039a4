import { toSnapshot } from '#domain/debate/engine/snapshot.ts';
import { DRAWN_NAMES } from '#domain/formats/exports/drawn-formats.ts';
import { parley } from '#server/handle.ts';
import { EXPORT_NAMES } from '#server/services/exports/export-names.ts';
import type { Random } from '../../simulation/random.ts';
import { PEOPLE, VIEWERS, type ViewerName } from './acts.ts';
import type { Cast, World } from './world.ts';

/** Formats that are drawn: they take long, and hold what the page does. */
const DRAWN: readonly string[] = DRAWN_NAMES;

/** All that a viewer is answered over HTTP, head and body, by what was asked; and what their pages are made of. */
export async function asked(
  world: World,
  cast: Cast,
  viewer: ViewerName,
  times: readonly number[],
  random: Random,
): Promise<(readonly [what: string, answers: string])[]> {
  const answers: (readonly [string, string])[] = [];
  const person = PEOPLE.find((name) => name === viewer) ?? null;
  const sent = {
    ...(viewer === 'token' && { authorization: `Bearer ${cast.token}` }),
    ...(person && { cookie: cast.cookies[person] }),
    // Each asks from elsewhere, so that no one asks too often.
    'x-forwarded-for': `${cast.network}.${VIEWERS.indexOf(viewer) + 1}`,
  };
  const ask = async (path: string, method: 'GET' | 'HEAD' = 'GET'): Promise<string> => {
    const { status, head, bytes } = await world.request(method, path, sent);
    if (status === 429) throw new Error(`${viewer} asked too often: ${path}`);
    // Bytes that are no text are compared as such.
    const body = bytes.includes(0) ? bytes.toString('base64') : bytes.toString('utf8');
    answers.push([path, `${method} ${status} ${JSON.stringify(head)} ${bytes.length} ${body}`]);
    return body;
  };

  const of = `/api/debates/${cast.debateId}`;
  // Only the debate at hand: what is done in the others of the test is another matter.
  const { status, head, bytes } = await world.request('GET', '/api/debates', sent);
  const { debates: all } = JSON.parse(bytes.toString()) as { debates: { id: string }[] };
  const shown = all.filter(({ id }) => id === cast.debateId);
  answers.push(['/api/debates', `${status} ${JSON.stringify(head)} ${JSON.stringify(shown)}`]);
  await follow((query) => ask(`${of}/activity${query}`));
  for (const time of times) await ask(`${of}/activity?before=${time}`);
  await ask(`${of}/activity?kind=claims`);
  await ask(`${of}/activity?branch=c_open`);
  await ask(`${of}/history`);
  for (const time of times) await ask(`${of}/history?at=${time}`);
  for (const seq of [5, 12, 14]) await ask(`${of}/history?at=${seq}`);
  for (const claimId of ['c_open', 'c_anns', 'c_away']) await ask(`${of}/claims/${claimId}/wordings`);
  await ask(`${of}/opinions`);
  for (const one of ['team:east', `person:${cast.ids.ann}`]) await ask(`${of}/perspectives?of=${one}`);
  await ask(`${of}/tasks`);
  await ask(`${of}/sunburst`);
  const format = random.pick(EXPORT_NAMES.filter((name) => !DRAWN.includes(name)));
  await ask(`${of}/export?format=${format}`);
  await ask(`${of}/export?format=${format}`, 'HEAD');
  if (person)
    for (const path of ['/api/notes/count', '/api/notes', `${of}/notes`, `${of}/invitations`])
      await ask(path);
  const program = `/api/v1/debates/${cast.debateId}`;
  if (person) await ask(`${program}/webhooks`);
  if (viewer === 'token') for (const path of ['', '/comments', '/votes']) await ask(`${program}${path}`);
  await known(new Headers({ host: new URL(world.origin).host, ...sent }), cast, answers);
  return answers;
}

/** Adds what a viewer's pages are made of, and what they find, are noted of and may download. */
async function known(headers: Headers, cast: Cast, answers: (readonly [string, string])[]): Promise<void> {
  const { auth, debates, debateSearch, history: past, meetings, inbox, personExport } = parley();
  const who = await auth.whoAsks(headers, 'read');
  const reader = who === 'not_allowed' ? null : who;
  const note = (what: string, found: unknown) => answers.push([what, JSON.stringify(found)]);
  const page = await debates.read(cast.debateId, reader);
  note('page', page.ok ? { view: toSnapshot(page.view), opening: page.opening } : page);
  note('history page', await past.open(cast.debateId, reader, null));
  note('record', await meetings.record(cast.debateId, '1', reader).then((read) => read?.ok && read.record));
  const found = await debateSearch.find(reader, { words: 'claim', author: '', position: '', trait: null });
  note(
    'found',
    found.shown.filter(({ debateId }) => debateId === cast.debateId),
  );
  if (reader) {
    const which = { after: null, debateId: null, unread: false };
    for (const limit of [undefined, 1]) {
      const listed = await inbox.list(reader, which, limit);
      // Notes have numbers of the log, which are not sent; the link to older ones is.
      note('inbox', JSON.parse(JSON.stringify(listed, (key, value) => (key === 'seq' ? undefined : value))));
    }
    let data = '';
    for await (const piece of await personExport.write(reader)) data += piece;
    // When a sign-in was used last is written beside the answers, at some moment.
    const { signIns: _, tokens: __, ...mine } = JSON.parse(data);
    note('all of mine', mine);
  }
}

/** Goes from page to page of the activity. */
async function follow(ask: (query: string) => Promise<string>): Promise<void> {
  let query = '';
  for (let pages = 0; pages < 9; pages += 1) {
    const { next } = JSON.parse(await ask(query)) as { next: number | null };
    if (next === null) return;
    query = `?before=${next}`;
  }
}
