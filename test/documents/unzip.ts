import { strFromU8, unzipSync } from 'fflate';

/** One file of a ZIP archive as text. */
export function fileInZip(zip: Buffer, name: string): string {
  const file = unzipSync(zip, { filter: (entry) => entry.name === name })[name];
  if (file === undefined) throw new Error(`no ${name} in the archive`);
  return strFromU8(file);
}
