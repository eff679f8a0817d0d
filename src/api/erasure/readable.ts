import { strFromU8, unzipSync } from 'fflate';

/**
 * What can be read in a document that Muster wrote, also across changes of format within a word, and what stands beside the
 * text in the file.
 */
export function readable(bytes: Uint8Array, format: string): string {
  const parts = format === 'docx' ? Object.values(unzipSync(bytes)) : [bytes];
  return parts
    .map((part) => strFromU8(part))
    .flatMap((text) => [text, decoded(text.replace(/<[^>]*>/g, '')), decoded(text.replace(/<[^>]*>/g, ' '))])
    .join('\n');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

function decoded(text: string): string {
  return text.replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
