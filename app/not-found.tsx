import { NotFoundNotice } from './nothing-here.tsx';

/** What stands at an address no page has. */
export default function NotFound() {
  return <NotFoundNotice />;
}
