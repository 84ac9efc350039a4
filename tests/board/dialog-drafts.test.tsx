// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { hasBegunForms } from '../../app/_board/core/store/form-drafts.ts';
import SplitDialog from '../../app/_board/features/lineage/split-dialog.tsx';
import HideDialog from '../../app/_board/features/moderation/hide-dialog.tsx';
import ReportDialog from '../../app/_board/features/moderation/report-dialog.tsx';
import SuggestDialog from '../../app/_board/features/suggestions/suggest-dialog.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import { forgetDraftsHere } from '../../app/_ui/stored-draft.ts';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(() => {
  cleanup();
  forgetDraftsHere();
});

const close = () => undefined;

/** Shows a dialog about a claim, as after a reload. */
function open(dialog: ReactElement, who = 'emil') {
  cleanup();
  return show(aDebate(), who, dialog);
}

const field = (name: string | RegExp) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('text typed in a dialog', () => {
  test.each([
    [
      'a suggested wording and its note',
      <SuggestDialog key="a" claimId="c-a" onClose={close} />,
      [en.suggestions.wording, en.suggestions.note],
    ],
    ['a report', <ReportDialog key="a" on="c-a" onClose={close} />, [en.review.words]],
    [
      'a moderator’s note',
      <HideDialog key="a" hide={{ what: 'claim', id: 'c-a' }} onClose={close} />,
      [en.moderation.note],
    ],
  ])('is there again in %s', async (_, dialog, labels) => {
    const who = dialog.type === HideDialog ? 'mona' : 'emil';
    open(dialog, who);
    for (const label of labels) await userEvent.type(field(label), ' of mine');
    const before = labels.map((label) => field(label).value);
    expect(hasBegunForms()).toBe(true);
    open(dialog, who);
    expect(labels.map((label) => field(label).value)).toEqual(before);
    expect(before.every((text) => text.endsWith(' of mine'))).toBe(true);
  });

  test('is there again in the parts of a claim that is being split, at that claim only', async () => {
    const dialog = <SplitDialog claimId="c-a" onClose={close} />;
    open(dialog, 'mona');
    const first = field(en.lineage.firstPart);
    await userEvent.clear(first);
    await userEvent.type(first, 'One. Two.');
    first.setSelectionRange(4, 4);
    await press(en.lineage.cut);
    open(dialog, 'mona');
    expect([field(en.lineage.firstPart).value, field(/^Part 2/).value]).toEqual(['One.', 'Two.']);
    open(<SplitDialog claimId="c-b" onClose={close} />, 'mona');
    expect(field(en.lineage.firstPart).value).not.toContain('One.');
  });

  test('is kept no longer once it is sent, or as it was', async () => {
    const dialog = <SuggestDialog claimId="c-a" onClose={close} />;
    open(dialog);
    const wording = field(en.suggestions.wording);
    await userEvent.type(wording, '!');
    await userEvent.type(wording, '{Backspace}');
    expect(hasBegunForms()).toBe(false);
    await userEvent.type(wording, '!');
    const { asked } = open(dialog);
    await press(en.suggestions.send);
    expect(asked()).toMatchObject([{ type: 'suggestion.make', claimId: 'c-a' }]);
    expect(hasBegunForms()).toBe(false);
  });
});
