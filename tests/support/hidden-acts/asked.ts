import { GET as activity } from '../../../app/api/debates/[id]/activity/route.ts';
import { GET as wordings } from '../../../app/api/debates/[id]/claims/[claimId]/wordings/route.ts';
import { GET as exported } from '../../../app/api/debates/[id]/export/route.ts';
import { GET as history } from '../../../app/api/debates/[id]/history/route.ts';
import { GET as invitations } from '../../../app/api/debates/[id]/invitations/route.ts';
import { GET as noteChoices } from '../../../app/api/debates/[id]/notes/route.ts';
import { GET as opinions } from '../../../app/api/debates/[id]/opinions/route.ts';
import { GET as list } from '../../../app/api/debates/route.ts';
import { GET as noteCount } from '../../../app/api/notes/count/route.ts';
import { GET as noteList } from '../../../app/api/notes/route.ts';
import { GET as apiComments } from '../../../app/api/v1/debates/[id]/comments/route.ts';
import { GET as apiDebate } from '../../../app/api/v1/debates/[id]/route.ts';
import { GET as apiVotes } from '../../../app/api/v1/debates/[id]/votes/route.ts';
import { GET as apiWebhooks } from '../../../app/api/v1/debates/[id]/webhooks/route.ts';
import { toSnapshot } from '../../../domain/debate/engine/snapshot.ts';
import { DRAWN_NAMES } from '../../../domain/formats/drawn-formats.ts';
import { parley } from '../../../server/handle.ts';
import { EXPORT_NAMES } from '../../../server/services/exports/export-names.ts';
import type { Random } from '../../simulation/random.ts';
import { PEOPLE, type ViewerName } from './acts.ts';
import type { Cast } from './world.ts';

type Route = (
  request: Request,
  context: { params: Promise<{ id: string; claimId: string }> },
) => Promise<Response> | Response;

/** Formats that are drawn: they take long, and hold what the page does. */
const DRAWN: readonly string[] = DRAWN_NAMES;

/** All that a viewer is answered over HTTP, head and body, by what was asked; and what their pages are made of. */
export async function asked(
  origin: string,
  cast: Cast,
  viewer: ViewerName,
  times: readonly number[],
  random: Random,
): Promise<(readonly [what: string, answers: string])[]> {
  const answers: (readonly [string, string])[] = [];
  const person = PEOPLE.find((name) => name === viewer) ?? null;
  const headers = new Headers({ host: new URL(origin).host });
  if (viewer === 'token') headers.set('authorization', `Bearer ${cast.token}`);
  else if (person) headers.set('cookie', cast.cookies[person]);
  const ask = async (what: string, route: Route, query = '', claimId = 'c_open'): Promise<string> => {
    const request = new Request(`${origin}/api/${what}${query}`, { headers });
    const answer = await route(request, { params: Promise.resolve({ id: cast.debateId, claimId }) });
    const bytes = Buffer.from(await answer.arrayBuffer());
    // Bytes that are no text are compared as such.
    const body = bytes.includes(0) ? bytes.toString('base64') : bytes.toString('utf8');
    const head = JSON.stringify([...answer.headers]);
    answers.push([`${what}${query}`, `${answer.status} ${head} ${bytes.length} ${body}`]);
    return body;
  };

  // Only the debate at hand: what is done in the others of the test is another matter.
  await ask('debates', async (request) => {
    const { debates: all } = (await (await list(request)).json()) as { debates: { id: string }[] };
    return Response.json(all.filter(({ id }) => id === cast.debateId));
  });
  await follow((query) => ask('activity', activity, query));
  for (const time of times) await ask('activity', activity, `?before=${time}`);
  await ask('activity', activity, '?kind=claims');
  await ask('activity', activity, '?branch=c_open');
  await ask('history', history);
  for (const time of times) await ask('history', history, `?at=${time}`);
  for (const seq of [5, 12, 14]) await ask('history', history, `?at=${seq}`);
  for (const claimId of ['c_open', 'c_anns', 'c_away'])
    await ask(`wordings of ${claimId}`, wordings, '', claimId);
  await ask('opinions', opinions);
  const format = random.pick(EXPORT_NAMES.filter((name) => !DRAWN.includes(name)));
  await ask('export', exported, `?format=${format}`);
  if (person) {
    for (const [what, route] of Object.entries({
      noteCount,
      noteList,
      noteChoices,
      invitations,
      apiWebhooks,
    }))
      await ask(what, route as Route);
  }
  if (viewer === 'token')
    for (const [what, route] of Object.entries({ apiDebate, apiComments, apiVotes }))
      await ask(what, route as Route);

  const { auth, debates, finds, history: past, meetings, inbox, personExport } = parley();
  const who = await auth.whoAsks(headers, 'read');
  const reader = who === 'not_allowed' ? null : who;
  const note = (what: string, of: unknown) => answers.push([what, JSON.stringify(of)]);
  const page = await debates.read(cast.debateId, reader);
  note('page', page.ok ? { view: toSnapshot(page.view), opening: page.opening } : page);
  note('history page', await past.open(cast.debateId, reader, null));
  note('record', await meetings.record(cast.debateId, '1', reader).then((read) => read?.ok && read.record));
  const found = await finds.find(reader, { words: 'claim', author: '', position: '', trait: null });
  note(
    'found',
    found.filter(({ debateId }) => debateId === cast.debateId),
  );
  if (reader) {
    note('inbox', await inbox.list(reader, { page: 1, debateId: null, unread: false }));
    let all = '';
    for await (const piece of personExport.write(reader) ?? []) all += piece;
    // When a sign-in was used last is written beside the answers, at some moment.
    const { signIns: _, tokens: __, ...mine } = JSON.parse(all);
    note('all of mine', mine);
  }
  return answers;
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
