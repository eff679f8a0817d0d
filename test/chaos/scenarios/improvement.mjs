import { setTimeout as pause } from 'node:timers/promises';
import { untilAnswered } from '../http.mjs';
import { until } from '../until.mjs';
import { withInstallation } from './withInstallation.mjs';

const OWNER = 'zhao-lei';
/** Long enough for the kill to come before, short enough to wait for. */
const DUE_IN_MS = 6_000;

export const improvement = {
  name: 'improvement',
  about: 'kill -9 before an improvement is due, and at each step after: the owner is reminded, somebody else verifies',
  run: ({ keep }) =>
    withInstallation({ keep }, async ({ sink, installation, tokens }) => {
      const violations = [];
      const call = async (who, path, body, key) =>
        untilAnswered({
          url: `${installation.url}/api/v1/improvements${path}`,
          method: body === undefined ? 'GET' : 'POST',
          token: await tokens.of(who),
          body,
          key,
        });
      const killed = async () => {
        installation.aim('group')();
        return installation.comeBack('group');
      };
      const opening = {
        ...{ finding: 'Nobody could fail over', action: 'Write the run book', type: 'process', priority: 'high' },
        ...{ owner: { person: OWNER }, dueAt: new Date(Date.now() + DUE_IN_MS).toISOString() },
      };
      const opened = await call('commander', '', opening, 'chaos-open');
      const { id } = opened.json;
      const first = await killed();
      const again = await call('commander', '', opening, 'chaos-open');
      if (again.json.id !== id) violations.push(`the same key opened ${again.json.id} beside ${id}`);

      const reminded = await until(() => mailsTo(sink, id).some((name) => /\.n[2-9]\d*\./.test(name)));
      if (!reminded) violations.push('the owner was not reminded when it was due');
      const decide = (who, body, key) => call(who, `/${id}/decisions`, body, key);
      await decide(OWNER, { action: 'done', note: 'practised' }, 'chaos-done');
      await killed();
      const own = await decide(OWNER, { action: 'verify' }, 'chaos-own');
      if (own.json.code !== 'owner_cannot_verify') violations.push(`its owner verifies: ${JSON.stringify(own.json)}`);
      const verified = await decide('deputy', { action: 'verify' }, 'chaos-verify');
      if (verified.json.status !== 'verified') violations.push(`not verified: ${JSON.stringify(verified.json)}`);
      await killed();
      const recorded = await until(async () => (await call('commander', `/${id}`)).json.status === 'verified');
      if (!recorded) violations.push('the record does not show that it is verified');
      const { json } = await call('commander', `/${id}`);
      if (json.chain.intact !== true) violations.push('the chain of its record is broken');
      const types = json.events.map(({ type }) => type);
      for (const type of ['opened', 'handedIn', 'verified'])
        if (types.filter((one) => one === type).length !== 1) violations.push(`not once ${type}: ${types.join()}`);
      return { violations, backMs: first.ms, mails: mailsTo(sink, id).length, events: types.length };
    }),
};

function mailsTo(sink, id) {
  return sink.ids().filter((name) => name.startsWith(`improvement.${id}.`));
}
