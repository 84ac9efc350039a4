'use client';

import { createContext, useContext } from 'react';

const Context = createContext<() => void>(() => {});

export const ManagingProvider = Context.Provider;

/** Returns a function that leaves management and returns to the debate. */
export function useLeaveManaging(): () => void {
  return useContext(Context);
}
