import type { EventOf } from './events.js';

interface Written {
  documentId: string;
  files: { format: string; lang: string; sha256: string }[];
}

/** A document that names somebody no more is other files, or none. */
export function afterErasure<T extends Written>(
  written: T | undefined,
  { erased }: EventOf<'personalDataErased'>,
): T | undefined {
  if (written === undefined) return undefined;
  const files = written.files.flatMap((file) => {
    const other = erased.documents.find(
      ({ documentId, format, lang }) =>
        documentId === written.documentId && format === file.format && lang === file.lang,
    );
    if (other === undefined) return [file];
    return other.sha256 === undefined ? [] : [{ ...file, sha256: other.sha256 }];
  });
  return files.length === 0 ? undefined : { ...written, files };
}
