'use client';

import { createContext, useContext } from 'react';

const Context = createContext<() => void>(() => {});

export const ManagingProvider = Context.Provider;

/** Leaves what is managed, for the debate itself. */
export function useLeaveManaging(): () => void {
  return useContext(Context);
}
