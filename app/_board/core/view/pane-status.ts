'use client';

import { createContext, type ReactNode, useContext } from 'react';

/** The connection status on a phone, where a pane covers the header that has it; nothing on a wide screen. */
const StatusContext = createContext<ReactNode>(null);

export const PaneStatusProvider = StatusContext.Provider;

export function usePaneStatus(): ReactNode {
  return useContext(StatusContext);
}
