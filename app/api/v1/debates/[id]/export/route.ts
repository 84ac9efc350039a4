export { GET } from '../../../../debates/[id]/export/route.ts';
