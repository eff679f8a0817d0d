import { spawnSync } from 'node:child_process';
import { ROOT } from '../installation.mjs';
import { withInstallation } from './withInstallation.mjs';

const GIVE_UP_MS = 30_000;

export const secondStart = {
  name: 'second-start',
  about: 'npm start beside a running one says so and ends',
  run: ({ keep }) =>
    withInstallation({ keep }, async ({ installation }) => {
      const before = [installation.mainPid, installation.temporalPid];
      const began = Date.now();
      const { status, stdout, stderr } = spawnSync('npm', ['start'], {
        cwd: ROOT,
        env: installation.env,
        encoding: 'utf8',
        timeout: GIVE_UP_MS,
        // npm is a script on Windows.
        shell: process.platform === 'win32',
      });
      const ms = Date.now() - began;
      const said = `${stdout}${stderr}`;
      const violations = [];
      if (status === 0 || status === null) violations.push(`the second start ended with ${status}`);
      if (!/already running/i.test(said) || !said.includes(String(installation.mainPid)))
        violations.push(`the second start does not say what is running: ${said}`);
      if (!(await installation.isReady())) violations.push('the first one is not ready any more');
      if (before.join() !== [installation.mainPid, installation.temporalPid].join())
        violations.push('the processes of the first one changed');
      return { violations, exitCode: status, ms };
    }),
};
