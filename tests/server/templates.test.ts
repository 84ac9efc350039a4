import { describe, expect, test } from 'vitest';
import { GET as GET_EXPORT } from '../../app/api/debates/[id]/export/route.ts';
import { GET as GET_FORMAT } from '../../app/api/formats/[name]/route.ts';
import { POST } from '../../app/api/imports/route.ts';
import { DEBATE_FORMATS, templateOfFormat } from '../../domain/formats/template/library.ts';
import type { Template } from '../../domain/formats/template/template-schema.ts';
import { parley } from '../../server/handle.ts';
import { quickPoll, SOURCE } from '../support/debate-builder.ts';
import { connect, join, ownDebate, withTestServer } from '../support/live-debates.ts';
import { OPEN, POLLING, setAgenda, turnTo, VOTING } from '../support/phased-debate.ts';

const server = withTestServer();

async function bring(template: object | string, query: string, cookie: string) {
  const { origin } = server();
  const headers = { host: new URL(origin).host, origin, cookie };
  const body = typeof template === 'string' ? template : JSON.stringify(template);
  const answer = await POST(new Request(`${origin}/api/imports?${query}`, { method: 'POST', headers, body }));
  return { status: answer.status, ...(await answer.json()) };
}

async function save(debateId: string, query: string, cookie: string): Promise<Response> {
  const { origin } = server();
  const headers = { host: new URL(origin).host, cookie };
  const request = new Request(`${origin}/api/debates/${debateId}/export?format=template${query}`, {
    headers,
  });
  return GET_EXPORT(request, { params: Promise.resolve({ id: debateId }) });
}

async function viewOf(debateId: string, cookie: string) {
  const person = await parley().auth.currentPerson(new Headers({ cookie }));
  const read = await parley().debates.read(debateId, person);
  return read.ok ? read.view : expect.fail('not read');
}

test('[TM1] [TM4] a debate is saved as a template, and another one started from the file', async () => {
  const { debateId, cookie, does } = await ownDebate();
  const dana = await join(debateId, 'Dana Zwick');
  await does(setAgenda([POLLING, OPEN, VOTING]), quickPoll('q_1'), SOURCE);
  await dana.submit({ type: 'question.ask', questionId: 'u_1', text: 'A question of Dana Zwick' });
  const saved = await save(debateId, '', cookie);
  expect(saved.headers.get('content-disposition')).toContain('.template.json"');
  const file = await saved.text();
  expect(file).not.toMatch(/Dana|Zwick|Olga/);

  const ida = await server().signIn('Ida');
  const looked = await bring(file, 'name=x.json', ida);
  expect(looked).toMatchObject({
    status: 200,
    preview: { format: 'template', sources: 1, template: { motion: 'Trade makes friends' } },
  });
  expect(looked).not.toHaveProperty('debateId');
  const edited = { ...looked.preview.template, motion: 'Trade makes rich', title: 'Again' };
  const made = await bring(edited, 'format=template&visibility=unlisted', ida);
  expect(made.status).toBe(201);
  const view = await viewOf(made.debateId, ida);
  expect(view.head).toMatchObject({ title: 'Again', motion: 'Trade makes rich', visibility: 'unlisted' });
  expect(view.agenda).toMatchObject({ at: null, phases: [{ kind: 'opening_poll' }, {}, {}] });
  expect([...view.polls.values()]).toMatchObject([{ question: 'Where to next?', open: false }]);
  expect([...view.participants.values()]).toMatchObject([{ role: 'owner' }]);
  expect(view.claims.size + view.questions.size).toBe(0);
  const again = JSON.parse(await (await save(made.debateId, '', ida)).text());
  expect(again).toEqual({ ...edited, settings: { ...edited.settings } });
});

test('[TM1] a template has the parts that were asked for, and a part that there isn’t is refused', async () => {
  const { debateId, cookie, does } = await ownDebate();
  await does(setAgenda([OPEN]));
  const template: Template = JSON.parse(await (await save(debateId, '&parts=agenda', cookie)).text());
  expect(template).toMatchObject({ motion: '', positions: [], texts: [] });
  expect(template.agenda).toHaveLength(1);
  expect((await save(debateId, '&parts=votes', cookie)).status).toBe(400);
});

test('[TM2] a template that no debate can be started from says where, and makes nothing', async () => {
  const cookie = await server().signIn('Ida');
  const wrong = { ...templateOfFormat('oxford'), title: 'x'.repeat(130) };
  expect(await bring(wrong, 'visibility=private', cookie)).toMatchObject({
    status: 422,
    problem: { problem: 'over_limit', detail: 'title, motion: more than 120 characters' },
  });
  expect(await bring({ ...wrong, title: 'Odd', people: [] }, 'visibility=private', cookie)).toMatchObject({
    status: 422,
    problem: { problem: 'bad_record' },
  });
});

describe.each(DEBATE_FORMATS)('[TM5] the debate format %s', (name) => {
  test('is a file that starts a debate, whose owner leads it through every phase', async () => {
    const file = await GET_FORMAT(new Request(server().origin), { params: Promise.resolve({ name }) });
    const cookie = await server().signIn('Ida');
    const made = await bring(await file.text(), 'name=a.json&visibility=unlisted', cookie);
    expect(made.status).toBe(201);
    const owner = await connect({ cookie });
    await owner.open(made.debateId);
    const phases = (await viewOf(made.debateId, cookie)).agenda?.phases ?? [];
    expect(phases).toHaveLength(templateOfFormat(name).agenda.length);
    const stops = [null, ...phases.map(({ id }) => id), null];
    for (const [index, to] of stops.slice(1).entries())
      expect(await owner.submit(turnTo(to, stops[index]))).toMatchObject({ ok: true });
    expect((await viewOf(made.debateId, cookie)).agenda?.at).toBeNull();
  });
});
