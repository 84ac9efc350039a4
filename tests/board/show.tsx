import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Announcer } from '../../app/_board/core/announcing/announcer.tsx';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { BoardProvider } from '../../app/_board/core/store/board-context.tsx';
import type { BoardStore } from '../../app/_board/core/store/board-store.ts';
import { StrengthProvider } from '../../app/_board/core/strength/strength-context.tsx';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport } from '../../app/_board/core/transport/transport.ts';
import { ViewProvider } from '../../app/_board/core/view/view-provider.tsx';
import { JoinGate } from '../../app/_board/features/joining/join-gate.tsx';
import { ClaimDialogs } from '../../app/_board/screens/claim-dialogs.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { Person } from '../../domain/protocol/server-messages.ts';
import { RULES } from '../../domain/sync/rules.ts';
import type { DebateBuilder } from '../support/debate-builder.ts';

/** Stands in for `fetch` where a test has no server: what a page asks for on its own does not arrive. */
export async function noServer(): Promise<never> {
  throw new TypeError('fetch failed');
}

/** A part of the board, as one person sees it. */
export interface Shown {
  readonly store: BoardStore;
  /** Requests without an answer yet, in order. */
  asked(): readonly Operation[];
  /** Takes in what happened in the debate since; drawn by the time it returns. */
  update(): void;
}

/** How a part is shown, where not as usual. */
interface ShownAs {
  /** The server; otherwise it is silent. */
  readonly transport?: Transport;
  /** False for a page that has not fetched the rules yet. */
  readonly hasRules?: boolean;
  /** True for the past, and for a frame in another site's page. */
  readonly isOnlyRead?: boolean;
  /** Query of the page's address. */
  readonly query?: string;
}

/** Draws a part of the board into the document, with the board's real store, rules and sentences. */
export function show(
  debate: DebateBuilder,
  who: string | null,
  part: ReactNode,
  people: readonly Person[] = [],
  { transport = silentTransport(), hasRules = true, isOnlyRead = false, query = '' }: ShownAs = {},
): Shown {
  const page = { debateId: 'a-debate', participantId: who, people };
  const store = createBoardStore(page, debate.projection(who), transport, isOnlyRead);
  if (hasRules) store.enableRules(RULES);
  // Nothing is selected, whatever a test before has left in the address.
  window.history.replaceState(null, '', `${window.location.pathname}${query}`);
  render(
    <MessageProvider locale="en" messages={en}>
      <BoardProvider value={store}>
        <ViewProvider>
          <Announcer>
            <JoinGate onSignedIn={() => undefined}>
              <ClaimDialogs>
                <StrengthProvider>{part}</StrengthProvider>
              </ClaimDialogs>
            </JoinGate>
          </Announcer>
        </ViewProvider>
      </BoardProvider>
    </MessageProvider>,
  );
  return {
    store,
    asked: () => store.state().replica.pending.map(({ operation }) => operation),
    update: () => act(() => store.hydrateFromCache(debate.projection(who), who, people)),
  };
}
