import { NotFoundNotice } from './not-found-notice.tsx';

/** What stands at an address no page has. */
export default function NotFound() {
  return <NotFoundNotice />;
}
