export { GET, POST } from '../../debates/route.ts';
