import type { Operation } from '../../domain/debate/engine/operations.ts';
import { comment, hide, report, settle, suggest } from '../support/debate-builder.ts';
import { connectLive, type LiveClient } from '../support/live-client.ts';
import { setBrowserDate } from './browser-date.ts';
import { expect, test, withServer } from './fixtures.ts';
import type { Person } from './person.ts';
import { startDebate } from './start-debate.ts';

/** When a debate begins, and when people do something unseen; pages are asked for then, before it and after. */
const [BEGINNING, SILENCE, LATER] = ['2026-10-12T07:00:00Z', '2026-10-12T07:20:00Z', '2026-10-12T07:40:00Z'];

const server = withServer({ clock: BEGINNING });

const UNSEEN = ['Marmalade bridges', 'Quicksilver harbours', 'Velvet engines'];

/** Every page and answer of a debate that a browser may ask for, and those in which it is one of many. */
function paths(address: string, claimId: string): readonly string[] {
  const debateId = address.split('/').at(-1) ?? '';
  const formats = ['parley', 'html', 'markdown', 'argdown', 'svg', 'dot', 'graphml'];
  return [
    '/',
    '/find?q=bridges',
    `/find?debate=${debateId}`,
    '/inbox',
    address,
    `${address}?view=outline`,
    `${address}/claims/${claimId}`,
    `${address}/stage`,
    `${address}/embed`,
    `${address}/analysis`,
    `${address}/history`,
    `${address}/meetings`,
    `/api${address}/activity`,
    `/api${address}/history`,
    `/api${address}/opinions`,
    `/api${address}/claims/${claimId}/wordings`,
    ...formats.map((format) => `/api${address}/export?format=${format}`),
  ];
}

interface Sent {
  /** All of it, letter for letter. */
  readonly whole: string;
  /** Its text: the readable text of a page, and everything of another answer, with its times. */
  readonly says: string;
}

/** The data a person's browser receives: as a page, and as requests of an open page. */
async function sent(person: Person, asked: readonly string[]): Promise<ReadonlyMap<string, Sent>> {
  const found = new Map<string, Sent>();
  for (const path of asked) {
    const answer = await person.context.request.get(path);
    const whole = await answer.text();
    found.set(path, { whole, says: `${answer.status()} ${said(whole)}` });
    // Only pages have parts. In what order such an answer names them is chance.
    if (path.startsWith('/api/')) continue;
    const parts = await person.context.request.get(path, { headers: { rsc: '1' } });
    found.set(`${path} (parts)`, { whole: await parts.text(), says: `${parts.status()}` });
  }
  return found;
}

function said(text: string): string {
  const words = text.replaceAll(/<(script|style)\b.*?<\/\1>/gs, '').replaceAll(/<[^>]*>/g, '\n');
  // How long a phase is over goes by this machine's clock, and where a page's title stands by how soon it is sent.
  return words
    .replaceAll(/\d+:\d\d over/g, 'over')
    .split('\n')
    .sort()
    .join('\n');
}

test('[BL7] hidden writing is in no page, and no page reveals that it happens', async ({ newPerson }) => {
  const [olga, ann, ben] = [await newPerson('Olga'), await newPerson('Ann'), await newPerson('Ben')];
  for (const { context } of [olga, ann, ben]) await setBrowserDate(context, BEGINNING);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await olga.select('p_position1');
  await olga.argue('Support', 'Children walk to school where no cars drive');
  await olga.isSaved();
  const open = await olga.idOf('Children walk to school');
  for (const person of [ann, ben]) {
    await person.open(address);
    await person.join();
  }
  await olga.page.getByRole('button', { name: 'Facilitate' }).click();
  const agenda = olga.page.getByRole('complementary', { name: 'Facilitate' });
  await agenda.getByRole('tab', { name: 'Agenda' }).click();
  await agenda.getByRole('button', { name: 'A 90-minute seminar' }).click();
  await agenda.getByRole('button', { name: 'Start: Opening poll' }).click();
  await agenda.getByRole('button', { name: 'Next: Silent writing' }).click();
  const strip = ({ page }: Person) => page.getByRole('region', { name: 'Current phase' });
  for (const person of [olga, ann, ben]) await expect(strip(person)).toContainText('Silent writing');
  await olga.isSaved();

  const reader = await newPerson('Reader');
  const asked = paths(address, open);
  await server().setClock(SILENCE);
  const before = [await sent(ben, asked), await sent(reader, asked)];
  await ann.select('p_position1');
  for (const text of UNSEEN) {
    await ann.argue('Support', text);
    await ann.isSaved();
  }
  await ann.select(open);
  await ann.argue('Attack', `${UNSEEN[0]} again`);
  await ann.isSaved();
  const written = await Promise.all(UNSEEN.map((text) => ann.idOf(text)));
  expect(written.every((id) => id !== '')).toBe(true);

  for (const [at, person] of [ben, reader].entries())
    await sendsTheSame(person, asked, before[at], [...UNSEEN, ...written]);
});

test('[PJ7] content that moderators share with few is in no page of others, and no page reveals it', async ({
  newPerson,
}) => {
  const [olga, ann, ben] = [await newPerson('Olga'), await newPerson('Ann'), await newPerson('Ben')];
  await setBrowserDate(olga.context, SILENCE);
  const address = await startDebate(olga, 'Towns should close their centres to cars.');
  await olga.select('p_position1');
  for (const text of ['Children walk to school where no cars drive', 'Shops lose'])
    await olga.argue('Support', text);
  await olga.isSaved();
  const [open, away] = [await olga.idOf('Children walk to school'), await olga.idOf('Shops lose')];
  for (const person of [ann, ben]) {
    await setBrowserDate(person.context, SILENCE);
    await person.open(address);
    await person.join();
  }
  const [owner, member] = [await programOf(olga, address), await programOf(ann, address)];
  const does = async ({ client }: Program, operation: Operation) =>
    expect(await client.submit(operation)).toMatchObject({ ok: true });
  await does(owner, hide(away));

  const reader = await newPerson('Reader');
  const asked = paths(address, open);
  await server().setClock(LATER);
  const before = [await sent(ben, asked), await sent(reader, asked)];
  const [words, text] = ['Children walk to school where no cars drive', `${UNSEEN[0]} walk`];
  await does(member, report('r_one', open, { words: UNSEEN[1] }));
  await does(owner, settle('no_action', 'r_one'));
  await does(member, suggest('w_one', open, [words, text]));
  await does(owner, comment({ commentId: 'm_one', on: { kind: 'claim', id: away }, text: UNSEEN[2] }));
  await does(owner, { type: 'participant.mute', participantId: member.id, muted: true, reason: 'other' });

  for (const [at, person] of [ben, reader].entries())
    await sendsTheSame(person, asked, before[at], [...UNSEEN, 'r_one', 'w_one', 'm_one']);
  for (const { client } of [owner, member]) client.close();
});

/** All that a person's browser is sent says what it said before, and none of it has these words. */
async function sendsTheSame(
  person: Person,
  asked: readonly string[],
  before: ReadonlyMap<string, Sent> | undefined,
  secrets: readonly string[],
): Promise<void> {
  for (const [what, { whole, says }] of await sent(person, asked)) {
    for (const secret of secrets)
      expect(whole.includes(secret), `${secret} in ${what} of ${person.name}`).toBe(false);
    expect(says, `${what} of ${person.name}`).toBe(before?.get(what)?.says);
  }
}

interface Program {
  readonly client: LiveClient;
  readonly id: string;
}

/** A connection beside someone's pages, under their sign-in. */
async function programOf({ context }: Person, address: string): Promise<Program> {
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const client = await connectLive(server().origin, { cookie });
  const welcome = await client.open(address.split('/').at(-1) ?? '');
  return { client, id: (welcome.ok && welcome.participantId) || '' };
}
