import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { ApartInstallation } from '../apart.mjs';
import { Installation, ROOT } from '../installation.mjs';
import { startSink } from '../sink.mjs';
import { Tokens } from '../tokens.mjs';

/** A started installation with a sink of its own, both gone afterwards. `before`: the first start, such as another plan. */
export function withInstallation(given, work) {
  return started((smtpUrl) => Installation.create(smtpUrl), given, work);
}

/** The same of one whose parts are processes of their own. */
export function withApart(given, work) {
  const create = async (smtpUrl) => {
    const installation = await ApartInstallation.create({ smtpUrl });
    cpSync(join(ROOT, 'plans/software-incident'), installation.env.MUSTER_PLAN, { recursive: true });
    return installation;
  };
  return started(create, given, work);
}

async function started(create, { keep, before = () => undefined }, work) {
  const sink = await startSink();
  const installation = await create(sink.url);
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
