/** One thing that is wrong in a file, for a person with an editor. */
export interface Problem {
  file: string;
  /** Both from 1. */
  line: number;
  column: number;
  /** Place in the document, such as `teams[1].lead`; empty for the whole. */
  path: string;
  code: string;
  message: string;
  hint: string;
}

/** About a file as a whole. */
export function wholeFile(file: string, code: string, message: string, hint: string): Problem {
  return { file, line: 1, column: 1, path: '', code, message, hint };
}

/** Thrown when plan or roster files cannot be used; has all that is wrong with them, in the order of the files. */
export class PlanFileError extends Error {
  override readonly name = 'PlanFileError';
  readonly problems: Problem[];

  constructor(what: string, problems: Problem[]) {
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    super([`${what} cannot be used, ${count}:`, ...problems.map(line)].join('\n'));
    this.problems = problems;
  }
}

function line({ file, line, column, code, path, message, hint }: Problem): string {
  const where = path === '' ? '' : `${path}: `;
  return `${file}:${line}:${column} ${code} ${where}${message} (${hint})`;
}
