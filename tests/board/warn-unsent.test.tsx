// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { BoardStore } from '../../app/_board/core/store/board-store.ts';
import { TextBinding } from '../../app/_board/core/store/text-binding.ts';
import { useWarnUnsent } from '../../app/_board/features/rejections/use-warn-unsent.ts';
import { ConnectionStatus } from '../../app/_board/header/connection-status.tsx';
import { toRejection } from '../../domain/debate/engine/rejections.ts';
import { aDebate, agree, editTo } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

function Page() {
  useWarnUnsent();
  return <ConnectionStatus />;
}

/** True if the browser asks before the page is left. */
function asksBeforeLeaving(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

const saysToKeep = () => document.body.textContent?.includes('Keep this tab open') ?? false;

test.each<[string, (store: BoardStore) => void]>([
  ['a change that was not sent', (store) => void store.submit(agree('c-a'))],
  [
    'a rejected change',
    (store) =>
      store.keepRefused(editTo(store.state().replica.view, 'c-a', 'Otherwise'), toRejection('not_allowed')),
  ],
  [
    'what an editor could not submit',
    (store) => {
      const editor = new TextBinding(
        store,
        { type: 'claim.edit', claimId: 'c-a' },
        { incoming: () => undefined, problem: () => undefined },
      );
      editor.type([editor.text.length, [0, 'b'.repeat(500)]]);
    },
  ],
])('[SY14] the page is not left unasked with %s that the browser does not keep', (_, make) => {
  const { store } = show(aDebate(), 'dana', <Page />);
  act(() => store.setPersisted(false));
  expect([saysToKeep(), asksBeforeLeaving()]).toEqual([false, false]);
  act(() => make(store));
  expect([saysToKeep(), asksBeforeLeaving()]).toEqual([true, true]);
  act(() => store.setPersisted(true));
  expect([saysToKeep(), asksBeforeLeaving()]).toEqual([false, false]);
});
