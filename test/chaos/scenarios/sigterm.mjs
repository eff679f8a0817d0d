import { Journey } from '../journey.mjs';
import { checkMails } from '../mailChecks.mjs';
import { isFree } from '../ports.mjs';
import { processesNaming } from '../processes.mjs';
import { withInstallation } from './withInstallation.mjs';

export const sigterm = {
  name: 'sigterm',
  about: 'SIGTERM during a mobilisation ends in order and leaves no process behind; the next start calls the rest',
  run: ({ keep }) =>
    withInstallation({ keep }, async ({ sink, installation, tokens }) => {
      const violations = [];
      const journey = new Journey({ installation, sink, tokens });
      await journey.report();
      await journey.verify('I');
      const told = () => sink.idsOf(journey.incidentId).length;
      const toldBefore = told();
      const { exitCode, ms } = await installation.stop();
      if (exitCode !== 0) violations.push(`exit code ${exitCode} after ${ms} ms`);
      for (const word of ['Stopping.', 'Stopped.'])
        if (!installation.output.includes(word)) violations.push(`it does not say "${word}"`);
      if (/did not end cleanly/.test(installation.output))
        violations.push(`not clean: ${installation.output.slice(-1_000)}`);
      for (const line of processesNaming(installation.dir)) violations.push(`left behind: ${line}`);
      for (const port of installation.ports) if (!(await isFree(port))) violations.push(`port ${port} is still taken`);
      const toldAtEnd = told();

      await installation.start();
      await journey.settled();
      const [{ items }, notices] = await Promise.all([journey.get('/timeline?limit=1000'), journey.get('/notices')]);
      const events = items.map(({ event }) => event);
      const checked = checkMails({ sink, incidentId: journey.incidentId, notices: notices.items, events });
      violations.push(...checked.violations);
      // What is on the wire may finish in an orderly stop: nothing has to be sent twice.
      if (checked.repeats > 0) violations.push(`${checked.repeats} mails were sent twice`);
      return { violations, stopMs: ms, toldBefore, toldAtEnd, toldAfterRestart: told(), repeats: checked.repeats };
    }),
};
