export { POST } from '../../imports/route.ts';
