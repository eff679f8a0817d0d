import type { Lang, Said } from '../domain/lang.js';
import { said } from '../domain/lang.js';

const WORDS: Record<string, Said> = {
  ENOENT: said('there is no such file', '没有此文件'),
  EACCES: said('it may not be read', '没有读取权限'),
  EISDIR: said('it is a folder', '是文件夹'),
};

/** What the file system said, by its code. */
export function fileErrorWords(error: unknown, lang: Lang): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code === undefined ? undefined : WORDS[code]?.[lang]) ?? code ?? message;
}
