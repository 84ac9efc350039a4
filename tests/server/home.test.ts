import { PNG } from 'pngjs';
import { describe, expect, test, vi } from 'vitest';
import { GET as cardRoute } from '../../app/api/debates/[id]/card/route.ts';
import { GET } from '../../app/api/debates/[id]/sunburst/route.ts';
import { parley } from '../../server/handle.ts';
import { debateListingSchema, listingOf } from '../../server/log/debate-listing.ts';
import { CARD_SIZE } from '../../server/services/debates/card-size.ts';
import { aDebate, editTo } from '../support/debate-builder.ts';
import { claim, connect, join, makeOwnDebate, withTestServer } from '../support/live-debates.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '../support/phased-debate.ts';

const server = withTestServer();

const personOf = (cookie: string) => parley().auth.currentPerson(new Headers({ cookie }));

async function cardOf(debateId: string, cookie = '') {
  const cards = await parley().debateLists.cards(cookie ? await personOf(cookie) : null);
  return cards.find(({ id }) => id === debateId);
}

async function picture(debateId: string, cookie = '', query = '') {
  const request = new Request(`${server().origin}/api/debates/${debateId}/sunburst${query}`, {
    headers: { cookie },
  });
  const response = await GET(request, { params: Promise.resolve({ id: debateId }) });
  return {
    status: response.status,
    keeps: response.headers.get('cache-control'),
    body: await response.text(),
  };
}

describe('[HM2] cards of the first page', () => {
  test('show the number of people and the viewer’s role, only to people who may know of the debate', async () => {
    const { debateId, cookie } = await makeOwnDebate('private');
    const otto = await server().signIn('Otto');
    expect(await cardOf(debateId)).toBeUndefined();
    expect(await cardOf(debateId, otto)).toBeUndefined();
    expect(await cardOf(debateId, cookie)).toMatchObject({
      visibility: 'private',
      role: 'owner',
      people: 1,
    });
  });

  test('a role that changed is on the card', async () => {
    const { debateId, cookie } = await makeOwnDebate('public');
    const olga = await connect({ cookie });
    await olga.open(debateId);
    const dana = await join(debateId, 'Dana');
    expect(await cardOf(debateId, dana.cookie)).toMatchObject({ role: 'participant', people: 2 });
    await olga.submit({ type: 'participant.appoint', participantId: dana.id, role: 'moderator' });
    expect(await cardOf(debateId, dana.cookie)).toMatchObject({ role: 'moderator' });
    expect(await cardOf(debateId)).toMatchObject({ role: null, people: 2 });
  });

  test('an anonymous debate’s card has no number of people, and lists of the API have no new fields', async () => {
    const { debateId, cookie } = await makeOwnDebate('public', 'anonymous');
    expect(await cardOf(debateId, cookie)).toMatchObject({ people: null, role: 'owner' });
    const [listed] = (await parley().debateLists.list(null)).filter(({ id }) => id === debateId);
    expect(Object.keys(listed ?? {}).sort()).toEqual(
      ['changedAt', 'claims', 'id', 'motion', 'positions', 'present', 'template', 'title'].sort(),
    );
  });

  test('an old card that names no owner says nothing of the viewer’s role', async () => {
    const { debateId, cookie } = await makeOwnDebate('public');
    const { moderators, owner, ...old } = listingOf(aDebate().state);
    const { debateLists } = parley();
    vi.spyOn(debateListingSchema, 'parse').mockReturnValue(old);
    const cards = await debateLists.cards(await personOf(cookie));
    vi.restoreAllMocks();
    expect(cards.find(({ id }) => id === debateId)).toMatchObject({ role: null });
  });
});

describe('[HM5] the demonstration', () => {
  test('opens the first page as the server came with it, whatever guests make of it', async () => {
    const sampleId = (await parley().debateLists.sampleId()) ?? expect.fail('no demonstration');
    const before = await parley().debatePictures.front(sampleId);
    expect(before?.positions.every(({ lead }) => lead !== null)).toBe(true);
    const guest = await join(sampleId, 'Mallory');
    const text = before?.positions[0]?.lead?.text ?? '';
    const reading = await parley().debates.read(sampleId, null);
    const { view } = reading.ok ? reading : expect.fail(reading.rejection.code);
    const lead = [...view.claims.values()].find((one) => one.text === text) ?? expect.fail('no lead');
    expect(await guest.submit(editTo(view, lead.id, 'Buy it here'))).toMatchObject({ ok: true });
    expect(await parley().debatePictures.front(sampleId)).toEqual(before);
    expect(await parley().debatePictures.front('d_other')).toBeNull();
  });
});

describe('[HM3] the picture of a debate', () => {
  test('and its version stay as they are while what is written is hidden, and change at the reveal', async () => {
    const { debateId, cookie } = await makeOwnDebate('public');
    const olga = await connect({ cookie });
    await olga.open(debateId);
    const ann = await join(debateId, 'Ann');
    await olga.submit(setAgenda([WRITING, OPEN]));
    await olga.submit(turnTo('p-write'));
    const before = await picture(debateId);
    const version = (await cardOf(debateId))?.changedAt;
    expect(before.status).toBe(200);
    expect(await ann.submit(claim('secret'))).toMatchObject({ ok: true });
    for (const who of ['', ann.cookie, cookie]) {
      expect((await picture(debateId, who)).body).toBe(before.body);
      expect((await cardOf(debateId, who))?.changedAt).toBe(version);
    }
    // Sent to everyone, so that the picture is drawn again.
    await join(debateId, 'Zoe');
    expect((await cardOf(debateId))?.changedAt).not.toBe(version);
    expect((await picture(debateId)).body).toBe(before.body);
    await olga.submit(turnTo('p-open', 'p-write'));
    expect((await picture(debateId)).body).not.toBe(before.body);
  });

  test('is kept by a browser that asks for its version, and by no other', async () => {
    const { debateId } = await makeOwnDebate('public');
    const version = (await cardOf(debateId))?.changedAt;
    expect((await picture(debateId, '', `?v=${version}`)).keeps).toMatch(/^private, max-age=\d+, immutable$/);
    expect((await picture(debateId, '', '?v=1')).keeps).toBe('private, no-cache');
    expect((await picture(debateId)).keeps).toBe('private, no-cache');
  });

  test('of a private debate is for participants', async () => {
    const { debateId, cookie } = await makeOwnDebate('private');
    const otto = await server().signIn('Otto');
    expect((await picture(debateId, cookie)).status).toBe(200);
    for (const who of ['', otto]) expect(await picture(debateId, who)).toEqual(await picture('d_never', who));
    expect((await picture('d_never')).status).toBe(404);
  });

  test('of someone who was removed is no longer theirs', async () => {
    const { debateId, cookie } = await makeOwnDebate('unlisted');
    const olga = await connect({ cookie });
    await olga.open(debateId);
    const dana = await join(debateId, 'Dana');
    expect((await picture(debateId, dana.cookie)).status).toBe(200);
    await olga.submit({ type: 'debate.setVisibility', visibility: 'private' });
    expect((await picture(debateId, dana.cookie)).status).toBe(200);
    await olga.submit({
      type: 'participant.setMembership',
      participantId: dana.id,
      membership: 'removed',
      reason: 'other',
    });
    const read = await parley().debates.read(debateId, await personOf(dana.cookie));
    expect(read).toMatchObject({ rejection: { code: 'removed' } });
    const { status, body } = await picture(debateId, dana.cookie);
    expect({ status, ...JSON.parse(body) }).toEqual({
      status: 422,
      ok: false,
      rejection: { code: 'removed' },
    });
  });
});

describe('[HM3] the picture of a public debate', () => {
  test('is refused to a banned person as the debate is', async () => {
    const { debateId, cookie } = await makeOwnDebate('public');
    const olga = await connect({ cookie });
    await olga.open(debateId);
    const dana = await join(debateId, 'Dana');
    expect((await picture(debateId, dana.cookie)).status).toBe(200);
    await olga.submit({
      type: 'participant.setMembership',
      participantId: dana.id,
      membership: 'banned',
      reason: 'other',
    });
    const read = await parley().debates.read(debateId, await personOf(dana.cookie));
    expect(read).toMatchObject({ ok: false, rejection: { code: 'banned' } });
    const { status, body } = await picture(debateId, dana.cookie);
    expect({ status, ...JSON.parse(body) }).toEqual({
      status: 422,
      ok: false,
      rejection: { code: 'banned' },
    });
    expect((await picture(debateId)).status).toBe(200);
  });

  test('is drawn once for simultaneous requests', async () => {
    const { debateId } = await makeOwnDebate('public');
    const ask = () => parley().debatePictures.sunburst(debateId, null);
    const pictures = await Promise.all(Array.from({ length: 12 }, ask));
    expect(pictures[0]).toMatchObject({ svg: expect.stringContaining('<svg') });
    // One drawing is one object, handed to all.
    expect(new Set(pictures).size).toBe(1);
  });
});

describe('the picture of a debate on other sites', () => {
  const card = async (debateId: string) =>
    cardRoute(new Request(`${server().origin}/api/debates/${debateId}/card`), {
      params: Promise.resolve({ id: debateId }),
    });

  test('is a PNG of a card’s size, the same while the debate is unchanged', async () => {
    const { debateId } = await makeOwnDebate('public');
    const response = await card(debateId);
    expect(response.headers.get('content-type')).toBe('image/png');
    const { width, height } = PNG.sync.read(Buffer.from(await response.arrayBuffer()));
    expect({ width, height }).toEqual(CARD_SIZE);
    const [one, other] = [
      await parley().debatePictures.card(debateId),
      await parley().debatePictures.card(debateId),
    ];
    expect(one).toBe(other);
  });

  test('is of no debate that only some may read', async () => {
    const { debateId } = await makeOwnDebate('private');
    expect((await card(debateId)).status).toBe(404);
  });
});

describe('[HM4] live debates', () => {
  const isLive = async (debateId: string) =>
    (await parley().debateLists.live(await parley().debateLists.cards(null))).find(
      ({ id }) => id === debateId,
    );

  test('is a debate with several people, or with a phase and one', async () => {
    const { debateId, cookie } = await makeOwnDebate('public');
    const olga = await connect({ cookie });
    await olga.open(debateId);
    expect(await isLive(debateId)).toBeUndefined();
    await olga.submit(setAgenda([WRITING, OPEN]));
    await olga.submit(turnTo('p-open'));
    expect(await isLive(debateId)).toMatchObject({ present: 1, phase: { id: 'p-open' }, isPaused: false });
    expect(await olga.submit(turnTo(null, 'p-open'))).toMatchObject({ ok: true });
    expect(await isLive(debateId)).toBeUndefined();
    await join(debateId, 'Dana');
    expect(await isLive(debateId)).toMatchObject({ present: 2, phase: null, left: null });
  });
});
