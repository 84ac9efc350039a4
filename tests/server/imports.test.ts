import { describe, expect, test } from 'vitest';
import { POST } from '../../app/api/imports/route.ts';
import { evolveAll } from '../../domain/debate/engine/evolve.ts';
import { brokenInvariants } from '../../domain/debate/engine/invariants.ts';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import type { ExchangedDebate } from '../../domain/formats/exchanged-debate.ts';
import { entriesOf } from '../../domain/formats/imports/entries-of.ts';
import { unpackReadMarks } from '../../domain/unread/sent-read-marks.ts';
import { unreadItems } from '../../domain/unread/unread-items.ts';
import { parley } from '../../server/handle.ts';
import { graphOf } from '../support/aif-graph.ts';
import { anyDebate } from '../support/any-debate.ts';
import { bytesOf, debateSaying, shapeOf, written } from '../support/exchanged.ts';
import { SCHEMES } from '../support/foreign-files.ts';
import { connect, withTestServer } from '../support/live-debates.ts';

const server = withTestServer();

async function bring(bytes: Uint8Array, query: string, cookie: string) {
  const { origin } = server();
  const headers = { host: new URL(origin).host, origin, cookie };
  const answer = await POST(
    new Request(`${origin}/api/imports?${query}`, { method: 'POST', headers, body: bytes as BodyInit }),
  );
  return { status: answer.status, ...(await answer.json()) };
}

async function viewOf(debateId: string, cookie: string) {
  const person = await parley().auth.currentPerson(new Headers({ cookie }));
  const read = await parley().debates.read(debateId, person);
  return read.ok ? read.view : expect.fail('not read');
}

const GRAPH = 'x The bridge holds\ny It is old\n#\ny x\nx x\n';

describe('the log of a debate that came in', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('leads to the same map (%i)', (seed) => {
    // Agendas are not imported: no blind phase is under way in the new debate.
    const state = { ...anyDebate(seed).state, embargoed: EMPTY_STATE.embargoed };
    const debate: ExchangedDebate = { state, names: new Map(), kept: [] };
    const entries = entriesOf(debate, { ownerId: 'owner', visibility: 'private', now: 10_000 });
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
    expect(entries.every(({ at }, index) => at <= 10_000 && at >= (entries[index - 1]?.at ?? 0))).toBe(true);
    const made = evolveAll(EMPTY_STATE, entries);
    expect(brokenInvariants(made)).toEqual([]);
    expect(shapeOf({ ...debate, state: made })).toEqual(shapeOf(debate));
    const authors = (of: typeof state) =>
      [...of.claims.values()].map(({ id, author }) => [id, author]).sort();
    expect(authors(made)).toEqual(authors(state));
  });
});

/** The file without what says who said something. */
const WITHOUT_SPEECH = {
  nodes: SCHEMES.nodes.filter(({ type }) => type !== 'L' && type !== 'YA'),
  edges: SCHEMES.edges.filter(({ fromID }) => fromID !== '15' && fromID !== '16'),
  locutions: [],
};

describe('parts of an AIF file that no map shows', () => {
  const exported = async (debateId: string, cookie: string, people: 'names' | 'none' = 'names') => {
    const person = await parley().auth.currentPerson(new Headers({ cookie }));
    const wish = { format: 'aif', branch: null, people, at: null } as const;
    const file = await parley().exports.write(debateId, person, wish);
    const pieces: Uint8Array[] = [];
    if (file.ok) for await (const piece of file.pieces) pieces.push(piece);
    return Buffer.concat(pieces).toString();
  };
  const imported = async (cookie: string) => {
    const file = bytesOf(JSON.stringify(SCHEMES));
    const { debateId } = await bring(file, 'name=a.json&visibility=unlisted', cookie);
    return debateId as string;
  };

  test('leaves with an export of the debate, and is shown nowhere else', async () => {
    const cookie = await server().signIn('Ida');
    const debateId = await imported(cookie);
    expect(graphOf(JSON.parse(await exported(debateId, cookie)))).toEqual(graphOf(SCHEMES));
    const unnamed = JSON.parse(await exported(debateId, cookie, 'none'));
    expect(graphOf(unnamed)).toEqual(graphOf(WITHOUT_SPEECH));
    const client = await connect({ cookie });
    expect(JSON.stringify(await client.open(debateId))).not.toContain('Asserting');
  });

  test('is left out once a claim of the file is hidden', async () => {
    const cookie = await server().signIn('Ida');
    const debateId = await imported(cookie);
    const client = await connect({ cookie });
    await client.open(debateId);
    const claims = [...(await viewOf(debateId, cookie)).claims.values()];
    const id = claims.find(({ text }) => text === 'By an engineer')?.id ?? '';
    const hide = { type: 'content.hide', ids: [id], reason: 'spam', note: '' } as const;
    expect(await client.submit(hide)).toMatchObject({ ok: true });
    const text = await exported(debateId, cookie);
    expect(text).toContain('The bridge holds');
    expect(text).not.toMatch(/it holds|By an engineer|Asserting|personID/);
  });
});

describe('a table of claims', () => {
  test('asks for its columns, and is made a debate by those that are chosen', async () => {
    const cookie = await server().signIn('Ida');
    const table = bytesOf('Wer;Was\nAnn;Es hält\n');
    const asked = await bring(table, 'name=a.csv', cookie);
    expect(asked).toMatchObject({
      status: 422,
      problem: { problem: 'no_claim_column', table: { columns: ['Wer', 'Was'], rows: [['Ann', 'Es hält']] } },
    });
    const chosen = 'name=a.csv&column.text=Was&column.author=Wer&column.parent=';
    const made = await bring(table, `${chosen}&visibility=private`, cookie);
    expect(made).toMatchObject({
      status: 201,
      preview: { title: 'a', claims: 1, table: { taken: { text: 'Was', author: 'Wer' } } },
    });
    expect([...(await viewOf(made.debateId, cookie)).claims.values()]).toMatchObject([{ text: 'Es hält' }]);
  });
});

describe('a file that is brought', () => {
  test('is looked into, and nothing is made of it', async () => {
    const cookie = await server().signIn('Ida');
    const before = (
      await parley().debateLists.list(await parley().auth.currentPerson(new Headers({ cookie })))
    ).length;
    const answer = await bring(bytesOf(GRAPH), 'name=a.tgf', cookie);
    expect(answer).toMatchObject({
      ok: true,
      status: 200,
      preview: {
        format: 'tgf',
        claims: 2,
        links: 0,
        setAside: [{ why: 'self_link', line: 5 }],
        setAsideCount: 1,
      },
    });
    expect(answer).not.toHaveProperty('debateId');
    const after = await parley().debateLists.list(await parley().auth.currentPerson(new Headers({ cookie })));
    expect(after).toHaveLength(before);
  });

  test('[NW3] has nothing new for its owner on the first visit, whatever others wrote in it and when', async () => {
    const cookie = await server().signIn('Ida');
    const { state, names, kept } = debateSaying('Words');
    const claims = [...state.claims.values()].reduce(
      (all, one, index) => all.set(one.id, { ...one, at: 1_000 * (index + 1) }),
      state.claims,
    );
    const file = written('parley', { state: { ...state, claims }, names, kept });
    const { debateId } = await bring(file, 'name=a.json&visibility=private', cookie);
    const owner = await connect({ cookie });
    const welcome = await owner.open(debateId);
    const me = welcome.ok ? welcome.participantId : null;
    const noted = await owner.socket.emitWithAck('seen', {});
    const seen = noted.ok ? unpackReadMarks(noted.seen) : expect.fail(noted.rejection.code);
    const view = await viewOf(debateId, cookie);
    expect(unreadItems(view, me, { at: 0 })).not.toEqual([]);
    expect(unreadItems(view, me, { seen })).toEqual([]);
  });

  test('becomes a debate of the importer, live at once', async () => {
    const cookie = await server().signIn('Ida');
    const answer = await bring(bytesOf(GRAPH), 'name=a.tgf&visibility=unlisted', cookie);
    expect(answer).toMatchObject({ ok: true, status: 201 });
    const client = await connect({ cookie });
    const welcome = await client.open(answer.debateId);
    expect(welcome.ok).toBe(true);
    const view = await viewOf(answer.debateId, cookie);
    expect(view.head).toMatchObject({ visibility: 'unlisted', status: 'open' });
    expect([...view.participants.values()].map(({ role }) => role)).toEqual(['owner']);
    const answered = await client.submit({
      type: 'claim.add',
      claimId: 'c_new',
      linkId: 'l_new',
      target: { kind: 'claim', id: 'c-1' },
      relation: 'support',
      positionId: null,
      text: 'An answer',
    });
    expect(answered).toMatchObject({ ok: true });
  });

  test('gives back what was taken away: claims, comments, votes, and who wrote what', async () => {
    const cookie = await server().signIn('Ida');
    const debate = debateSaying('Some <b>words</b>');
    const answer = await bring(written('parley', debate), 'name=a.json&visibility=private', cookie);
    expect(answer.status).toBe(201);
    const view = await viewOf(answer.debateId, cookie);
    expect(shapeOf({ state: view, names: new Map(), kept: [] })).toEqual(shapeOf(debate));
    expect(view.claims.get('c-n')).toMatchObject({ author: 'dana', tally: { disagree: 1 } });
    expect(view.claims.get('c-n')?.at).toBe(debate.state.claims.get('c-n')?.at);
    expect(view.comments.get('m-n')?.text).toBe('Some <b>words</b>');
  });

  test('names its people as who came with a file, whatever they are called later, and once only', async () => {
    const cookie = await server().signIn('Ida');
    const names = new Map([
      ['dana', 'Dana  Drew'],
      ['mona', 'Ida'],
      ['nobody-there', 'Nobody'],
    ]);
    const calledIn = async (debateId: string) => {
      const client = await connect({ cookie });
      const welcome = await client.open(debateId);
      if (!welcome.ok) return expect.fail('not opened');
      return { client, called: new Map(welcome.people.map(({ id, name }) => [id, name])) };
    };
    const file = written('parley', { ...debateSaying('Some words'), names });
    const { debateId } = await bring(file, 'name=a.json&visibility=private', cookie);
    const first = await calledIn(debateId);
    expect([...first.called.values()].sort()).toEqual([
      'Dana Drew (from a file)',
      'Ida',
      'Ida (from a file)',
    ]);
    await first.client.submit({ type: 'participant.rename', participantId: 'dana', name: 'D. D.' });
    expect((await calledIn(debateId)).called.get('dana')).toBe('D. D. (from a file)');

    const person = await parley().auth.currentPerson(new Headers({ cookie }));
    const wish = { format: 'parley', branch: null, people: 'names', at: null } as const;
    const out = await parley().exports.write(debateId, person, wish);
    const pieces: Uint8Array[] = [];
    if (out.ok) for await (const piece of out.pieces) pieces.push(piece);
    const again = await bring(Buffer.concat(pieces), 'name=a.json&visibility=private', cookie);
    const { called } = await calledIn(again.debateId);
    expect(called.get('dana')).toBe('D. D. (from a file)');
  });

  test('large, it is read in a thread of its own', async () => {
    const cookie = await server().signIn('Ida');
    const nodes = Array.from({ length: 3_000 }, (_, at) => `${at} This is claim number ${at}`).join('\n');
    const answer = await bring(bytesOf(`${nodes}\n#\n`), 'name=a.tgf&visibility=private', cookie);
    expect(answer).toMatchObject({ status: 201, preview: { claims: 3_000 } });
    expect((await viewOf(answer.debateId, cookie)).claims.size).toBe(3_000);
  });

  test('that cannot be read is refused with its line, and nothing is left of it', async () => {
    const cookie = await server().signIn('Ida');
    const answer = await bring(bytesOf('x\nx\n#\n'), 'name=a.tgf&visibility=public', cookie);
    expect(answer).toMatchObject({
      ok: false,
      status: 422,
      rejection: { code: 'file_unreadable' },
      problem: { problem: 'malformed', line: 2 },
    });
    expect(await bring(new Uint8Array(33 * 1024 * 1024), 'name=a.tgf', cookie)).toMatchObject({
      status: 413,
    });
    for (const [query, where] of [
      ['format=exe', 'format'],
      ['name=a.tgf&visibility=all', 'visibility'],
      ['name=a.csv&column.claim=x', 'column.claim'],
    ] as const) {
      const said = await bring(bytesOf('x'), query, cookie);
      expect(said).toMatchObject({ status: 400, rejection: { code: 'invalid' }, where });
      expect(said.why).toMatch(/^must be one of /);
    }
  });
});
