import { readFileSync } from 'node:fs';
import { said } from '../domain/lang.js';
import { fault } from './fault.js';
import { PlanFileError, wholeFile } from './problem.js';

interface Absence {
  /** The file as it is called in a message. */
  what: string;
  code: string;
  hint: string;
}

/** Throws `PlanFileError` when there is no such file or it is not UTF-8: read as such, its names would be lost for good. */
export function readText(file: string, { what, code, hint }: Absence): string {
  const bytes = readBytes(
    file,
    () => new PlanFileError(what, [wholeFile(file, code, 'the file cannot be read', hint)]),
  );
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const found = said('the file is not UTF-8', '文件不是 UTF-8 编码');
    const todo = said('save it as UTF-8; in Excel as "CSV UTF-8"', '请另存为 UTF-8；在 Excel 中选“CSV UTF-8”');
    throw new PlanFileError(what, [fault({ file, line: 1, column: 1, path: '' }, 'not_utf8', found, todo)]);
  }
}

function readBytes(file: string, absent: () => PlanFileError): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw absent();
  }
}
