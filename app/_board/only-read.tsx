'use client';

import type { ReactNode } from 'react';
import { Announcer } from './announcer.tsx';
import { ClaimDialogs } from './claim/claim-dialogs.tsx';
import { FollowProvider } from './follow/follow-context.tsx';
import { JoinProvider } from './join/join-context.tsx';
import { StrengthProvider } from './strength/strength-context.tsx';
import { ViewProvider } from './view-provider.tsx';

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
