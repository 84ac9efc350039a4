/** A text in XML or HTML, between tags or in quotes. What XML cannot hold is in no text of a debate. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"'\t\n]/g, (sign) => ENTITIES[sign] ?? sign);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
};
