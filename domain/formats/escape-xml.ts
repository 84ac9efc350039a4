/**
 * Escapes a text for XML or HTML, between tags or in quotes. Of the characters XML can't contain, only two noncharacters occur in texts of
 * a debate.
 */
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
