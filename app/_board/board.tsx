'use client';

import { useEffect, useState } from 'react';
import type { QuietEnd } from '#domain/debate/settings/quiet.ts';
import type { FrontOpening, InitialState } from '../../domain/protocol/initial-state.ts';
import { Announcer } from './core/announcing/announcer.tsx';
import { useLoadRules } from './core/commands/use-load-rules.ts';
import { connectBoard } from './core/opening/connect-board.ts';
import { Readable } from './core/opening/readable.tsx';
import { useOpenedBoard } from './core/opening/use-opened-store.ts';
import { BoardProvider } from './core/store/board-context.tsx';
import { StrengthProvider } from './core/strength/strength-context.tsx';
import { ViewProvider } from './core/view/view-provider.tsx';
import { FollowProvider } from './features/follow/follow-context.tsx';
import { JoinGate } from './features/joining/join-gate.tsx';
import { PrintOnDemand } from './print/print-on-demand.tsx';
import { ClaimDialogs } from './screens/claim-dialogs.tsx';
import { BoardFrame } from './screens/frame.tsx';
import { MapOrOutline } from './screens/map-or-outline.tsx';

export interface BoardProps {
  /** The debate, at once or later. */
  readonly opening: InitialState | Promise<InitialState>;
  /** The part of it that the map shows first, if the debate comes later. */
  readonly front?: FrontOpening;
  /** The claim whose branch the page is about; absent: the whole debate. */
  readonly branch?: string;
  /** The near end of the debate, because nothing is written in it; for its owner. */
  readonly quietEnd?: QuietEnd | null;
  /** The claim after which the page begins to list its siblings, if they are too many for one page. */
  readonly after?: string | undefined;
}

/** A live debate: one store, shown as map or outline, with a panel for the selected item. */
export function Board({ opening, front, branch, quietEnd = null, after }: BoardProps) {
  const store = useOpenedBoard(opening, front);
  const [signIns, setSignIns] = useState(0);
  useLoadRules(store);
  // A sign-in takes effect with the next connection: `signIns` triggers reconnecting.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => connectBoard(store), [store, signIns]);
  return (
    <BoardProvider value={store}>
      <Readable>
        <ViewProvider>
          <Announcer>
            <FollowProvider>
              <JoinGate onSignedIn={() => setSignIns((count) => count + 1)}>
                <ClaimDialogs>
                  <StrengthProvider>
                    <BoardFrame quietEnd={quietEnd}>
                      <MapOrOutline branch={branch} after={after} />
                      <PrintOnDemand branch={branch} />
                    </BoardFrame>
                  </StrengthProvider>
                </ClaimDialogs>
              </JoinGate>
            </FollowProvider>
          </Announcer>
        </ViewProvider>
      </Readable>
    </BoardProvider>
  );
}
