import { accessSync, appendFileSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EXIT } from './exitCodes.js';
import { CliFailure } from './failure.js';
import type { Say } from './say.js';

/** Before anything is asked for that could not be kept then. */
export function mustBeNew(file: string, say: Say): void {
  if (existsSync(file)) throw fileExists(file, say);
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    throw unwritable(file, error, say);
  }
}

/** Of records with names in them: readable by whoever asked for it alone. Never replaces a file. */
export function writeNew(file: string, content: string | Uint8Array, say: Say): void {
  try {
    writeFileSync(file, content, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw fileExists(file, say);
    throw unwritable(file, error, say);
  }
}

/** The same for what comes piece by piece; of what breaks off nothing stays. */
export async function writeNewFrom(file: string, pieces: AsyncIterable<Uint8Array>, say: Say): Promise<void> {
  writeNew(file, '', say);
  try {
    for await (const piece of pieces) appendFileSync(file, piece);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

function unwritable(file: string, error: unknown, say: Say): CliFailure {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  const isNowhere = code === 'ENOENT' || code === 'ENOTDIR';
  const folder = dirname(file);
  const why = isNowhere ? say(`there is no folder ${folder}`, `没有文件夹 ${folder}`) : code;
  return new CliFailure(EXIT.usage, {
    code: 'unwritable_file',
    title: say('The file cannot be written', '无法写入文件'),
    detail: say(`${file}: ${why}. Nothing was saved.`, `${file}：${why}。未保存任何内容。`),
  });
}

function fileExists(file: string, say: Say): CliFailure {
  return new CliFailure(EXIT.refused, {
    code: 'file_exists',
    title: say('The file is there already', '文件已经存在'),
    detail: say(`${file} exists. Name a new file.`, `${file} 已存在。请指定新的文件。`),
    found: { file },
  });
}
