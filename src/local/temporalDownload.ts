import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lastLines, runCommand } from './runCommand.js';
import { temporalVersion } from './serverSettings.js';

/** About 50 MB; a network that swallows packets must not hold up the next way for longer. */
const downloadWithin = 120_000;

/**
 * Lets the SDK download its server into `folder`. It runs in a process of its own: in this one it would
 * start the SDK's runtime with settings that can no longer be changed. Returns why it failed, if it did.
 */
export async function downloadTemporal(
  folder: string,
  env: NodeJS.ProcessEnv,
  onProgress: (elapsedSeconds: number) => void,
): Promise<string | undefined> {
  mkdirSync(folder, { recursive: true });
  // Packages are found from the working directory of the process.
  const cwd = dirname(fileURLToPath(import.meta.url));
  const { exitCode, output } = await runCommand(process.execPath, ['--input-type=module', '--eval', script(folder)], {
    cwd,
    env,
    timeout: downloadWithin,
    onProgress,
  });
  return exitCode === 0 ? undefined : lastLines(output, 1);
}

function script(downloadDir: string): string {
  const executable = { type: 'cached-download', downloadDir, version: `v${temporalVersion}`, ttl: '3650 days' };
  return `
    import { TestWorkflowEnvironment } from '@temporalio/testing';
    try {
      const environment = await TestWorkflowEnvironment.createLocal({ server: { executable: ${JSON.stringify(executable)} } });
      await environment.teardown();
    } catch (error) {
      console.error(String(error?.message ?? error).replaceAll('\\n', ' '));
      process.exitCode = 1;
    }
  `;
}
