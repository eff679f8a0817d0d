import { spawn } from 'node:child_process';

export interface OfficeFailure {
  code: 'notFound' | 'timedOut' | 'failed';
  detail: string;
}

/** On the search path, and where the installers for macOS and Windows put it. */
const PROGRAMS = [
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/** Runs the first of the programs that is there; `undefined` when it ended well. */
export async function runOffice(
  args: readonly string[],
  timeLimitMs: number,
  programs: readonly string[] = PROGRAMS,
): Promise<OfficeFailure | undefined> {
  for (const program of programs) {
    const failure = await run(program, args, timeLimitMs);
    if (failure?.code !== 'notFound') return failure;
  }
  return { code: 'notFound', detail: programs.join(', ') };
}

function run(program: string, args: readonly string[], timeLimitMs: number): Promise<OfficeFailure | undefined> {
  return new Promise((done) => {
    // In a process group of its own: the program is a script that starts others, and all of them have to go.
    const group = process.platform !== 'win32';
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: group });
    let errors = '';
    let late = false;
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const limit = setTimeout(() => {
      late = true;
      if (child.pid === undefined) return;
      if (group) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    }, timeLimitMs);
    const finish = (failure: OfficeFailure | undefined): void => {
      clearTimeout(limit);
      done(failure);
    };
    child.once('error', (error: NodeJS.ErrnoException) =>
      finish({ code: error.code === 'ENOENT' ? 'notFound' : 'failed', detail: error.message }),
    );
    child.once('close', (code) => {
      if (late) finish({ code: 'timedOut', detail: `${timeLimitMs} ms` });
      else if (code === 0) finish(undefined);
      else finish({ code: 'failed', detail: errors.trim().split('\n').at(-1) ?? `exit code ${code}` });
    });
  });
}
