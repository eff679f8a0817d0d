import { Zip, ZipPassThrough } from 'fflate';

export interface ZipFile {
  path: string;
  bytes: AsyncIterable<Uint8Array>;
}

/**
 * Files put together as they are, uncompressed and without times: the ZIP follows from names and content alone, so that
 * whoever reads it can write it again and compare every byte. Nothing is unpacked, so nothing can swell.
 */
export async function* zipOf(files: AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array> {
  let written: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    if (chunk.length > 0) written.push(chunk);
  });
  const taken = () => {
    const chunks = written;
    written = [];
    return chunks;
  };
  for await (const { path, bytes } of files) {
    const entry = new ZipPassThrough(path);
    // The earliest that the format knows.
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    for await (const chunk of bytes) {
      entry.push(chunk);
      yield* taken();
    }
    entry.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
