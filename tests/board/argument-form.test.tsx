// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { NO_SOURCE } from '../../app/_board/core/commands/source-draft.ts';
import { ArgueButtons } from '../../app/_board/features/claims/claim-actions.tsx';
import ArgumentForm from '../../app/_board/features/claims/composing/argument-form.tsx';
import { keepDraft } from '../../app/_ui/stored-draft.ts';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { aDebate, newClaim } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

/** A debate in which Dana has just added as many claims as its pace allows. */
function atItsPace() {
  const debate = aDebate().does('olga', { type: 'debate.configure', pace: 3 });
  debate.now = Date.now();
  for (const id of ['x', 'y', 'z']) debate.does('dana', newClaim(id, 'west'));
  return debate;
}

async function add(who: string, text: string) {
  const target = { kind: 'position', id: 'west' } as const;
  let done: string | null | undefined;
  const shown = show(
    atItsPace(),
    who,
    <ArgumentForm
      target={target}
      relation="support"
      onDone={(id) => {
        done = id;
      }}
    />,
  );
  // A draft of an earlier form is kept.
  await userEvent.clear(screen.getByRole('textbox', { name: /^New support/ }));
  await userEvent.type(screen.getByRole('textbox', { name: /^New support/ }), text);
  await userEvent.click(screen.getByRole('button', { name: 'Add argument' }));
  return { asked: shown.asked(), done };
}

describe('the form for an argument', () => {
  test('says that someone adds claims too fast, and keeps the text', async () => {
    const { asked, done } = await add('dana', 'One more reason');
    expect(screen.getByRole('alert').textContent).toBe(
      'Each person can add 3 claims in 10 minutes. Your text is kept: add it in a few minutes.',
    );
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^New support/ }).value).toBe(
      'One more reason',
    );
    expect(asked).toEqual([]);
    expect(done).toBeUndefined();
    const described = screen.getByRole('textbox', { name: /^New support/ }).getAttribute('aria-describedby');
    expect(described?.split(' ')).toContain(screen.getByRole('alert').id);
  });

  test('marks a text that is too long, and describes it by the number of characters over', async () => {
    keepDraft('a-debate/emil/words/argument/west', 'x'.repeat(LIMITS.wordingCharacters + 1));
    show(
      aDebate(),
      'emil',
      <ArgumentForm target={{ kind: 'position', id: 'west' }} relation="support" onDone={() => undefined} />,
    );
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^New support/ });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const described = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent)).toContain('1 character too many');
    await userEvent.clear(field);
    expect(field.getAttribute('aria-invalid')).toBeNull();
  });

  test('adds the claim of someone else, and those of moderators in any number', async () => {
    for (const who of ['emil', 'mona']) {
      const { asked, done } = await add(who, `A reason of ${who}`);
      expect(asked).toMatchObject([{ type: 'claim.add', text: `A reason of ${who}` }]);
      expect(done).toBeTypeOf('string');
      expect(screen.getByRole('alert').textContent).toBe('');
      cleanup();
    }
  });
});

describe('the position and the source of an argument', () => {
  const form = () => (
    <ArgumentForm target={{ kind: 'position', id: 'west' }} relation="support" onDone={() => undefined} />
  );

  test('have the focus once a key has opened them', async () => {
    show(aDebate(), 'emil', form());
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /Change/ }));
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Position' }));
  });

  test('leave the focus in the text if they are open from the start', async () => {
    keepDraft('a-debate/emil/beside/choices/west', JSON.stringify({ holder: null, source: NO_SOURCE }));
    show(aDebate(), 'emil', form());
    expect(screen.getByRole('combobox', { name: 'Position' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^New support/ }));
  });
});

describe('[TE2] where teams write for their own positions', () => {
  const ofTeam = (participantId: string, team: string) =>
    ({ type: 'team.choose', participantId, team }) as const;
  const keptSides = (teams: 'chosen' | 'assigned' = 'assigned') =>
    aDebate().does('olga', { type: 'debate.configure', sides: 'own', teams });
  const formOn = (id: string, relation: 'support' | 'attack' = 'support') => (
    <ArgumentForm target={{ kind: 'position', id }} relation={relation} onDone={() => undefined} />
  );
  const addButton = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Add argument' });
  const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent);

  test('a person without a team reads so before writing, and can add once they have one', async () => {
    const debate = keptSides();
    const shown = show(debate, 'emil', formOn('west'));
    expect(said()).toContain('Only teams write here. A moderator can put you in one.');
    expect(addButton().disabled).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: /Change/ }));
    expect(screen.queryByRole('combobox', { name: 'Position' })).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: /^New support/ }), 'Mine{Control>}{Enter}');
    expect(shown.asked()).toEqual([]);
    debate.does('olga', ofTeam('emil', 'west'));
    shown.update();
    expect(said()).not.toContain('Only teams write here. A moderator can put you in one.');
    await userEvent.click(addButton());
    expect(shown.asked()).toMatchObject([{ type: 'claim.add', positionId: 'west', text: 'Mine' }]);
  });

  test('a person who may choose a team is asked to', () => {
    show(keptSides('chosen'), 'emil', formOn('west'));
    expect(said()).toContain('Only teams write here. Choose the position you speak for first.');
  });

  test('a team reads that it may not support another position, and attacks it', async () => {
    const shown = show(keptSides().does('olga', ofTeam('emil', 'east')), 'emil', formOn('west'));
    expect(said()).toContain('Your team speaks for East. You can attack this, but not support it.');
    expect(addButton().disabled).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Attack' }));
    await userEvent.type(screen.getByRole('textbox', { name: /^New attack/ }), 'Not so');
    await userEvent.click(addButton());
    expect(shown.asked()).toMatchObject([{ relation: 'attack', positionId: 'east', text: 'Not so' }]);
  });

  test('support is offered only for what the own team holds', () => {
    const offered = (id: string) => {
      cleanup();
      const debate = keptSides().does('olga', ofTeam('emil', 'east'));
      show(debate, 'emil', <ArgueButtons target={{ kind: 'position', id }} />);
      return screen.getAllByRole('button').map(({ textContent }) => textContent);
    };
    expect(offered('east')).toEqual(['Support', 'Attack', '']);
    expect(offered('west')).toEqual(['Attack', '']);
  });
});
