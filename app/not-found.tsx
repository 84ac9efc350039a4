import { NotFoundNotice } from './not-found-notice.tsx';

/** Page for an unknown address. */
export default function NotFound() {
  return <NotFoundNotice />;
}
