import { said } from '../domain/lang.js';
import type { Lang, Said } from '../domain/lang.js';

/** One thing that is wrong in a file, for a person with an editor. */
export interface Problem {
  file: string;
  /** Both from 1. */
  line: number;
  column: number;
  /** Place in the document, such as `teams[1].lead`; empty for the whole. */
  path: string;
  code: string;
  message: Said;
  hint: Said;
}

/** About a file as a whole. */
export function wholeFile(file: string, code: string, message: Said, hint: Said): Problem {
  return { file, line: 1, column: 1, path: '', code, message, hint };
}

/**
 * Thrown when plan or roster files cannot be used; has all that is wrong with them, in the order of the files. Its message
 * is in English, as logs are; `problemLines` says the same to a person.
 */
export class PlanFileError extends Error {
  override readonly name = 'PlanFileError';

  constructor(
    readonly what: Said,
    readonly problems: Problem[],
  ) {
    super(inWords(what, problems, 'en').join('\n'));
  }

  /** What a terminal shows: a heading, then a line for each problem. */
  problemLines(lang: Lang): string[] {
    return inWords(this.what, this.problems, lang);
  }
}

function inWords(what: Said, problems: Problem[], lang: Lang): string[] {
  const count = problems.length;
  const heading = said(
    `${what.en} cannot be used, ${count === 1 ? 'one problem' : `${count} problems`}:`,
    `${what['zh-CN']}不能使用，有 ${count} 个问题：`,
  );
  return [heading[lang], ...problems.map((problem) => line(problem, lang))];
}

function line({ file, line, column, code, path, message, hint }: Problem, lang: Lang): string {
  const where = path === '' ? '' : `${path}: `;
  const [open, close] = lang === 'zh-CN' ? ['（', '）'] : [' (', ')'];
  return `${file}:${line}:${column} ${code} ${where}${message[lang]}${open}${hint[lang]}${close}`;
}
