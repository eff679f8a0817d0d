import { extname } from 'node:path';
import { EXIT } from './exitCodes.js';
import { CliFailure } from './failure.js';
import type { Say } from './say.js';

export const PAPER_FORMATS = ['docx', 'html'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** By the name of the file: what would be called something that it is not is refused. */
export function paperFormat(file: string, say: Say): PaperFormat {
  const ending = extname(file).toLowerCase();
  const format = PAPER_FORMATS.find((one) => ending === `.${one}`);
  if (format !== undefined) return format;
  throw new CliFailure(EXIT.usage, {
    code: 'unknown_format',
    title: say('Papers are not written in this format', '不支持该文件格式'),
    detail: say(
      `Found: ${file}. Name a file that ends in .docx or .html; a PDF is printed from either.`,
      `文件：${file}。请使用以 .docx 或 .html 结尾的文件名；需要 PDF 的，请由其打印生成。`,
    ),
    found: { file },
    needed: { formats: [...PAPER_FORMATS] },
  });
}
