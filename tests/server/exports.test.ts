import { unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { GET } from '../../app/api/debates/[id]/export/route.ts';
import { DRAWN, DRAWN_NAMES } from '../../domain/formats/exports/drawn-formats.ts';
import { FORMAT_NAMES, FORMATS, type FormatName, readFormat } from '../../domain/formats/formats.ts';
import { diffText } from '../../domain/ot/text-change.ts';
import { parley } from '../../server/handle.ts';
import { everythingOf } from '../support/debate-builder.ts';
import { claim, connect, join, makeOwnDebate, vote, withTestServer } from '../support/live-debates.ts';
import { upTo } from '../support/log-node.ts';
import { readPdf } from '../support/read-pdf.ts';

const server = withTestServer();

async function download(debateId: string, query: string, cookie = '', method = 'GET') {
  const { origin } = server();
  const request = new Request(`${origin}/api/debates/${debateId}/export?${query}`, {
    method,
    headers: { host: new URL(origin).host, cookie },
  });
  return GET(request, { params: Promise.resolve({ id: debateId }) });
}

/** The first bytes of each drawn file. */
const BEGINS = { svg: '<?xml', png: '\x89PNG\r', pdf: '%PDF-', brief: '%PDF-', kit: '%PDF-' } as const;

/** The text of a file, or of those in a ZIP. */
async function textOf(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const isZip = bytes[0] === 0x50;
  const files = isZip ? Object.values(unzipSync(bytes)) : [bytes];
  return files.map((file) => Buffer.from(file)).join('');
}

/** The formats in which moderators get hidden claims too, each with its state. */
const HOLDS_HIDDEN: readonly FormatName[] = ['parley', 'csv', 'polis'];

/** A debate in which two people wrote, one voted, and a claim is hidden. */
async function aDebateWithWords() {
  const { debateId, cookie } = await makeOwnDebate('public');
  const owner = await connect({ cookie });
  await owner.open(debateId);
  const dana = await join(debateId, 'Dana Danesi');
  const emil = await join(debateId, 'Emil Emerson');
  expect(await dana.submit(claim('one', 'The first claim'))).toMatchObject({ ok: true });
  const source = { title: 'Words', url: '', locator: '', excerpt: '', note: '' };
  expect(await owner.submit({ type: 'source.add', sourceId: 's_one', ...source })).toMatchObject({
    ok: true,
  });
  const change = diffText('', 'It says so.');
  const article = { type: 'article.edit', sourceId: 's_one', base: 1, change } as const;
  expect(await owner.submit(article)).toMatchObject({ ok: true });
  const passage = { exact: 'It says so', prefix: '', suffix: '.', start: 0, end: 10 };
  const cite = (key: string) => {
    const passages = [{ id: `q_${key}`, ...passage }];
    return { type: 'claim.cite', claimId: `c_${key}`, sourceId: 's_one', passages } as const;
  };
  expect(await dana.submit(cite('one'))).toMatchObject({ ok: true });
  expect(await emil.submit(claim('two', 'A claim that is hidden'))).toMatchObject({ ok: true });
  expect(await emil.submit(cite('two'))).toMatchObject({ ok: true });
  expect(await emil.submit(vote('one', 'agree'))).toMatchObject({ ok: true });
  const hide = { type: 'content.hide', ids: ['c_two'], reason: 'abusive', note: 'Not so' } as const;
  expect(await owner.submit(hide)).toMatchObject({ ok: true });
  return { debateId, cookie, dana, emil, owner };
}

describe('a debate as a file', () => {
  test('[NM10] numbers people with the same name as the board does', async () => {
    const { debateId } = await makeOwnDebate('public');
    for (const key of ['one', 'two']) {
      const sam = await join(debateId, 'Sam');
      expect(await sam.submit(claim(key, `The claim ${key}`))).toMatchObject({ ok: true });
    }
    const text = await textOf(await download(debateId, 'format=markdown'));
    expect(text).toMatch(/The claim one \(Sam[;)]/);
    expect(text).toMatch(/The claim two \(Sam \(2\)[;)]/);
  });

  test('tables have the moderation log and its notes only if a moderator asks for them', async () => {
    const { debateId, cookie } = await aDebateWithWords();
    const log = async (query: string, who = cookie) => {
      const answer = await download(debateId, `format=csv${query}`, who);
      const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
      return Buffer.from(files['moderation.csv'] ?? []).toString();
    };
    expect(await log('')).not.toContain('abusive');
    expect(await log('&sections=moderation')).toContain('abusive');
    expect(await log('&sections=moderation')).not.toContain('Not so');
    expect(await log('&sections=moderation,notes')).toContain('Not so');
    expect(await log('&sections=moderation,notes', '')).not.toContain('abusive');
  });

  test('in every format, as its reader may see it', async () => {
    const { debateId, cookie } = await aDebateWithWords();
    for (const format of FORMAT_NAMES) {
      const answer = await download(debateId, `format=${format}`);
      expect(answer.status, format).toBe(200);
      expect(answer.headers.get('content-type')).toBe(FORMATS[format].mediaType);
      expect(answer.headers.get('content-disposition')).toContain(
        `.${FORMATS[format].extension}"; filename*`,
      );
      const text = await textOf(answer);
      // Of a debate in which nobody cites a passage there is no annotation, and a template has no claims.
      if (format !== 'annotations' && format !== 'template')
        expect(text, format).toContain('The first claim');
      expect(text, format).not.toMatch(/A claim that is hidden|Not so/);
      const forModerators = await textOf(await download(debateId, `format=${format}`, cookie));
      if (HOLDS_HIDDEN.includes(format)) expect(forModerators, format).toContain('A claim that is hidden');
      else expect(forModerators, format).not.toContain('A claim that is hidden');
    }
  });

  test.each(DRAWN_NAMES)('drawn as %s by a thread of its own', async (format) => {
    const { debateId } = await aDebateWithWords();
    const answer = await download(debateId, `format=${format}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(DRAWN[format].mediaType);
    expect(answer.headers.get('content-disposition')).toContain(`.${DRAWN[format].extension}"; filename*`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(Buffer.from(bytes.subarray(0, 5)).toString('latin1')).toBe(BEGINS[format]);
    if (format === 'svg') {
      const text = new TextDecoder().decode(bytes);
      expect(text).toContain('The first claim');
      expect(text).not.toMatch(/A claim that is hidden|Not so/);
    }
  });

  test('a picture is refused in a look or a size there is not', async () => {
    const { debateId } = await aDebateWithWords();
    for (const query of ['theme=pink', 'width=1e9', 'width=-1', 'width=x'])
      expect((await download(debateId, `format=png&${query}`)).status, query).toBe(400);
  });

  test('[PG2] a parameter that is not valid is named', async () => {
    const { debateId } = await makeOwnDebate('public');
    for (const [name, value] of [
      ['theme', 'pink'],
      ['width', '1e9'],
      ['sections', 'hat'],
      ['sheets', 'join,hat'],
      ['paper', 'a3'],
      ['parts', 'hat'],
    ]) {
      const answer = await download(debateId, `${name}=${value}`);
      expect(await answer.json(), name).toMatchObject({
        where: name,
        why: expect.stringMatching(/^must be/),
      });
    }
  });

  test('a report has the sections asked for, and is refused with a section there is not', async () => {
    const { debateId, cookie, owner, emil } = await aDebateWithWords();
    const mute = {
      type: 'participant.mute',
      participantId: emil.id,
      muted: true,
      reason: 'flooding',
    } as const;
    expect(await owner.submit(mute)).toMatchObject({ ok: true });
    const textOfReport = async (query: string) => {
      const answer = await download(debateId, `format=pdf&${query}`, cookie);
      const { pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
      return pages.join('');
    };
    expect(await textOfReport('')).not.toMatch(/Moderation log|Not so/);
    const asked = await textOfReport('sections=positions,moderation,notes');
    for (const words of ['Moderation log', 'A claim that is hidden', 'Not so', 'Muted: Emil Emerson'])
      expect(asked).toContain(words);
    expect(asked).not.toContain('Timeline');
    for (const sections of ['log', '', 'map,'])
      expect((await download(debateId, `format=pdf&sections=${sections}`)).status, sections).toBe(400);
  });

  test('a reader who stops waiting for a picture lets the next one be drawn', async () => {
    const { debateId } = await aDebateWithWords();
    const left = await download(debateId, 'format=png&width=8000');
    await left.body?.cancel();
    expect((await download(debateId, 'format=svg')).status).toBe(200);
    const next = await download(debateId, 'format=svg');
    expect(await textOf(next)).toContain('</svg>');
  });

  test('at most three files of one person wait to be read; reading one, or only asking about it, makes room', async () => {
    const { debateId, dana, emil } = await aDebateWithWords();
    const take = (cookie: string, format = 'parley') => download(debateId, `format=${format}`, cookie);
    const unread = await Promise.all(upTo(3).map(() => take(dana.cookie)));
    expect(unread.map(({ status }) => status)).toEqual([200, 200, 200]);
    const refused = await take(dana.cookie);
    expect([refused.status, await refused.json()]).toMatchObject([503, { rejection: { code: 'busy' } }]);
    for (const _ of upTo(4)) expect(await textOf(await take(emil.cookie))).toContain('The first claim');
    expect((await take(dana.cookie, 'svg')).status).toBe(200);
    for (const file of unread) expect(await textOf(file)).toContain('The first claim');
    for (const _ of upTo(4))
      expect((await download(debateId, 'format=parley', dana.cookie, 'HEAD')).status).toBe(200);
    expect(await textOf(await take(dana.cookie))).toContain('The first claim');
  });

  test('Parley JSON is the reader’s projection, to the last record', async () => {
    const { debateId, cookie, emil } = await aDebateWithWords();
    for (const own of ['', cookie, emil.cookie]) {
      const person = own ? await parley().auth.currentPerson(new Headers({ cookie: own })) : null;
      // A text that has rested may be sealed between the two.
      await vi.waitFor(
        async () => {
          const read = await parley().debates.read(debateId, person);
          const file = await download(debateId, 'format=parley', own);
          const back = await readFormat('parley', new Uint8Array(await file.arrayBuffer()));
          expect(everythingOf(back.state)).toEqual(
            everythingOf(read.ok ? read.view : expect.fail('not read')),
          );
        },
        { timeout: 30_000 },
      );
    }
  });

  test('people are named, numbered, or not there', async () => {
    const { debateId, dana, emil } = await aDebateWithWords();
    const as = async (people: string) =>
      textOf(await download(debateId, `format=parley&people=${people}`, emil.cookie));
    expect(await as('names')).toContain('Dana Danesi');
    for (const people of ['pseudonyms', 'none']) {
      const text = await as(people);
      expect(text).not.toMatch(/\b(Dana|Emil)\b/);
      expect(text).not.toContain(dana.id);
      expect(text).not.toContain(emil.id);
      await readFormat('parley', new TextEncoder().encode(text));
    }
    expect(await as('pseudonyms')).toMatch(/"author":"person-\d"/);
    expect(await as('none')).not.toContain('person-');
  });

  test('[KT2] of an anonymous debate, files name nobody and are the same for all participants', async () => {
    const { debateId, cookie, owner, dana, emil } = await aDebateWithWords();
    const own = await owner.open(debateId);
    const ownerId = (own.ok && own.participantId) || expect.fail('not in it');
    const fileOf = (query: string, person: string) => download(debateId, query, person).then(textOf);
    // All connections end with it, so that the answer may be lost.
    await owner.submit({ type: 'debate.configure', names: 'anonymous' }).catch(() => null);
    await expect.poll(() => fileOf('format=parley', dana.cookie)).not.toContain(emil.id);
    for (const format of FORMAT_NAMES)
      for (const people of ['names', 'pseudonyms']) {
        const query = `format=${format}&people=${people}`;
        // Emil voted, and wrote the hidden claim; Dana did neither. The server may add an entry between two files.
        const isTheSame = async () =>
          (await fileOf(query, emil.cookie)) === (await fileOf(query, dana.cookie));
        await expect.poll(isTheSame, { message: query }).toBe(true);
        for (const person of [emil.cookie, cookie]) {
          const file = await fileOf(query, person);
          for (const name of [ownerId, dana.id, emil.id, 'Olga', 'Dana', 'Emil', 'person-', 'Person 1'])
            expect(file, query).not.toContain(name);
        }
      }
  });

  test('a branch alone', async () => {
    const { debateId, dana } = await aDebateWithWords();
    await dana.submit(claim('three', 'Elsewhere'));
    await dana.submit({
      ...claim('four', 'Under the first'),
      target: { kind: 'claim', id: 'c_one' },
    } as never);
    const text = await textOf(await download(debateId, 'format=markdown&branch=c_one'));
    expect(text).toContain('Under the first');
    expect(text).not.toContain('Elsewhere');
    expect(await textOf(await download(debateId, 'format=markdown&branch=p_position1'))).toContain(
      'Elsewhere',
    );
    expect((await download(debateId, 'branch=c_two')).status).toBe(422);
  });

  test('is not there for whom the debate is not', async () => {
    const { debateId, owner } = await aDebateWithWords();
    await owner.submit({ type: 'debate.setVisibility', visibility: 'private' });
    expect((await download(debateId, 'format=html')).status).toBe(404);
    expect((await download('d_none', 'format=html')).status).toBe(404);
    expect((await download(debateId, 'format=exe')).status).toBe(400);
  });
});
