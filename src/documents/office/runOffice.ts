import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';

export interface OfficeFailure {
  code: 'notFound' | 'timedOut' | 'failed';
  detail: string;
}

export interface OfficeRun {
  timeLimitMs: number;
  /** The first of them that is there is run. */
  programs?: readonly string[] | undefined;
  signal?: AbortSignal | undefined;
}

/** On the search path, and where the installers for macOS and Windows put it. */
const PROGRAMS = [
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/** Only the last words are told; a program that hangs may fill gigabytes. */
const KEPT_CHARACTERS = 4_000;

/** An exit code that nothing else uses. */
const MISSING = 199;

/**
 * Runs a program and kills its process group, this shell included, as soon as its own standard input ends. The other end
 * of that is ours, and the system closes it whichever way we end, `kill -9` included.
 */
const WHILE_WE_LIVE = `
command -v "$0" >/dev/null 2>&1 || exit ${MISSING}
exec 3<&0
"$0" "$@" </dev/null 3<&- &
program=$!
{ read -r nothing <&3; kill -9 0; } >/dev/null 2>&1 &
watch=$!
wait "$program"
ended=$?
exec 2>/dev/null
kill -9 "$watch"
exit "$ended"
`;

/** Runs the first of the programs that is there; `undefined` when it ended well. Rejects when `signal` aborts. */
export async function runOffice(args: readonly string[], options: OfficeRun): Promise<OfficeFailure | undefined> {
  const { programs = PROGRAMS } = options;
  for (const program of programs) {
    const failure = await run(program, args, options);
    if (failure?.code !== 'notFound') return failure;
  }
  return { code: 'notFound', detail: programs.join(', ') };
}

async function run(
  program: string,
  args: readonly string[],
  { timeLimitMs, signal }: OfficeRun,
): Promise<OfficeFailure | undefined> {
  signal?.throwIfAborted();
  const child = start(program, args);
  yieldToOthers(child);
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (errors = (errors + chunk).slice(-KEPT_CHARACTERS)));
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    kill(child);
  }, timeLimitMs);
  const abort = (): void => kill(child);
  signal?.addEventListener('abort', abort);
  try {
    const code = await ended(child);
    signal?.throwIfAborted();
    if (late) return { code: 'timedOut', detail: `${timeLimitMs} ms` };
    if (code === 0) return undefined;
    if (code === 'ENOENT' || code === MISSING) return { code: 'notFound', detail: program };
    return { code: 'failed', detail: errors.trim().split('\n').at(-1) || `exit code ${code}` };
  } finally {
    clearTimeout(limit);
    signal?.removeEventListener('abort', abort);
  }
}

/** In a process group of its own: the program is a script that starts others, and all of them have to go. */
function start(program: string, args: readonly string[]): ChildProcess {
  if (process.platform === 'win32') return spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const guarded = ['-c', WHILE_WE_LIVE, program, ...args];
  return spawn('/bin/sh', guarded, { stdio: ['pipe', 'ignore', 'pipe'], detached: true });
}

/** Laying out a document takes seconds of a whole core, and nobody waits for it as people wait for a decision. */
function yieldToOthers({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already.
  }
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') return void child.kill('SIGKILL');
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // All of them have ended.
  }
}

function ended(child: ChildProcess): Promise<number | string | null> {
  return new Promise((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    // What it started and left running would keep its standard error open.
    child.once('exit', () => kill(child));
    child.once('close', resolve);
  });
}
