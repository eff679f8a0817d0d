import { Installation } from '../installation.mjs';
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
