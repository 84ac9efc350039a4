// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import ArgumentForm from '../../app/_board/features/claims/argument-form.tsx';
import { keepDraft, readDraft } from '../../app/_ui/stored-draft.ts';
import { aDebate, agree, newClaim } from '../support/debate-builder.ts';
import { aDebateIn, WRITING } from '../support/phased-debate.ts';
import { show } from './show.tsx';

// Drafts stay in the tab.
beforeEach(() => {
  for (const key of ['a-debate:west', 'a-debate:c-rents'])
    for (const start of ['', 'choices:']) keepDraft(start + key, '');
});
afterEach(cleanup);

const TARGET = { kind: 'position', id: 'west' } as const;
const TEXT = 'Rents rise wherever a new tram goes';
const DRAFT = 'A new tram makes the rent rise';

function write(debate = aDebate(), who = 'emil') {
  let done: string | null | undefined;
  debate.does('dana', newClaim('rents', 'west', { text: TEXT }));
  const onDone = (id: string | null) => {
    done = id;
  };
  const shown = show(debate, who, <ArgumentForm target={TARGET} relation="support" onDone={onDone} />);
  return { ...shown, done: () => done };
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^New support/ });
/** Written at once: each key draws the form again. */
async function paste(text: string) {
  await userEvent.click(field());
  await userEvent.paste(text);
}

const said = () => screen.findByRole('region', { name: 'Already said?' });

describe('claims that say already what is written', () => {
  test('come after the buttons of the form, are announced once, and can be hidden', async () => {
    write();
    await paste(DRAFT);
    expect(within(await said()).getByText(TEXT)).toBeTruthy();
    const announced = screen.getByText(/^1 similar claim is listed/);
    expect(announced.getAttribute('role')).toBe('status');
    const send = screen.getByRole('button', { name: 'Add argument' });
    const position = send.compareDocumentPosition(await said());
    expect(position & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    await paste(' for the tenants');
    expect(screen.getByText(/^1 similar claim is listed/)).toBe(announced);
    await userEvent.click(within(await said()).getByRole('button', { name: 'Hide' }));
    expect(screen.queryByRole('region', { name: 'Already said?' })).toBeNull();
    expect(document.activeElement).not.toBeNull();
    expect(field().value).toBe(`${DRAFT} for the tenants`);
  });

  test('get the text as a reply', async () => {
    const { done } = write();
    await paste(DRAFT);
    await userEvent.click(within(await said()).getByRole('button', { name: /^Add yours as a reply to/ }));
    expect(readDraft('a-debate:c-rents')).toBe(DRAFT);
    expect(readDraft('a-debate:west')).toBe('');
    expect(field().value).toBe('');
    expect(done()).toBeUndefined();
  });

  test('get the source and the position chosen beside the text too', async () => {
    const { asked } = write();
    await paste(DRAFT);
    await userEvent.click(screen.getByRole('button', { name: /Change$/ }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Speaks for' }), 'No position');
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
    expect(readDraft('choices:a-debate:c-rents')).toBe('');
  });

  test('get the vote instead, and the text is kept as after Cancel', async () => {
    const { asked, done } = write();
    await paste(DRAFT);
    await userEvent.click(within(await said()).getByRole('button', { name: /^Agree with “Rents/ }));
    expect(asked()).toMatchObject([{ type: 'vote.cast', claimId: 'c-rents', answer: 'agree' }]);
    expect(done()).toBe('c-rents');
    expect(readDraft('a-debate:west')).toBe(DRAFT);
  });

  test('say so if the writer agrees with them already', async () => {
    const debate = aDebate().does('dana', newClaim('tram', 'west', { text: DRAFT }));
    write(debate.does('emil', agree('c-tram')));
    await paste(DRAFT);
    expect(within(await said()).getByText('You agree with it')).toBeTruthy();
    expect(within(await said()).queryByRole('button', { name: /^Agree with “A new tram/ })).toBeNull();
  });

  test('offer no vote in a phase without votes, and to their author only while others may not see them', async () => {
    write(aDebateIn(WRITING), 'dana');
    await paste(DRAFT);
    expect(within(await said()).getByRole('button', { name: /^Add yours as a reply/ })).toBeTruthy();
    expect(within(await said()).queryByRole('button', { name: /^Agree/ })).toBeNull();
  });
});
