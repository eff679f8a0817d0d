import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { makePrintFolder, removeLeftFolders, removePrintFolder } from './printFolder.js';
import { runOffice } from './runOffice.js';
import type { OfficeFailure, OfficeRun } from './runOffice.js';

export interface Laid {
  /** By anchor, as the pages show them. */
  pages: ReadonlyMap<string, string>;
}

/** LibreOffice writes the pages into the fields of a document only where it has to lay it out: in this format and in PDF. */
const FORMAT = 'docx:MS Word 2007 XML';
const TIME_LIMIT_MS = 120_000;

/**
 * On which pages the anchors of a document stand that refers to each of them (`probe` of `renderDocx`). LibreOffice lays it
 * out in a folder and with a profile of its own, which are removed; whatever it does, this answers and never throws for it.
 * Only when `signal` aborts, it rejects, once LibreOffice and the folder are gone.
 */
export async function pageNumbersOf(
  docx: Buffer,
  { timeLimitMs = TIME_LIMIT_MS, ...run }: Omit<OfficeRun, 'timeLimitMs'> & { timeLimitMs?: number | undefined } = {},
): Promise<Laid | OfficeFailure> {
  await removeLeftFolders();
  const folder = await makePrintFolder();
  try {
    const file = join(folder, 'plan.docx');
    const out = join(folder, 'out');
    await writeFile(file, docx);
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const args = [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--norestore',
      '--convert-to',
      FORMAT,
      '--outdir',
      out,
      file,
    ];
    const failure = await runOffice(args, { ...run, timeLimitMs });
    if (failure !== undefined) return failure;
    return { pages: pagesIn(await readFile(join(out, 'plan.docx'))) };
  } catch (error) {
    run.signal?.throwIfAborted();
    return { code: 'failed', detail: error instanceof Error ? error.message : String(error) };
  } finally {
    await removePrintFolder(folder);
  }
}

const PAGE_REFERENCE =
  /PAGEREF (\w+)[^<]*<\/w:instrText>(?:(?!instrText).)*?w:fldCharType="separate"(?:(?!instrText).)*?<w:t[^>]*>([^<]+)<\/w:t>/gs;

function pagesIn(docx: Buffer): Map<string, string> {
  const part = 'word/document.xml';
  const xml = unzipSync(docx, { filter: ({ name }) => name === part })[part];
  if (xml === undefined) throw new Error(`LibreOffice wrote a file without ${part}`);
  return new Map([...strFromU8(xml).matchAll(PAGE_REFERENCE)].map(([, anchor, page]) => [anchor!, page!.trim()]));
}
