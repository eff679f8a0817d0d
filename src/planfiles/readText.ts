import { readFileSync } from 'node:fs';
import { said } from '../domain/lang.js';
import type { Said } from '../domain/lang.js';
import { PlanFileError, wholeFile } from './problem.js';

interface Absence {
  /** The file as it is called in a message. */
  what: Said;
  code: string;
  hint: Said;
}

/** Throws `PlanFileError` when there is no such file or it is not UTF-8: read as such, its names would be lost for good. */
export function readText(file: string, { what, code, hint }: Absence): string {
  const bytes = readBytes(file);
  if (bytes === undefined) {
    const message = said('the file cannot be read', '无法读取该文件');
    throw new PlanFileError(what, [wholeFile(file, code, message, hint)]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const message = said('the file is not UTF-8', '文件不是 UTF-8 编码');
    const todo = said('save it as UTF-8; in Excel as "CSV UTF-8"', '请另存为 UTF-8；在 Excel 中选“CSV UTF-8”');
    throw new PlanFileError(what, [wholeFile(file, 'not_utf8', message, todo)]);
  }
}

function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
