// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import ArgumentForm from '../../app/_board/features/claims/composing/argument-form.tsx';
import { forgetDrafts, readDraft } from '../../app/_ui/stored-draft.ts';
import {
  aDebate,
  agree,
  type DebateBuilder,
  lock,
  merge,
  newClaim,
  retract,
} from '../support/debate-builder.ts';
import { aDebateIn, WRITING } from '../support/phased-debate.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const TARGET = { kind: 'position', id: 'west' } as const;
const TEXT = 'Rents rise wherever a new tram goes';
const TENANTS = 'Tenants leave a street of shops';
const DRAFT = 'A new tram makes the rent rise';

function write(debate = aDebate(), who = 'emil') {
  return open(debate.does('dana', newClaim('rents', 'west', { text: TEXT })), who);
}

function open(debate: DebateBuilder, who: string) {
  let done: string | null | undefined;
  const onDone = (id: string | null) => {
    done = id;
  };
  const shown = show(debate, who, <ArgumentForm target={TARGET} relation="support" onDone={onDone} />);
  return { ...shown, debate, done: () => done };
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^New support/ });
/** Written at once: each key draws the form again. */
async function paste(text: string) {
  await userEvent.click(field());
  await userEvent.paste(text);
}

const said = () => screen.findByRole('region', { name: 'Already said?' });
const saidNow = () => screen.queryByRole('region', { name: 'Already said?' });
const announced = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join('');
const claims = async () => within(await said()).getAllByRole('listitem');

describe('claims that say already what is written', () => {
  test('come after the buttons of the form, are announced once, and can be hidden', async () => {
    write(aDebate().does('dana', newClaim('tenants', 'west', { text: TENANTS })));
    await paste(DRAFT);
    expect(within(await said()).getByText(TEXT)).toBeTruthy();
    expect(announced()).toMatch(/^1 similar claim is listed/);
    const send = screen.getByRole('button', { name: 'Add argument' });
    const position = send.compareDocumentPosition(await said());
    expect(position & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    await paste(', and tenants leave the street');
    await waitFor(async () => expect(await claims()).toHaveLength(2));
    expect(announced()).toMatch(/^1 similar claim is listed/);
    await userEvent.click(within(await said()).getByRole('button', { name: 'Hide' }));
    expect(saidNow()).toBeNull();
    expect(announced()).toBe('');
    expect(document.activeElement).toBe(field());
    expect(field().value).toBe(`${DRAFT}, and tenants leave the street`);
  });

  test('leave the list when they are retracted or merged, and new ones come', async () => {
    const { debate, update } = write(aDebate().does('dana', newClaim('e', 'west', { text: 'eight nine' })));
    await paste(DRAFT);
    await said();
    debate.does('mona', retract('c-rents'));
    update();
    expect(saidNow()).toBeNull();
    expect(announced()).toBe('');
    debate.does('dana', newClaim('tram', 'west', { text: 'A new tram makes rents rise' }));
    update();
    expect(await claims()).toHaveLength(1);
    debate.does('mona', merge('c-tram', 'c-e'));
    update();
    expect((await claims()).map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^eight nine/),
    ]);
  });

  test('offer nothing that a lock forbids, and a lock that comes with the press leaves the form open', async () => {
    const { debate, store, update, asked, done } = write();
    await paste(DRAFT);
    const press = within(await said()).getByRole('button', { name: /^Agree/ });
    debate.does('mona', lock('c-rents', true));
    store.hydrateFromCache(debate.projection('emil'), 'emil', []);
    fireEvent.click(press);
    expect([asked(), done()]).toEqual([[], undefined]);
    update();
    expect(within(await said()).getByText(TEXT)).toBeTruthy();
    expect(within(await said()).queryByRole('button', { name: /^(Agree|Add yours)/ })).toBeNull();
    cleanup();
    open(debate, 'mona');
    await paste(DRAFT);
    expect(within(await said()).getAllByRole('button', { name: /^(Agree|Add yours)/ })).toHaveLength(2);
  });

  test('get the text as a reply', async () => {
    const { done } = write();
    await paste(DRAFT);
    await userEvent.click(within(await said()).getByRole('button', { name: /^Add yours as a reply to/ }));
    expect(readDraft('a-debate/emil/words/argument/c-rents')).toBe(DRAFT);
    expect(readDraft('a-debate/emil/words/argument/west')).toBe('');
    expect(field().value).toBe('');
    expect(done()).toBeUndefined();
  });

  test('get the source and the position chosen beside the text too', async () => {
    const { asked } = write();
    await paste(DRAFT);
    await userEvent.click(screen.getByRole('button', { name: /Change$/ }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Position' }), 'No position');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Source' }), 'Add a new source…');
    await userEvent.click(screen.getByRole('textbox', { name: 'Title' }));
    await userEvent.paste('Rents in trams’ reach');
    await userEvent.click(within(await said()).getByRole('button', { name: /^Add yours as a reply to/ }));
    expect(screen.queryByRole('textbox', { name: 'Title' })).toBeNull();
    cleanup();
    const reply = { kind: 'claim', id: 'c-rents' } as const;
    const shown = show(
      aDebate().does('dana', newClaim('rents', 'west', { text: TEXT })),
      'emil',
      <ArgumentForm target={reply} relation="support" onDone={() => undefined} />,
    );
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' }).value).toBe(
      'Rents in trams’ reach',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Add argument' }));
    expect(asked()).toEqual([]);
    expect(shown.asked()).toMatchObject([
      { type: 'source.add', title: 'Rents in trams’ reach' },
      { type: 'claim.add', target: reply, positionId: null, text: DRAFT, sources: [expect.any(String)] },
    ]);
    expect(readDraft('a-debate/emil/beside/choices/c-rents')).toBe('');
  });

  test('get the vote instead, and the text is kept as after Cancel', async () => {
    const { asked, done } = write();
    await paste(DRAFT);
    await userEvent.click(
      within(await said()).getByRole('button', {
        name: 'Agree with it instead: “Rents rise wherever a new tram goes”',
      }),
    );
    expect(asked()).toMatchObject([{ type: 'vote.cast', claimId: 'c-rents', answer: 'agree' }]);
    expect(done()).toBe('c-rents');
    expect(readDraft('a-debate/emil/words/argument/west')).toBe(DRAFT);
  });

  test('say so if the writer agrees with them already', async () => {
    const debate = aDebate().does('dana', newClaim('tram', 'west', { text: DRAFT }));
    write(debate.does('emil', agree('c-tram')));
    await paste(DRAFT);
    expect(within(await said()).getByText('You agree with it')).toBeTruthy();
    expect(
      within(await said()).queryByRole('button', { name: /^Agree with it instead: “A new tram/ }),
    ).toBeNull();
  });

  test('offer no vote in a phase without votes, and to their author only while others may not see them', async () => {
    const debate = aDebateIn(WRITING)
      .does('dana', newClaim('rents', 'west', { text: TEXT }))
      .does('emil', newClaim('own', 'west', { text: DRAFT }));
    for (const [who, text] of [
      ['dana', TEXT],
      ['emil', DRAFT],
    ] as const) {
      open(debate, who);
      await paste(DRAFT);
      const [claim, ...others] = await claims();
      expect(claim?.textContent).toMatch(new RegExp(`^${text}Add yours as a reply$`));
      expect(others).toEqual([]);
      cleanup();
      forgetDrafts();
    }
  });

  test('show where words were deleted', async () => {
    const debate = aDebate().does('dana', newClaim('part', 'west', { text: `${DRAFT} ░░░░` }));
    write(debate);
    await paste(DRAFT);
    expect(await screen.findByText(`${DRAFT} [text deleted]`)).toBeTruthy();
    expect(
      screen.getByRole('button', { name: `Add yours as a reply to “${DRAFT} [text deleted]”` }),
    ).toBeTruthy();
  });
});
