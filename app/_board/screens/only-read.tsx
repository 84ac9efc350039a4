'use client';

import type { ReactNode } from 'react';
import { Announcer } from '../core/announcing/announcer.tsx';
import { JoinProvider } from '../core/commands/join-context.tsx';
import { StrengthProvider } from '../core/strength/strength-context.tsx';
import { ViewProvider } from '../core/view/view-provider.tsx';
import { FollowProvider } from '../features/follow/follow-context.tsx';
import { ClaimDialogs } from './claim-dialogs.tsx';

/** Provides what a board needs if nobody can edit it: in the past, and in a frame of another site's page. */
export function OnlyRead({ children }: { children: ReactNode }) {
  return (
    <ViewProvider>
      <Announcer>
        <FollowProvider>
          <JoinProvider value={nobodyActs}>
            <ClaimDialogs>
              <StrengthProvider>{children}</StrengthProvider>
            </ClaimDialogs>
          </JoinProvider>
        </FollowProvider>
      </Announcer>
    </ViewProvider>
  );
}

function nobodyActs(): void {}
