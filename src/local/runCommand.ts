import { spawn } from 'node:child_process';

export interface CommandResult {
  /** Undefined when it was killed or could not be started. */
  exitCode: number | undefined;
  /** Both streams as they came. */
  output: string;
}

export interface CommandOptions {
  env: NodeJS.ProcessEnv;
  cwd?: string;
  /** Milliseconds, then SIGKILL. Without it there is no limit. */
  timeout?: number;
  /** Called every few seconds while the command runs. */
  onProgress?: (elapsedSeconds: number) => void;
}

const progressEvery = 5_000;

/** Never throws: a command that cannot be started is a result without an exit code. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const { env, cwd, timeout, onProgress } = options;
  return new Promise((done) => {
    const began = Date.now();
    const child = spawn(command, args, { env, cwd, timeout, killSignal: 'SIGKILL', stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const progress = setInterval(() => onProgress?.(Math.round((Date.now() - began) / 1_000)), progressEvery);
    const finish = (exitCode: number | undefined, text: string): void => {
      clearInterval(progress);
      done({ exitCode, output: text });
    };
    child.once('error', (error) => finish(undefined, error.message));
    child.once('close', (code, signal) =>
      finish(code ?? undefined, signal === null ? output : `${output}\nended by ${signal}`),
    );
  });
}

/** The last lines that say something, for an error message of one line. */
export function lastLines(output: string, count: number): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.slice(-count).join(' | ');
}
