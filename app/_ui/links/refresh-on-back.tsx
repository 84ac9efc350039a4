'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/**
 * On a page that is left by Back or Forward: reads the page it leads to again. The router shows that as it was, of any age; the person may
 * have signed out in another tab since.
 */
export function RefreshOnBack() {
  const router = useRouter();
  useEffect(() => {
    // After the router, which hears of it too, and would drop what was requested before.
    const refresh = () => window.setTimeout(router.refresh);
    window.addEventListener('popstate', refresh);
    return () => window.removeEventListener('popstate', refresh);
  }, [router]);
  return null;
}
