export { GET } from '#app/api/debates/[id]/export/route.ts';
