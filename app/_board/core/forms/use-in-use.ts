import { useState } from 'react';

interface UseHandlers {
  readonly onFocus: () => void;
  readonly onPointerDown: () => void;
  readonly onBlur: () => void;
}

/**
 * Returns whether a list is used, and the handlers that notice it: its options are drawn only then, because in many lists together they are
 * many. `onUse` is called when it is about to be used.
 */
export function useInUse(onUse?: () => void): readonly [isUsed: boolean, handlers: UseHandlers] {
  const [isUsed, setUsed] = useState(false);
  const use = () => {
    setUsed(true);
    onUse?.();
  };
  // A browser opens the list at once when it is pressed, and some do not focus it before.
  return [isUsed, { onFocus: use, onPointerDown: use, onBlur: () => setUsed(false) }];
}
