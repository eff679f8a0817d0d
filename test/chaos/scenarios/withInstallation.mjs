import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { ApartInstallation } from '../apart.mjs';
import { Installation, ROOT } from '../installation.mjs';
import { startSink } from '../sink.mjs';
import { Tokens } from '../tokens.mjs';

/** A started installation with a sink of its own, both gone afterwards. `before`: the first start, such as another plan. */
export async function withInstallation({ keep, before = () => undefined }, work) {
  const sink = await startSink();
  const installation = await Installation.create(sink.url);
  let outcome;
  try {
    before(installation);
    await installation.start();
    outcome = await work({ sink, installation, tokens: new Tokens(installation) });
    return outcome;
  } finally {
    await installation.remove({ keep: keep && !(outcome?.violations.length === 0) });
    await sink.close();
  }
}

/** The same of one whose parts are processes of their own, with a plan that `before` may change. */
export async function withApart({ keep, before = () => undefined }, work) {
  const sink = await startSink();
  const installation = await ApartInstallation.create({ smtpUrl: sink.url });
  let outcome;
  try {
    cpSync(join(ROOT, 'plans/software-incident'), installation.env.MUSTER_PLAN, { recursive: true });
    before(installation);
    await installation.start();
    outcome = await work({ sink, installation, tokens: new Tokens(installation) });
    return outcome;
  } catch (error) {
    throw new Error(`${error.message}\n${installation.output.slice(-2_000)}`, { cause: error });
  } finally {
    await installation.remove({ keep: keep && !(outcome?.violations.length === 0) });
    await sink.close();
  }
}
