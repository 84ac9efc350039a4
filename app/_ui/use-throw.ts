'use client';

import { useCallback, useState } from 'react';

/** Returns a function that fails the component with an error from outside of rendering: the boundary around it shows that. */
export function useThrow(): (error: unknown) => void {
  const [, setNothing] = useState<null>(null);
  return useCallback((error: unknown) => {
    setNothing(() => {
      throw error;
    });
  }, []);
}
