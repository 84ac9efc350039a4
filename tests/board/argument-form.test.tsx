// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import ArgumentForm from '../../app/_board/features/claims/argument-form.tsx';
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
