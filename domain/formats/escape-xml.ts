/** A text in XML or HTML, between tags or in quotes. Of what XML cannot hold two signs that are no characters are in a text of a debate. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"'\t\n\ufffe\uffff]/g, (sign) => ENTITIES[sign] ?? sign);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\ufffe': '\ufffd',
  '\uffff': '\ufffd',
};
