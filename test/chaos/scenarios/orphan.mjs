import { goneWithin, isAlive } from '../processes.mjs';
import { withInstallation } from './withInstallation.mjs';

export const orphan = {
  name: 'orphan',
  about: 'a start after kill -9 stops the Temporal server that was left behind',
  run: ({ keep }) =>
    withInstallation({ keep }, async ({ installation }) => {
      const violations = [];
      const orphaned = installation.temporalPid;
      installation.aim('main')();
      await goneWithin(installation.mainPid, 5_000);
      if (!isAlive(orphaned))
        violations.push('the Temporal server did not outlive its parent, so that there is nothing to see');
      const { ms } = await installation.start();
      if (isAlive(orphaned)) violations.push(`the orphaned Temporal server ${orphaned} still runs`);
      if (!installation.output.includes(`process ${orphaned}`))
        violations.push('the start does not say that it stopped it');
      if (installation.temporalPid === undefined) violations.push('no Temporal server was started in its place');
      return { violations, restartMs: ms };
    }),
};
